package org.firstbatch.certification;

import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;

/** Writes of many records, in transactions of a portion each. */
final class Portions {

  private Portions() {}

  static <T> List<List<T>> of(List<T> all, int most) {
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      portions.add(all.subList(from, Math.min(from + most, all.size())));
    }
    return portions;
  }

  /**
   * Writes a portion; when somebody else wrote the same at the same time, the next try sees what.
   */
  static void commit(Records records, Unit unit, String list) {
    if (!Commits.isCommitted(records, unit)) {
      throw new RetryableFault("The list " + list + " met another change at the same time");
    }
  }
}
