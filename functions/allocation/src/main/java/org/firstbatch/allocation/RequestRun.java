package org.firstbatch.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.allocation.Runs.Run;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/** The regulator asks for a further plan of an open year (第十三条). */
final class RequestRun {

  private final Records records;

  RequestRun(Records records) {
    this.records = records;
  }

  Outcome<Reply> request(Call call, Unit unit) {
    return Inputs.nothing(call)
        .then(Inputs::year)
        .then(year -> requireOpenYear(call, unit, year))
        .map(year -> requested(call, unit, year));
  }

  private Outcome<Integer> requireOpenYear(Call call, Unit unit, int year) {
    Optional<Stored<Budget>> budget = Programme.findBudget(records, call.scheme(), year);
    if (budget.isEmpty()) {
      return Outcome.refused(
          Problem.conflict(year + " 年度没有预算，不能编制计划。", "The year " + year + " has no budget."));
    }
    if (budget.get().value().isClosed()) {
      return Outcome.refused(
          Problem.conflict(year + " 年度已关闭。", "The year " + year + " is closed."));
    }
    unit.rely(budget.get());
    return Outcome.done(year);
  }

  private Reply requested(Call call, Unit unit, int year) {
    String id = Runs.requestedId(call.scheme(), call.actor().person(), call.seed());
    Run run = new Run(id, year, call.actor().person(), call.at(), Runs.State.REQUESTED, null, null);
    Stored<Run> stored =
        unit.create(
            Runs.RUN,
            Runs.key(call.scheme(), year, id),
            run,
            Happening.of("run.requested", "run", id, List.of(), Map.of("year", year)));
    return Reply.accepted(
            "/v1/schemes/%s/years/%d/runs/%s".formatted(call.scheme(), year, id), view(run))
        .tagged(stored);
  }

  static Map<String, Object> view(Run run) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("run", run.id());
    view.put("year", run.year());
    view.put("state", run.state().name());
    view.put("requestedBy", run.requestedBy());
    view.put("at", run.at());
    if (run.made() != null) {
      view.put("place", run.made().place());
      view.put("sha256", run.made().plan());
      view.put("input", run.made().input());
    }
    if (run.ground() != null) {
      view.put("ground", run.ground());
    }
    return view;
  }
}
