package org.firstbatch.casework.act;

import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Records;

/** Commits acts that no dispatcher commits. */
public final class Commits {

  private Commits() {}

  /**
   * Whether all of it was written, false when something that it stands on had changed. The token
   * follows from the content, so the same content again changes nothing more.
   */
  public static boolean isCommitted(Records records, Unit unit) {
    String content = unit.transaction("content").writes().toString();
    return records.commit(unit.transaction(content)) instanceof Commit.Committed;
  }
}
