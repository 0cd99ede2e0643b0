package org.firstbatch.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ApplicationChange;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The enterprise saves fields of a form that is with it: of a draft any, of a returned one those
 * that were opened. Who read an older version is told which fields have changed since, and what
 * they say now.
 */
final class SaveDraft {

  private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");

  private final Cases cases;

  SaveDraft(Cases cases) {
    this.cases = cases;
  }

  /** A field that has changed since the version that was read; null where it is empty now. */
  record Changed(String field, @Nullable String value) {}

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofApplicant(call, unit, State.DRAFT, State.RETURNED, State.SUPPLEMENT)
        .then(SaveDraft::unchanged)
        .then(found -> call.body().then(SaveDraft::read).then(changes -> save(found, changes)));
  }

  private static Outcome<Case> unchanged(Case found) {
    return switch (found.call().matching(found.stored())) {
      case Outcome.Done<Stored<Application>> _ -> Outcome.done(found);
      case Outcome.Refused<Stored<Application>>(Problem problem, boolean _) ->
          Outcome.refused(
              problem.kind() == Problem.Kind.STALE
                  ? problem.with("changedFields", changedSince(found))
                  : problem);
    };
  }

  private static List<Changed> changedSince(Case found) {
    String read = found.call().request().headers().getOrDefault("if-match", "");
    Matcher tag = ETAG.matcher(read);
    long version = tag.matches() ? Long.parseLong(tag.group(1)) : 0;
    Application now = found.application();
    return now.changedIn().entrySet().stream()
        .filter(field -> field.getValue() > version)
        .map(field -> new Changed(field.getKey(), now.form().get(field.getKey())))
        .sorted((one, other) -> one.field().compareTo(other.field()))
        .toList();
  }

  private static Outcome<SortedMap<String, @Nullable String>> read(Fields body) {
    return body.result(FormBody.changes(body, "fields"));
  }

  private Outcome<Reply> save(Case found, SortedMap<String, @Nullable String> changes) {
    List<FieldError> closed = new ArrayList<>();
    changes.keySet().stream()
        .filter(path -> !found.application().isOpen(path, found.day()))
        .forEach(path -> closed.add(closed(found, path)));
    return closed.isEmpty()
        ? Outcome.done(write(found, changes))
        : Outcome.refused(Problem.invalid(closed));
  }

  private static FieldError closed(Case found, String path) {
    Open open = found.application().open();
    String fields = open == null ? "[]" : open.fields().keySet().toString();
    return new FieldError(
        "/fields/" + path, "此项未开放修改，可改：" + fields, "is not open for change; these are: " + fields);
  }

  private Reply write(Case found, SortedMap<String, @Nullable String> changes) {
    ApplicationChange change = found.change();
    long version = found.stored().version() + 1;
    changes.forEach((path, value) -> change.field(path, value, version));
    Stored<Application> saved =
        cases.save(
            found, change.made(), "application.saved", null, Map.of("fields", changes.keySet()));
    Map<String, Object> body = new LinkedHashMap<>(Answers.brief(found.call(), saved.value()));
    body.put("saved", changes.keySet());
    return Reply.ok(body).tagged(saved);
  }
}
