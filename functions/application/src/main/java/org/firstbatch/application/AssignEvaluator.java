package org.firstbatch.application;

import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.scheme.HandlingStage;
import org.jspecify.annotations.Nullable;

/**
 * 第十条: the Commission has a third party assess a confirmed application. It may take the application
 * from one that does not assess it, or cannot by now, with a ground, and assign another: silence
 * decides nothing, nor may it block. Whoever stands close to the third party does not choose it.
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

  /**
   * What is asked for.
   *
   * @param ground why another loses the assignment; null while nobody has it
   */
  private record Wanted(String evaluator, @Nullable String ground) {}

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofOfficer(call, unit, State.CONFIRMED, State.ASSIGNED)
        .then(found -> Cases.whoTookNoStageBeside(found, Stage.ASSIGN))
        .then(
            found ->
                call.body()
                    .then(body -> read(found, body))
                    .then(wanted -> mayAssess(found, wanted))
                    .map(wanted -> assign(found, wanted)));
  }

  private static Outcome<Wanted> read(Case found, Fields body) {
    String evaluator = body.identifier("evaluator", 100);
    String ground = body.optional("ground", name -> Bodies.text(body, name)).orElse(null);
    if (found.state() == State.ASSIGNED && ground == null) {
      body.mistake("ground", "改由他人评估须说明理由", "must say why another is to assess it");
    }
    if (evaluator.equals(found.application().evaluator())) {
      body.mistake("evaluator", "已由此机构评估，请填另一机构", "has it already; give another");
    }
    if (found.state() == State.CONFIRMED && ground != null) {
      body.mistake("ground", "尚未委托，不需要理由", "nobody has it; there is nothing to give a ground for");
    }
    return body.result(new Wanted(evaluator, ground));
  }

  private Outcome<Wanted> mayAssess(Case found, Wanted wanted) {
    return found
        .call()
        .standsOutside(wanted.evaluator())
        .then(_ -> evaluators.mayAssess(found, wanted.evaluator()))
        .map(_ -> wanted);
  }

  private Reply assign(Case found, Wanted wanted) {
    Turn turn = law.of(found).begin(wanted.evaluator(), HandlingStage.ASSESS, found.at());
    var now =
        found
            .change()
            .to(State.ASSIGNED, turn)
            .took(Stage.ASSIGN, found.person())
            .evaluator(wanted.evaluator())
            .made();
    return Answers.done(
        found,
        cases.save(found, now, "application.assigned", wanted.ground(), facts(found, wanted)));
  }

  private static Map<String, Object> facts(Case found, Wanted wanted) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("evaluator", wanted.evaluator());
    if (found.application().evaluator() != null) {
      facts.put("instead", found.application().evaluator());
    }
    return facts;
  }
}
