package org.firstbatch.allocation;

import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Records;

/** Commits what no person asked for: the token follows from what is written. */
final class Commits {

  private Commits() {}

  /** Whether everything was written; false when something that it stands on had changed. */
  static boolean commit(Records records, Unit unit) {
    String writes = Hashes.hex(unit.transaction("writes").writes().toString());
    return records.commit(unit.transaction(writes)) instanceof Commit.Committed;
  }
}
