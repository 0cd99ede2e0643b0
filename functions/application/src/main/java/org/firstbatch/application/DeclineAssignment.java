package org.firstbatch.application;

import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.scheme.HandlingStage;

/** An evaluator declines an assignment; the Commission assigns another. */
final class DeclineAssignment {

  private final Cases cases;
  private final CaseLaw law;

  DeclineAssignment(Cases cases, CaseLaw law) {
    this.cases = cases;
    this.law = law;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofOfficer(call, unit, State.ASSIGNED)
        .then(found -> call.body().then(Bodies::ground).map(ground -> decline(found, ground)));
  }

  private Reply decline(Case found, String ground) {
    var now =
        found
            .change()
            .to(
                State.CONFIRMED,
                law.of(found).begin(Case.COMMISSION, HandlingStage.ASSIGN, found.at()))
            .evaluator(null)
            .made();
    Map<String, Object> facts = Map.of("evaluator", found.call().organisation());
    return Answers.done(
        found, cases.save(found, now, "application.assignment-declined", ground, facts));
  }
}
