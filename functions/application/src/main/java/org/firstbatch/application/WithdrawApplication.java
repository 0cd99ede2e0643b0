package org.firstbatch.application;

import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Closing;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;

/** The enterprise withdraws its application, or drops its draft, before the district confirms. */
final class WithdrawApplication {

  private final Cases cases;

  WithdrawApplication(Cases cases) {
    this.cases = cases;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofApplicant(call, unit, State.DRAFT, State.SUBMITTED, State.RETURNED)
        .then(found -> call.matchingIfNamed(found.stored()).map(_ -> found))
        .then(
            found ->
                call.body().then(WithdrawApplication::read).map(ground -> withdraw(found, ground)));
  }

  private static Outcome<String> read(Fields body) {
    return body.result(body.optional("ground", name -> Bodies.text(body, name)).orElse("申请人撤回"));
  }

  private Reply withdraw(Case found, String ground) {
    var now =
        found
            .change()
            .to(State.WITHDRAWN, found.over())
            .open(null)
            .closing(new Closing(null, ground, found.at()))
            .made();
    return Answers.done(
        found,
        cases.save(found, now, "application.withdrawn", ground, Map.of("from", found.state())));
  }
}
