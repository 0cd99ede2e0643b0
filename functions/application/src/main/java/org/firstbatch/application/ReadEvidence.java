package org.firstbatch.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.evidence.UploadLink;
import org.firstbatch.evidence.Uploads;

/** The evidence of an application, for those who may see it; each link given is journalled. */
final class ReadEvidence {

  private final Records records;
  private final Cases cases;
  private final UploadLink<Evidence> links;

  ReadEvidence(Records records, ObjectStore objects, Cases cases) {
    this.records = records;
    this.cases = cases;
    this.links = new UploadLink<>(records, objects, Evidence.KIND, ReadEvidence::view);
  }

  Outcome<Reply> list(Call call) {
    return cases
        .visible(call)
        .map(stored -> Reply.ok(Map.of("items", views(call.scheme(), stored.value().id()))));
  }

  /** A link for five minutes, also to a piece that was replaced. */
  Outcome<Reply> link(Call call) {
    return cases.visible(call).then(stored -> link(call, stored.value()));
  }

  private Outcome<Reply> link(Call call, Application application) {
    String evidence = call.path("evidence");
    return links.give(
        call,
        Evidence.key(call.scheme(), application.id(), evidence),
        Evidence.objectKey(call.scheme(), application.id(), evidence),
        Happening.of(
            "evidence.read",
            "evidence",
            evidence,
            Case.concerned(application),
            Map.of("application", application.id())));
  }

  private List<Map<String, Object>> views(String scheme, String application) {
    return EvidenceState.of(records, scheme, application).all().stream()
        .map(Stored::value)
        .map(ReadEvidence::view)
        .toList();
  }

  private static Map<String, Object> view(Evidence piece) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("evidence", piece.id());
    view.put("condition", piece.condition());
    view.putAll(Uploads.view(piece));
    Uploads.putIfGiven(view, "replaces", piece.replaces());
    Uploads.putIfGiven(view, "replacedBy", piece.replacedBy());
    return view;
  }
}
