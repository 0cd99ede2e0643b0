package org.firstbatch.policy;

import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.policy.FirstBatchKey;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.scheme.Edition;

/** What holds first-batch keys (第二条). */
final class Guards {

  private Guards() {}

  static RecordKey key(String scheme, Policy policy, Edition edition) {
    return Policies.guardKey(
        scheme, FirstBatchKey.of(policy, Law.of(policy, edition).firstUseBy().value()));
  }

  /** Frees a first-batch key, if this policy holds it. */
  static void free(Records records, Unit unit, RecordKey key, String policy) {
    records
        .find(key)
        .map(Policies.GUARD::read)
        .filter(guard -> guard.value().policy().equals(policy))
        .ifPresent(unit::remove);
  }
}
