package org.firstbatch.application;

import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.scheme.HandlingStage;

/**
 * The evaluator asks the applicant for supplements, through the Commission; its own clock stands
 * meanwhile.
 */
final class RequestSupplement {

  private final Cases cases;
  private final CaseLaw law;

  RequestSupplement(Cases cases, CaseLaw law) {
    this.cases = cases;
    this.law = law;
  }

  private record Wanted(Open open, String ground) {}

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofOfficer(call, unit, State.ASSIGNED)
        .then(
            found ->
                call.body().then(RequestSupplement::read).map(wanted -> request(found, wanted)));
  }

  private static Outcome<Wanted> read(Fields body) {
    return body.result(
        new Wanted(new Open(OpenFields.read(body, "fields"), null), Bodies.text(body, "ground")));
  }

  private Reply request(Case found, Wanted wanted) {
    Law own = law.of(found);
    Turn passingOn = own.begin(Case.COMMISSION, HandlingStage.ASSIGN, found.at());
    var now =
        found
            .change()
            .to(State.SUPPLEMENT, passingOn.keeping(own.left(found)))
            .open(wanted.open())
            .made();
    Map<String, Object> facts = Map.of("fields", wanted.open().fields());
    return Answers.done(
        found, cases.save(found, now, "application.supplement-requested", wanted.ground(), facts));
  }
}
