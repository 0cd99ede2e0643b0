package org.firstbatch.casework.record;

import java.util.List;

/** What became of a transaction. */
public sealed interface Commit {

  /** Everything was written. */
  record Committed() implements Commit {}

  /**
   * Nothing was written, because these parts did not hold.
   *
   * @param failed the parts whose condition failed, at least one
   */
  record Failed(List<Write> failed) implements Commit {
    public Failed {
      failed = List.copyOf(failed);
    }
  }
}
