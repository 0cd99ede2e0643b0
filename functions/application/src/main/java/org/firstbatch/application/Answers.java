package org.firstbatch.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.Shanghai;
import org.jspecify.annotations.Nullable;

/** What an act on an application answers: where it is now and whose turn it is. */
final class Answers {

  private Answers() {}

  static Reply done(Case found, Stored<Application> now) {
    return Reply.ok(brief(found.call(), now.value())).tagged(now);
  }

  static Reply done(Case found, Stored<Application> now, Receipt receipt) {
    Map<String, Object> body = brief(found.call(), now.value());
    body.put("receipt", receipt);
    return Reply.ok(body).tagged(now);
  }

  /** Where an application that was just changed is. */
  static Map<String, Object> brief(Call call, Application application) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("application", application.id());
    body.put("state", application.state());
    body.put("turn", turn(call, application.turn(), application.state()));
    return body;
  }

  /**
   * Whose turn it is. Who took it over is said to their own organisation and to public bodies.
   *
   * @param state where the application is: when it is over, it is nobody's turn
   */
  static Map<String, Object> turn(Call call, Turn turn, State state) {
    Map<String, Object> body = new LinkedHashMap<>();
    boolean isOver = state == State.LAPSED || state == State.CERTIFIED;
    body.put("organisation", isOver ? "" : turn.organisation());
    if (turn.handler() != null && !isOver && maySeePersons(call, turn.organisation())) {
      body.put("handler", turn.handler());
    }
    body.put("since", turn.since());
    putDue(body, isOver ? null : turn.due(), call.at());
    if (turn.isUndetermined() && !isOver) {
      body.put("undetermined", true);
      body.put("workingDays", turn.days());
    }
    if (turn.daysLeft() != null && !isOver) {
      body.put("daysLeft", turn.daysLeft());
    }
    return body;
  }

  private static void putDue(Map<String, Object> body, @Nullable LocalDate due, Instant at) {
    if (due != null) {
      body.put("due", due);
    }
    body.put("overdue", isOverdue(due, at));
  }

  static boolean isOverdue(@Nullable LocalDate due, Instant at) {
    return due != null && Shanghai.dayOf(at).isAfter(due);
  }

  static boolean maySeePersons(Call call, String organisation) {
    return call.as().role().isPublicBody() || call.organisation().equals(organisation);
  }
}
