package org.firstbatch.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.FilingWindow;

/** Finance closes a year when no plan is open: one signer proposes, another approves. */
final class ProposeClosing {

  private final Records records;
  private final Schemes schemes;

  ProposeClosing(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  Outcome<Reply> propose(Call call, Unit unit) {
    return Inputs.nothing(call)
        .then(Inputs::year)
        .then(year -> requireClosable(call, unit, year))
        .then(year -> propose(call, unit, year));
  }

  Outcome<Reply> approve(Call call, Unit unit) {
    return Inputs.nothing(call)
        .then(Inputs::year)
        .then(year -> requireClosable(call, unit, year))
        .then(year -> approve(call, unit, year));
  }

  Outcome<Reply> read(Call call) {
    return Inputs.year(call)
        .then(
            year -> {
              Optional<Stored<Closing>> closing = Closing.find(records, call.scheme(), year);
              return closing.isPresent()
                  ? Outcome.done(Reply.ok(view(closing.get().value())).tagged(closing.get()))
                  : Outcome.refused(Problem.notFound());
            });
  }

  private Outcome<Integer> requireClosable(Call call, Unit unit, int year) {
    Optional<Stored<Budget>> budget = Programme.findBudget(records, call.scheme(), year);
    if (budget.isEmpty() || budget.get().value().isClosed()) {
      return Outcome.refused(
          Problem.conflict(
              year + " 年度没有预算或已关闭。", "The year " + year + " has no budget or is closed."));
    }
    Snapshot snapshot = Snapshot.read(records, schemes, call.scheme(), year, call.at());
    if (!snapshot.lastWindow().hasClosedAt(call.at())) {
      return Outcome.refused(tooEarly(year, snapshot.lastWindow()));
    }
    Optional<String> underWay = snapshot.filingUnderWay();
    if (underWay.isPresent()) {
      return Outcome.refused(
          Problem.conflict(
              "申报 " + underWay.get() + " 尚在核对，核对完毕后才能关闭年度。",
              "Filing " + underWay.get() + " is still being checked; the year closes after that."));
    }
    Chain chain = Chain.of(records, call.scheme(), year);
    Stored<Plan> open = chain.open();
    if (open != null) {
      return Outcome.refused(
          Problem.conflict(
                  "尚有未签署的计划（第 " + open.value().place() + " 号），签署或作废后才能关闭年度。",
                  "Plan " + open.value().place() + " is open; the year closes when it is over.")
              .with("sha256", open.value().sha256())
              .under("第十三条"));
    }
    unit.rely(budget.get());
    chain.standOn(unit, year);
    unit.relyCounter(Claims.inputRevision(call.scheme(), year), chain.revision());
    return Outcome.done(year);
  }

  private static Problem tooEarly(int year, FilingWindow last) {
    return Problem.conflict(
            "%d 年度最后一季的申报期至 %s，其后才能关闭年度。".formatted(year, last.lastDay()),
            "The last filing window of %d closes on %s; the year closes after that."
                .formatted(year, last.lastDay()))
        .under("第十三条");
  }

  private Outcome<Reply> propose(Call call, Unit unit, int year) {
    if (Closing.find(records, call.scheme(), year).isPresent()) {
      return Outcome.refused(
          Problem.conflict("关闭年度已提出，等待批准。", "The closing is proposed and awaits approval."));
    }
    Closing closing = new Closing(year, call.actor().person(), call.at(), null, null, null);
    Stored<Closing> stored =
        unit.create(
            Closing.KIND,
            Closing.key(call.scheme(), year),
            closing,
            happening("year.closing-proposed", year));
    return Outcome.done(accepted(call, stored));
  }

  private Outcome<Reply> approve(Call call, Unit unit, int year) {
    Optional<Stored<Closing>> found = Closing.find(records, call.scheme(), year);
    if (found.isEmpty()) {
      return Outcome.refused(
          Problem.conflict("尚无人提出关闭此年度。", "Nobody proposed to close this year."));
    }
    Closing old = found.get().value();
    if (old.isApproved()) {
      return Outcome.refused(Problem.conflict("关闭年度已获批准。", "The closing is approved already."));
    }
    if (old.proposedBy().equals(call.actor().person())) {
      return Outcome.refused(
          Problem.notAllowed("须由另一位财政签署人批准。", "Another signer of finance must approve it."));
    }
    Closing approved =
        new Closing(
            year, old.proposedBy(), old.proposedAt(), call.actor().person(), call.at(), null);
    Happening happening = happening("year.closing-approved", year);
    return Outcome.done(
        accepted(call, unit.change(Closing.KIND, found.get(), approved, happening)));
  }

  private static Happening happening(String type, int year) {
    return Happening.of(type, "year", String.valueOf(year), List.of(), Map.of("year", year));
  }

  private static Reply accepted(Call call, Stored<Closing> stored) {
    Closing closing = stored.value();
    return Reply.accepted(
            "/v1/schemes/%s/years/%d/closing".formatted(call.scheme(), closing.year()),
            view(closing))
        .tagged(stored);
  }

  private static Map<String, Object> view(Closing closing) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("year", closing.year());
    view.put("state", state(closing));
    view.put("proposedBy", closing.proposedBy());
    view.put("proposedAt", closing.proposedAt());
    if (closing.approvedBy() != null && closing.approvedAt() != null) {
      view.put("approvedBy", closing.approvedBy());
      view.put("approvedAt", closing.approvedAt());
    }
    if (closing.closed() != null) {
      view.put("claims", closing.closed());
    }
    return view;
  }

  private static String state(Closing closing) {
    if (closing.closed() != null) {
      return "CLOSED";
    }
    return closing.isApproved() ? "APPROVED" : "PROPOSED";
  }
}
