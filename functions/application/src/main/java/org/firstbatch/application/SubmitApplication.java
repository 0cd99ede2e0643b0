package org.firstbatch.application;

import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.HandlingStage;

/**
 * 第九条: the enterprise submits the version that it read: what is handed in is frozen whole, and a
 * colleague may have saved something else meanwhile. The gateway's instant decides whether the
 * window is open; the first submission fixes district and notice; each is frozen whole. What was
 * returned comes back to the district, what was supplemented to the evaluator, each into the hands
 * that had it.
 */
final class SubmitApplication {

  private final Cases cases;
  private final CaseLaw law;
  private final Dossiers dossiers;
  private final Handlers handlers;

  SubmitApplication(Cases cases, CaseLaw law, Dossiers dossiers, Handlers handlers) {
    this.cases = cases;
    this.law = law;
    this.dossiers = dossiers;
    this.handlers = handlers;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofApplicant(call, unit, State.DRAFT, State.RETURNED, State.SUPPLEMENT)
        .then(SubmitApplication::withApplicant)
        .then(found -> call.matching(found.stored()).map(_ -> found))
        .then(
            found -> {
              Law own = law.of(found);
              return dossiers
                  .of(found, own)
                  .complete()
                  .then(dossier -> dossiers.toItsDistrict(found, dossier))
                  .map(dossier -> submit(found, own, dossier));
            });
  }

  private static Outcome<Case> withApplicant(Case found) {
    return found.application().isWithApplicant()
        ? Outcome.done(found)
        : Outcome.refused(
            Problem.conflict(
                "补充要求尚在市经信委，待其转交。",
                "The request for a supplement is with the Commission; it has not been passed on."));
  }

  private Reply submit(Case found, Law own, Dossier dossier) {
    Filed filed = filed(found, own);
    boolean toEvaluator = found.state() == State.SUPPLEMENT;
    Turn turn = toEvaluator ? toEvaluator(found, own) : toDistrict(found, own, filed.district());
    Receipt receipt =
        found.receipt(
            "application.submitted",
            Map.of("form", dossier.form(), "evidence", dossier.pieces()),
            next(toEvaluator),
            turn.due());
    Application now =
        found
            .change()
            .to(toEvaluator ? State.ASSIGNED : State.SUBMITTED, turn)
            .filed(filed)
            .open(null)
            .made();
    freeze(found, filed, dossier, receipt);
    Stored<Application> saved =
        cases.save(found, now, "application.submitted", null, facts(filed, receipt));
    return answer(found, saved, filed, receipt);
  }

  /** The first submission fixes district and notice. */
  private static Filed filed(Case found, Law own) {
    Filed before = found.application().filed();
    return before == null
        ? new Filed(
            1,
            found.application().field("enterprise.district"),
            own.notice().year().year(),
            own.notice().canonicalText(),
            found.at())
        : new Filed(
            before.round() + 1,
            before.district(),
            before.noticeYear(),
            before.notice(),
            found.at());
  }

  private Turn toDistrict(Case found, Law own, String district) {
    return found.state() == State.DRAFT
        ? own.begin(district, HandlingStage.CONFIRM, found.at())
        : own.resume(
            found, district, handlers.again(found, Role.DISTRICT, district), HandlingStage.CONFIRM);
  }

  private Turn toEvaluator(Case found, Law own) {
    String evaluator = found.evaluator();
    return own.resume(
        found, evaluator, handlers.again(found, Role.EVALUATOR, evaluator), HandlingStage.ASSESS);
  }

  private static Text next(boolean toEvaluator) {
    return toEvaluator
        ? Text.of("第三方机构继续评估", "The evaluator goes on")
        : Text.of("区市县主管部门核实确认", "The district checks and confirms");
  }

  private static void freeze(Case found, Filed filed, Dossier dossier, Receipt receipt) {
    Submission submission =
        new Submission(
            filed.round(), found.at(), dossier.form(), dossier.pieces(), receipt.number());
    found
        .unit()
        .create(
            Submission.KIND,
            Submission.key(found.call().scheme(), found.id(), filed.round()),
            submission);
  }

  private static Map<String, Object> facts(Filed filed, Receipt receipt) {
    return Map.of(
        "round", filed.round(),
        "district", filed.district(),
        "noticeYear", filed.noticeYear(),
        "receipt", receipt);
  }

  private static Reply answer(Case found, Stored<Application> saved, Filed filed, Receipt receipt) {
    Map<String, Object> body = new LinkedHashMap<>(Answers.brief(found.call(), saved.value()));
    body.put("round", filed.round());
    body.put("receipt", receipt);
    return Reply.ok(body).tagged(saved);
  }
}
