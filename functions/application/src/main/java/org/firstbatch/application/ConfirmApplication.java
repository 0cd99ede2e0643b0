package org.firstbatch.application;

import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Confirmation;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.application.ConditionFinding;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.HandlingStage;

/**
 * 第九条: the district confirms an application of its own with a finding per condition and an opinion.
 * What it finds not to be met it returns or declines.
 */
final class ConfirmApplication {

  private final Cases cases;
  private final CaseLaw law;

  ConfirmApplication(Cases cases, CaseLaw law) {
    this.cases = cases;
    this.law = law;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofReader(call, unit, State.SUBMITTED)
        .then(found -> Cases.whoTookNoStageBeside(found, Stage.CONFIRM))
        .then(
            found -> call.body().then(body -> read(found, body)).map(said -> confirm(found, said)));
  }

  private static Outcome<Confirmation> read(Case found, Fields body) {
    List<ConditionFinding> findings = Bodies.findings(body);
    Confirmation said = new Confirmation(findings, Bodies.text(body, "opinion"), found.at());
    return body.result(said)
        .then(
            _ ->
                Bodies.withoutUnmet(
                    findings, "请退回补正或不予确认。", "return the application or decline it."))
        .map(_ -> said);
  }

  private Reply confirm(Case found, Confirmation said) {
    Turn turn = law.of(found).begin(Case.COMMISSION, HandlingStage.ASSIGN, found.at());
    Receipt receipt =
        found.receipt(
            "application.confirmed",
            said,
            Text.of("市经信委委托第三方评估", "The Commission has a third party assess it"),
            turn.due());
    var now =
        found
            .change()
            .to(State.CONFIRMED, turn)
            .took(Stage.CONFIRM, found.person())
            .confirmation(said)
            .made();
    var saved = cases.save(found, now, "application.confirmed", null, Map.of("receipt", receipt));
    return Answers.done(found, saved, receipt);
  }
}
