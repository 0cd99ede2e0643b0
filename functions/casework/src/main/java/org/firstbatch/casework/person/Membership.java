package org.firstbatch.casework.person;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * As what a person acts.
 *
 * @param person the token's subject
 * @param organisation an enterprise's credit code, an insurer's or evaluator's number, a district's
 *     code, or "commission", "regulator", "finance", "audit"
 * @param role what the organisation is
 * @param capacities what the person may do
 * @param from the first instant at which it counts
 * @param to the first instant at which it no longer counts; null while it is open
 */
public record Membership(
    String person,
    String organisation,
    Role role,
    Set<Capacity> capacities,
    Instant from,
    @Nullable Instant to) {

  /** Characters that the name of a person, a token's subject, has at most. */
  public static final int MOST_PERSON = 128;

  public Membership {
    capacities = Set.copyOf(capacities.isEmpty() ? capacities : EnumSet.copyOf(capacities));
  }

  public boolean countsAt(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }

  /** Whether it counts at an instant or counted before: whoever left stands close all the same. */
  public boolean countedBy(Instant at) {
    return !at.isBefore(from) && (to == null || from.isBefore(to));
  }

  /** Whether a member of this capacity may do what the given one may: a signer may also prepare. */
  public boolean may(Capacity capacity) {
    return capacities.contains(capacity)
        || (capacity == Capacity.PREPARER && capacities.contains(Capacity.SIGNER));
  }

  /** Where a membership is kept. */
  public static RecordKey key(String scheme, String person, Role role, String organisation) {
    return new RecordKey(
        Table.MEMBERSHIPS,
        partition(scheme, person),
        RecordKey.join("member", role.label(), organisation));
  }

  /** The partition of an organisation's members and administrators, kept by the programme. */
  public static String organisationPartition(String scheme, Role role, String organisation) {
    return RecordKey.join(scheme, "organisation", role.label(), organisation);
  }

  /** The row by which a membership is found from its organisation. */
  public RecordKey organisationRow(String scheme) {
    return new RecordKey(
        Table.MEMBERSHIPS,
        organisationPartition(scheme, role, organisation),
        RecordKey.join("member", person));
  }

  /** The partition of everything known of a person: memberships and declared relations. */
  public static String partition(String scheme, String person) {
    return RecordKey.join(scheme, "person", person);
  }

  /** Where a declared relation of a person to an organisation is kept. */
  public static RecordKey relationKey(String scheme, String person, String organisation) {
    return new RecordKey(
        Table.MEMBERSHIPS, partition(scheme, person), RecordKey.join("relation", organisation));
  }
}
