package org.firstbatch.application;

import java.util.Map;
import java.util.SortedMap;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.scheme.HandlingStage;

/**
 * The Commission passes an evaluator's request for supplements on to the applicant, whole or in
 * part, or refuses it with a ground.
 */
final class DecideSupplement {

  private final Cases cases;
  private final CaseLaw law;
  private final Handlers handlers;

  DecideSupplement(Cases cases, CaseLaw law, Handlers handlers) {
    this.cases = cases;
    this.law = law;
    this.handlers = handlers;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofReader(call, unit, State.SUPPLEMENT)
        .then(DecideSupplement::notPassedOnYet)
        .then(found -> call.body().then(body -> decide(found, body)));
  }

  private static Outcome<Case> notPassedOnYet(Case found) {
    return found.application().isWithApplicant()
        ? Outcome.refused(
            Problem.conflict(
                "补充要求已转给申请人，期限为 " + found.open().until() + "。",
                "The request was passed on to the applicant, until " + found.open().until() + "."))
        : Outcome.done(found);
  }

  private Outcome<Reply> decide(Case found, Fields body) {
    return body.has("refusal")
        ? body.result(Bodies.text(body, "refusal")).map(ground -> refuse(found, ground))
        : read(found, body).map(open -> passOn(found, open));
  }

  private Outcome<Open> read(Case found, Fields body) {
    SortedMap<String, String> wanted = found.open().fields();
    SortedMap<String, String> fields =
        body.optional("fields", name -> OpenFields.read(body, name)).orElse(wanted);
    if (!wanted.keySet().containsAll(fields.keySet())) {
      body.mistake(
          "fields",
          "只能转交评估机构要求的：" + wanted.keySet(),
          "only what the evaluator asked for can be passed on: " + wanted.keySet());
    }
    return body.result(
        new Open(fields, LastDays.read(found, body, law.of(found), HandlingStage.SUPPLEMENT)));
  }

  private Reply passOn(Case found, Open open) {
    var handler = handlers.again(found, Role.ENTERPRISE, found.application().enterprise());
    var now =
        found
            .change()
            .to(State.SUPPLEMENT, law.of(found).withApplicant(found, open, handler))
            .open(open)
            .made();
    return Answers.done(
        found,
        cases.save(found, now, "application.supplement-passed-on", null, Map.of("open", open)));
  }

  private Reply refuse(Case found, String ground) {
    String evaluator = found.evaluator();
    var handler = handlers.again(found, Role.EVALUATOR, evaluator);
    var now =
        found
            .change()
            .to(
                State.ASSIGNED,
                law.of(found).resume(found, evaluator, handler, HandlingStage.ASSESS))
            .open(null)
            .made();
    return Answers.done(
        found, cases.save(found, now, "application.supplement-refused", ground, Map.of()));
  }
}
