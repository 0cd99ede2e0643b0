package org.firstbatch.application;

import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;

/** Somebody of the organisation whose turn it is takes a case over, or hands it to a colleague. */
final class TakeOver {

  /** The states in which it is somebody's turn. */
  static final State[] OPEN = {
    State.DRAFT,
    State.SUBMITTED,
    State.RETURNED,
    State.CONFIRMED,
    State.ASSIGNED,
    State.SUPPLEMENT,
    State.ASSESSED
  };

  private final Cases cases;
  private final Handlers handlers;

  TakeOver(Cases cases, Handlers handlers) {
    this.cases = cases;
    this.handlers = handlers;
  }

  Outcome<Reply> take(Call call, Unit unit) {
    return inTurn(call, unit)
        .map(
            found ->
                Answers.done(
                    found, handlers.handTo(found, found.person(), "application.taken-over")));
  }

  Outcome<Reply> hand(Call call, Unit unit) {
    return inTurn(call, unit)
        .then(TakeOver::mayHandOver)
        .then(
            found ->
                call.body()
                    .then(TakeOver::to)
                    .then(to -> handlers.colleague(call, to))
                    .then(to -> hand(found, to)));
  }

  static Outcome<String> to(Fields body) {
    return body.result(body.identifier("to", 128));
  }

  private Outcome<Reply> hand(Case found, String to) {
    return handlers.standsClose(found.call(), to, found.application())
        ? Outcome.refused(
            Problem.notAllowed(
                "此人与申请企业或其评估机构有关系，须回避，请交给他人。",
                "This person stands close to the applicant or its evaluator; hand it to somebody else."))
        : Outcome.done(Answers.done(found, handlers.handTo(found, to, "application.handed-over")));
  }

  private Outcome<Case> inTurn(Call call, Unit unit) {
    return cases
        .inHand(call, unit, OPEN)
        .then(
            found ->
                found.application().turn().organisation().equals(call.organisation())
                    ? Outcome.done(found)
                    : Outcome.refused(
                        Problem.conflict("此申请现不由贵单位办理。", "It is not your organisation's turn.")));
  }

  private static Outcome<Case> mayHandOver(Case found) {
    String handler = found.application().turn().handler();
    boolean isOwn = found.person().equals(handler);
    return isOwn || found.call().as().may(Capacity.SIGNER)
        ? Outcome.done(found)
        : Outcome.refused(
            Problem.notAllowed(
                "只有经办人或本单位签署人可以移交。",
                "Only who has it in hand, or a signer of your organisation, may hand it over."));
  }
}
