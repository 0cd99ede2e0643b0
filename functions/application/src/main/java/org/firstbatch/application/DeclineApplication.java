package org.firstbatch.application;

import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Closing;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;

/** 第九条: the district declines an application of its own, with article and ground. */
final class DeclineApplication {

  private final Cases cases;

  DeclineApplication(Cases cases) {
    this.cases = cases;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofReader(call, unit, State.SUBMITTED)
        .then(found -> call.body().then(Bodies::why).map(why -> decline(found, why)));
  }

  private Reply decline(Case found, Bodies.Why why) {
    var now =
        found
            .change()
            .to(State.DECLINED, found.over())
            .closing(new Closing(why.article(), why.ground(), found.at()))
            .made();
    return Answers.done(
        found,
        cases.save(
            found, now, "application.declined", why.ground(), Map.of("article", why.article())));
  }
}
