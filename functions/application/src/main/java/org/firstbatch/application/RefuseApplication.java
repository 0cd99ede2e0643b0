package org.firstbatch.application;

import java.util.Map;
import java.util.Objects;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Assessment;
import org.firstbatch.casework.file.Applications.Closing;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;

/**
 * 第十条: the Commission refuses the certificate after the assessment, with article and ground; also
 * when the evaluator recommended it. It decides in the place of a publication, so whoever took an
 * earlier stage may not.
 */
final class RefuseApplication {

  private final Cases cases;

  RefuseApplication(Cases cases) {
    this.cases = cases;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofReader(call, unit, State.ASSESSED)
        .then(found -> Cases.whoTookNoStageBeside(found, Stage.PUBLISH))
        .then(found -> call.body().then(Bodies::why).map(why -> refuse(found, why)));
  }

  private Reply refuse(Case found, Bodies.Why why) {
    Assessment assessment = Objects.requireNonNull(found.application().assessment(), found.id());
    var now =
        found
            .change()
            .to(State.REFUSED, found.over())
            .took(Stage.PUBLISH, found.person())
            .closing(new Closing(why.article(), why.ground(), found.at()))
            .made();
    Map<String, Object> facts =
        Map.of("article", why.article(), "recommended", assessment.recommended());
    return Answers.done(found, cases.save(found, now, "application.refused", why.ground(), facts));
  }
}
