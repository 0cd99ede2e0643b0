package org.firstbatch.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Documents;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.evidence.UploadLink;
import org.firstbatch.evidence.Uploads;

/** The documents of a policy, for those who may see it; each link that is given is journalled. */
final class ReadDocuments {

  private final Records records;
  private final UploadLink<Document> links;

  ReadDocuments(Records records, ObjectStore objects) {
    this.records = records;
    this.links = new UploadLink<>(records, objects, Document.KIND, ReadDocuments::view);
  }

  Outcome<Reply> list(Call call) {
    return visible(call)
        .map(policy -> Reply.ok(Map.of("items", views(call.scheme(), policy.id()))));
  }

  /** A link for five minutes. */
  Outcome<Reply> link(Call call) {
    return visible(call).then(policy -> link(call, policy));
  }

  private Outcome<Reply> link(Call call, Registered policy) {
    String document = call.path("document");
    return links.give(
        call,
        Document.key(call.scheme(), policy.id(), document),
        Document.objectKey(call.scheme(), policy.id(), document),
        Happening.of(
            "document.read",
            "document",
            document,
            DeclareDocument.concerned(policy),
            Map.of("policy", policy.id())));
  }

  private List<Map<String, Object>> views(String scheme, String policy) {
    List<Map<String, Object>> views = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.FILINGS, Documents.partition(scheme, policy)),
        record -> views.add(view(Document.KIND.read(record).value())));
    return views;
  }

  private static Map<String, Object> view(Document document) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("document", document.id());
    view.put("kind", document.kind());
    view.put("revision", document.revision());
    view.putAll(Uploads.view(document));
    return view;
  }

  private Outcome<Registered> visible(Call call) {
    return records
        .find(Policies.key(call.scheme(), call.path("policy")))
        .map(record -> Policies.POLICY.read(record).value())
        .filter(policy -> maySee(call, policy))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  private static boolean maySee(Call call, Registered policy) {
    Role role = call.as().role();
    return switch (role) {
      case INSURER -> policy.policy().insurer().equals(call.organisation());
      case ENTERPRISE -> policy.policy().insured().creditCode().value().equals(call.organisation());
      default -> role.isReviewBody() || role == Role.AUDITOR;
    };
  }
}
