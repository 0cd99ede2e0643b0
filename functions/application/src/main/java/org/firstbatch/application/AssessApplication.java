package org.firstbatch.application;

import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Assessment;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.application.ConditionFinding;
import org.firstbatch.measures.scheme.HandlingStage;

/** 第十条: the evaluator assesses, with a finding per condition, a result and an opinion. */
final class AssessApplication {

  private final Cases cases;
  private final CaseLaw law;

  AssessApplication(Cases cases, CaseLaw law) {
    this.cases = cases;
    this.law = law;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofReader(call, unit, State.ASSIGNED)
        .then(found -> Cases.whoTookNoStageBeside(found, Stage.ASSESS))
        .then(
            found -> call.body().then(body -> read(found, body)).map(said -> assess(found, said)));
  }

  private static Outcome<Assessment> read(Case found, Fields body) {
    List<ConditionFinding> findings = Bodies.findings(body);
    boolean recommended = body.flag("recommended");
    Assessment said =
        new Assessment(findings, recommended, Bodies.text(body, "opinion"), found.at());
    return body.result(said)
        .then(
            _ ->
                recommended
                    ? Bodies.withoutUnmet(
                        findings, "不得建议认定。", "the certificate cannot be recommended.")
                    : Outcome.done(findings))
        .map(_ -> said);
  }

  private Reply assess(Case found, Assessment said) {
    var now =
        found
            .change()
            .to(
                State.ASSESSED,
                law.of(found).begin(Case.COMMISSION, HandlingStage.PUBLISH, found.at()))
            .took(Stage.ASSESS, found.person())
            .assessment(said)
            .made();
    Map<String, Object> facts =
        Map.of("recommended", said.recommended(), "sha256", Hashes.hex(Json.write(said)));
    return Answers.done(found, cases.save(found, now, "application.assessed", null, facts));
  }
}
