package org.firstbatch.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/** The documents of a policy, for those who may see it; each link that is given is journalled. */
final class ReadDocuments {

  private static final int ATTEMPTS = 4;

  private final Records records;
  private final ObjectStore objects;

  ReadDocuments(Records records, ObjectStore objects) {
    this.records = records;
    this.objects = objects;
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
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Stored<Document>> document =
          records
              .find(Document.key(call.scheme(), policy.id(), call.path("document")))
              .map(Document.KIND::read);
      if (document.isEmpty()) {
        return Outcome.refused(Problem.notFound());
      }
      if (document.get().value().state() != Document.State.CHECKED) {
        return Outcome.refused(unchecked(document.get().value()));
      }
      if (isJournalled(call, policy, document.get())) {
        return Outcome.done(
            Reply.ok(view(document.get().value(), uri(call, document.get().value()))));
      }
    }
    throw new RetryableFault("A document keeps changing: " + call.path("document"));
  }

  /** Bytes that have not been checked are shown to nobody. */
  private static Problem unchecked(Document document) {
    return Problem.conflict(
        "此文件尚未收到或未通过检查（" + document.state() + "），不能查看。",
        "This document has not arrived or did not pass its check (" + document.state() + ").");
  }

  private boolean isJournalled(Call call, Registered policy, Stored<Document> document) {
    Unit unit = new Unit(call.actor());
    Happening read =
        Happening.of(
            "document.read",
            "document",
            document.value().id(),
            DeclareDocument.concerned(policy),
            Map.of("policy", policy.id()));
    unit.change(Document.KIND, document, document.value(), read);
    return Commits.isCommitted(records, unit);
  }

  private String uri(Call call, Document document) {
    return objects
        .presignGet(
            Document.objectKey(call.scheme(), document.policy(), document.id()),
            document.name(),
            DeclareDocument.VALID)
        .toString();
  }

  private List<Map<String, Object>> views(String scheme, String policy) {
    List<Map<String, Object>> views = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.FILINGS, Document.partition(scheme, policy)),
        record -> views.add(view(Document.KIND.read(record).value(), null)));
    return views;
  }

  private static Map<String, Object> view(Document document, @Nullable String uri) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("document", document.id());
    view.put("kind", document.kind());
    view.put("name", document.name());
    view.put("type", document.type().mediaType());
    view.put("length", document.length());
    view.put("sha256", document.sha256());
    view.put("revision", document.revision());
    view.put("state", document.state());
    putIfGiven(view, "pages", document.pages());
    putIfGiven(view, "reason", document.reason());
    view.put("declaredAt", document.declaredAt());
    putIfGiven(view, "link", uri);
    return view;
  }

  private static void putIfGiven(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
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
