package org.firstbatch.filing;

import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Records;

/** Commits acts that no dispatcher commits. */
final class Commits {

  private Commits() {}

  /**
   * Whether all of it was written; the token follows from the content, so the same content again
   * changes nothing more.
   */
  static boolean isCommitted(Records records, Unit unit) {
    String content = unit.transaction("content").writes().toString();
    return records.commit(unit.transaction(content)) instanceof Commit.Committed;
  }
}
