package org.firstbatch.application;

import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.Stored;
import org.jspecify.annotations.Nullable;

/** One application for those whom it concerns. */
final class ReadApplications {

  private final Cases cases;

  ReadApplications(Cases cases) {
    this.cases = cases;
  }

  Outcome<Reply> show(Call call) {
    return cases
        .visible(call)
        .map(
            stored ->
                Reply.ok(view(call, stored, cases.stateOf(call, stored.value()))).tagged(stored));
  }

  private static Map<String, Object> view(Call call, Stored<Application> stored, State state) {
    Application application = stored.value();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("application", application.id());
    view.put("enterprise", application.enterprise());
    view.put("state", state);
    view.put("form", application.form());
    view.put("changedIn", application.changedIn());
    put(view, "filed", filed(application.filed()));
    view.put("turn", Answers.turn(call, application.turn(), state));
    put(view, "open", application.open());
    put(view, "confirmation", application.confirmation());
    if (maySeeAssessment(call, state)) {
      put(view, "assessment", application.assessment());
    }
    put(view, "evaluator", application.evaluator());
    if (call.as().role().isPublicBody()) {
      view.put("persons", application.persons());
    }
    put(view, "closing", application.closing());
    if (state == State.CERTIFIED || call.as().role().isPublicBody()) {
      put(view, "list", application.list());
    }
    return view;
  }

  /** The applicant sees the assessment when it is decided on, not while somebody may lean on it. */
  private static boolean maySeeAssessment(Call call, State state) {
    return call.as().role() != Role.ENTERPRISE
        || state == State.CERTIFIED
        || state == State.REFUSED;
  }

  private static @Nullable Object filed(@Nullable Filed filed) {
    return filed == null
        ? null
        : Map.of(
            "round", filed.round(),
            "district", filed.district(),
            "noticeYear", filed.noticeYear(),
            "submittedAt", filed.submittedAt());
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
