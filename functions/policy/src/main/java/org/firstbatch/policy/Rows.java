package org.firstbatch.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Guard;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.policy.Policy;

/**
 * The rows by which policies are found again: those of an insurer, those written on an enterprise,
 * those that wait for a calendar. They change in the transaction of their policy.
 */
final class Rows {

  private Rows() {}

  /** The partition of the policies that wait for a calendar. */
  static String pendingPartition(String scheme) {
    return RecordKey.join(scheme, "pending");
  }

  /** Writes the rows of a policy that had none. */
  static void create(Unit unit, String scheme, Registered policy) {
    keys(scheme, policy).forEach(key -> unit.put(Policies.GUARD, key, new Guard(policy.id())));
  }

  /** Brings the rows of a policy from one version to the next. */
  static void change(
      Records records, Unit unit, String scheme, Registered before, Registered after) {
    Set<RecordKey> wanted = keys(scheme, after);
    Set<RecordKey> stale = new LinkedHashSet<>(keys(scheme, before));
    stale.removeAll(wanted);
    wanted.removeAll(keys(scheme, before));
    wanted.forEach(key -> unit.put(Policies.GUARD, key, new Guard(after.id())));
    if (!stale.isEmpty()) {
      records.findAll(stale).values().stream()
          .map(Policies.GUARD::read)
          .forEach((Stored<Guard> row) -> unit.remove(row));
    }
  }

  private static Set<RecordKey> keys(String scheme, Registered registered) {
    Policy policy = registered.policy();
    Set<RecordKey> keys =
        new LinkedHashSet<>(
            List.of(
                Policies.rowKey(scheme, policy.insurer(), policy, registered.id()),
                Policies.rowKey(
                    scheme, policy.insured().creditCode().value(), policy, registered.id())));
    if (registered.state() == State.PENDING) {
      keys.add(new RecordKey(Table.POLICIES, pendingPartition(scheme), registered.id()));
    }
    return keys;
  }
}
