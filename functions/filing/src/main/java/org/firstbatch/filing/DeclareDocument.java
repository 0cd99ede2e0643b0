package org.firstbatch.filing;

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
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.evidence.Declaration;
import org.firstbatch.evidence.UploadState;
import org.firstbatch.evidence.Uploads;
import org.firstbatch.filing.Document.DocumentKind;

/** An insurer declares a document of its policy and is given leave to upload it once (第十三条). */
final class DeclareDocument {

  private final Records records;
  private final ObjectStore objects;

  DeclareDocument(Records records, ObjectStore objects) {
    this.records = records;
    this.objects = objects;
  }

  /** What the insurer states. */
  private record Input(DocumentKind kind, Declaration file) {}

  Outcome<Reply> perform(Call call, Unit unit) {
    Optional<Registered> policy =
        records
            .find(Policies.key(call.scheme(), call.path("policy")))
            .map(record -> Policies.POLICY.read(record).value())
            .filter(registered -> registered.policy().insurer().equals(call.organisation()));
    return policy.isEmpty()
        ? Outcome.refused(Problem.notFound())
        : call.standsOutside(concerned(policy.get()))
            .then(Call::body)
            .then(DeclareDocument::read)
            .map(input -> declare(call, unit, policy.get(), input));
  }

  private static Outcome<Input> read(Fields fields) {
    return fields.result(
        new Input(fields.choice("kind", DocumentKind.class), Declaration.read(fields)));
  }

  private Reply declare(Call call, Unit unit, Registered policy, Input input) {
    Document document = document(call, policy, input);
    String scheme = call.scheme();
    unit.create(
        Document.KIND,
        Document.key(scheme, policy.id(), document.id()),
        document,
        happening(policy, document));
    String location =
        "/v1/schemes/" + scheme + "/policies/" + policy.id() + "/documents/" + document.id();
    return Reply.created(location, answer(scheme, document));
  }

  private static Document document(Call call, Registered policy, Input input) {
    return new Document(
        Uploads.id("d", call, policy.id()),
        policy.id(),
        input.kind(),
        input.file().name(),
        input.file().type(),
        input.file().length(),
        input.file().sha256(),
        policy.revision(),
        UploadState.DECLARED,
        null,
        null,
        null,
        call.at());
  }

  private static Happening happening(Registered policy, Document document) {
    return Happening.of(
        "document.declared",
        "document",
        document.id(),
        concerned(policy),
        Map.of(
            "policy", policy.id(),
            "kind", document.kind(),
            "length", document.length(),
            "sha256", document.sha256()));
  }

  static List<String> concerned(Registered policy) {
    return List.of(policy.policy().insurer(), policy.policy().insured().creditCode().value());
  }

  private Map<String, Object> answer(String scheme, Document document) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("document", document.id());
    answer.put("state", document.state());
    answer.put("revision", document.revision());
    answer.put(
        "upload",
        Uploads.leave(
            objects,
            Document.objectKey(scheme, document.policy(), document.id()),
            document.declaration()));
    return answer;
  }
}
