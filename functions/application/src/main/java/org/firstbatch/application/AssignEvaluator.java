package org.firstbatch.application;

import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.scheme.HandlingStage;

/**
 * 第十条: the Commission has a third party assess a confirmed application; whoever stands close to the
 * third party does not choose it.
 */
final class AssignEvaluator {

  private final Cases cases;
  private final CaseLaw law;
  private final Evaluators evaluators;

  AssignEvaluator(Cases cases, CaseLaw law, Evaluators evaluators) {
    this.cases = cases;
    this.law = law;
    this.evaluators = evaluators;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofOfficer(call, unit, State.CONFIRMED)
        .then(found -> Cases.whoTookNoStageBeside(found, Stage.ASSIGN))
        .then(
            found ->
                call.body()
                    .then(AssignEvaluator::read)
                    .then(evaluator -> call.standsOutside(List.of(evaluator)).map(_ -> evaluator))
                    .then(evaluator -> evaluators.mayAssess(found, evaluator))
                    .map(evaluator -> assign(found, evaluator)));
  }

  private static Outcome<String> read(Fields body) {
    return body.result(body.identifier("evaluator", 100));
  }

  private Reply assign(Case found, String evaluator) {
    var now =
        found
            .change()
            .to(State.ASSIGNED, law.of(found).begin(evaluator, HandlingStage.ASSESS, found.at()))
            .took(Stage.ASSIGN, found.person())
            .evaluator(evaluator)
            .made();
    return Answers.done(
        found,
        cases.save(found, now, "application.assigned", null, Map.of("evaluator", evaluator)));
  }
}
