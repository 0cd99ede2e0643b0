package org.firstbatch.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;

/**
 * Who administers an organisation, in one record, so that two appointments at once cannot both be
 * the first.
 *
 * @param memberships those with the capacity, also ended ones
 */
record Administrators(List<Membership> memberships) {

  static final Kind<Administrators> KIND = Kind.of("administrators", Administrators.class);

  /** How many it takes so that an organisation can change its memberships by itself. */
  static final int ENOUGH = 2;

  Administrators {
    memberships = List.copyOf(memberships);
  }

  static Optional<Stored<Administrators>> find(Scene scene, Role role, String organisation) {
    return scene.find(key(scene.scheme(), role, organisation)).map(KIND::read);
  }

  /** Those who administer it now or will, by what is on record. */
  static List<Membership> present(Scene scene, Role role, String organisation) {
    return find(scene, role, organisation)
        .map(stored -> stored.value().from(scene.at()))
        .orElse(List.of());
  }

  private List<Membership> from(Instant at) {
    return memberships.stream()
        .filter(membership -> membership.to() == null || membership.to().isAfter(at))
        .toList();
  }

  /** With a person's membership as it is now. */
  Administrators with(Membership membership) {
    List<Membership> all = new ArrayList<>(memberships);
    all.removeIf(each -> each.person().equals(membership.person()));
    if (membership.capacities().contains(Capacity.ADMINISTRATOR)) {
      all.add(membership);
    }
    return new Administrators(all);
  }

  /** With the membership of a person who is not on record yet. */
  Administrators withIfMissing(Membership membership) {
    return memberships.stream().anyMatch(each -> each.person().equals(membership.person()))
        ? this
        : with(membership);
  }

  /** Whether the person acts as one of this organisation. */
  static boolean actsFor(Call call, Role role, String organisation) {
    return call.as().role() == role && call.organisation().equals(organisation);
  }

  static RecordKey key(String scheme, Role role, String organisation) {
    return new RecordKey(
        Table.MEMBERSHIPS,
        Membership.organisationPartition(scheme, role, organisation),
        "administrators");
  }
}
