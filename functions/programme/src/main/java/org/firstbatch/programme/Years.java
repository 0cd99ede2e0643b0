package org.firstbatch.programme;

import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.calendar.FiscalYear;

/** Years in paths and bodies. */
final class Years {

  static final int EARLIEST = 2000;
  static final int LATEST = 2999;

  private Years() {}

  /** The year in the path; a path without a year in it names nothing. */
  static Outcome<Integer> inPath(Call call) {
    try {
      return Outcome.done(FiscalYear.parse(call.path("year")).year());
    } catch (IllegalArgumentException _) {
      return Outcome.refused(Problem.notFound());
    }
  }
}
