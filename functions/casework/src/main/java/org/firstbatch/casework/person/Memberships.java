package org.firstbatch.casework.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/** What is known of a person: memberships and declared relations, read in one consistent query. */
public final class Memberships {

  /** The kind of a membership's record. */
  public static final Kind<Membership> MEMBERSHIP = Kind.of("membership", Membership.class);

  /** The kind of a declared relation's record. */
  public static final Kind<Relation> RELATION = Kind.of("relation", Relation.class);

  private final Records records;
  private final String firstAdministrator;

  /**
   * @param firstAdministrator the person who, by the template's parameter, administers the
   *     Commission from the beginning; empty for nobody
   */
  public Memberships(Records records, String firstAdministrator) {
    this.records = records;
    this.firstAdministrator = firstAdministrator;
  }

  /**
   * A membership and the record to rely on.
   *
   * @param stored null for the first administrator, who is appointed by the template
   */
  public record Held(Membership membership, @Nullable Stored<Membership> stored) {}

  /**
   * Everything known of a person.
   *
   * @param held all memberships, also ended ones
   * @param relations all declared relations
   */
  public record Known(List<Held> held, List<Relation> relations) {

    /** All memberships, also ended ones. */
    public List<Membership> memberships() {
      return held.stream().map(Held::membership).toList();
    }

    /**
     * The organisations, other than the one for which they act, to which the person stands close:
     * they belong or belonged to them, or declared a relation to them.
     */
    public Set<String> tiesBeside(String organisation, Instant at) {
      Stream<String> declared = relations.stream().map(Relation::organisation);
      Stream<String> belonging =
          memberships().stream().filter(each -> each.countedBy(at)).map(Membership::organisation);
      return Stream.concat(declared, belonging)
          .filter(each -> !each.equals(organisation))
          .collect(Collectors.toSet());
    }
  }

  /** Everything known of a person in a scheme. */
  public Known of(String scheme, String person) {
    List<Held> held = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    if (person.equals(firstAdministrator)) {
      held.add(new Held(first(person), null));
    }
    records.forEach(
        RecordQuery.all(Table.MEMBERSHIPS, Membership.partition(scheme, person)),
        record -> sort(record, held, relations));
    return new Known(held, relations);
  }

  /** The members of an organisation, also those whose membership has ended. */
  public List<Membership> members(String scheme, Role role, String organisation) {
    List<Membership> members = new ArrayList<>();
    String partition = Membership.organisationPartition(scheme, role, organisation);
    records.forEach(
        RecordQuery.prefixed(Table.MEMBERSHIPS, partition, "member!"),
        record -> members.add(MEMBERSHIP.read(record).value()));
    return members;
  }

  private static void sort(StoredRecord record, List<Held> held, List<Relation> relations) {
    if (record.key().sort().startsWith("member")) {
      Stored<Membership> stored = MEMBERSHIP.read(record);
      held.add(new Held(stored.value(), stored));
    } else {
      relations.add(RELATION.read(record).value());
    }
  }

  private static Membership first(String person) {
    return new Membership(
        person,
        Role.COMMISSION.label(),
        Role.COMMISSION,
        Set.of(Capacity.ADMINISTRATOR),
        Instant.EPOCH,
        null);
  }
}
