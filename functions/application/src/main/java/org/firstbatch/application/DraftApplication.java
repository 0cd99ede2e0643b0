package org.firstbatch.application;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Stored;

/** An enterprise begins an application; whatever it leaves out it fills in later. */
final class DraftApplication {

  Outcome<Reply> perform(Call call, Unit unit) {
    return call.body().then(DraftApplication::read).map(form -> draft(call, unit, form));
  }

  private static Outcome<SortedMap<String, String>> read(Fields body) {
    return body.result(
        body.optional("form", name -> FormBody.read(body, name)).orElseGet(TreeMap::new));
  }

  private static Reply draft(Call call, Unit unit, SortedMap<String, String> form) {
    Application draft =
        new Application(
            id(call),
            call.organisation(),
            State.DRAFT,
            form,
            form.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> 1L)),
            null,
            Turn.of(call.organisation(), call.at()),
            Map.of(),
            null,
            Map.of(),
            null,
            null,
            null,
            null,
            null);
    Happening happening =
        Happening.of(
            "application.drafted",
            "application",
            draft.id(),
            List.of(),
            Map.of("fields", form.keySet()));
    String scheme = call.scheme();
    Stored<Application> stored =
        unit.create(
            Applications.APPLICATION, Applications.key(scheme, draft.id()), draft, happening);
    ApplicationRows.create(unit, scheme, draft);
    return Reply.created(
            "/v1/schemes/" + scheme + "/applications/" + draft.id(), Answers.brief(call, draft))
        .tagged(stored);
  }

  private static String id(Call call) {
    String all =
        RecordKey.join(call.scheme(), call.organisation(), call.actor().person(), call.seed());
    return "a" + Hashes.hex(all).substring(0, 20);
  }
}
