package org.firstbatch.filing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.PresignedPut;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.filing.Document.DocumentKind;

/** An insurer declares a document of its policy and is given leave to upload it once (第十三条). */
final class DeclareDocument {

  static final Duration VALID = Duration.ofMinutes(5);

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TYPE = Pattern.compile("application/pdf|image/png|image/jpeg");

  private final Records records;
  private final ObjectStore objects;

  DeclareDocument(Records records, ObjectStore objects) {
    this.records = records;
    this.objects = objects;
  }

  /** What the insurer states. */
  private record Input(DocumentKind kind, String name, String type, long length, String sha256) {}

  Outcome<Reply> perform(Call call, Unit unit) {
    Optional<Registered> policy =
        records
            .find(Policies.key(call.scheme(), call.path("policy")))
            .map(record -> Policies.POLICY.read(record).value())
            .filter(registered -> registered.policy().insurer().equals(call.organisation()));
    return policy.isEmpty()
        ? Outcome.refused(Problem.notFound())
        : call.body()
            .then(DeclareDocument::read)
            .map(input -> declare(call, unit, policy.get(), input));
  }

  private static Outcome<Input> read(Fields fields) {
    return fields.result(
        new Input(
            fields.choice("kind", DocumentKind.class),
            fields.text("name", 1, 200),
            fields.matching(
                "type",
                TYPE,
                "应为 application/pdf、image/png 或 image/jpeg",
                "must be application/pdf, image/png or image/jpeg"),
            fields.number("length", 1, Document.MOST_BYTES),
            fields.matching(
                "sha256", SHA256, "应为 64 位小写十六进制", "must be 64 lower-case hexadecimal digits")));
  }

  private Reply declare(Call call, Unit unit, Registered policy, Input input) {
    Document document = document(call, policy, input);
    String scheme = call.scheme();
    unit.create(
        Document.KIND,
        Document.key(scheme, policy.id(), document.id()),
        document,
        happening(policy, document));
    PresignedPut upload =
        objects.presignPut(
            Document.objectKey(scheme, policy.id(), document.id()),
            document.type().mediaType(),
            document.length(),
            document.sha256(),
            VALID);
    String location =
        "/v1/schemes/" + scheme + "/policies/" + policy.id() + "/documents/" + document.id();
    return Reply.created(location, answer(document, upload));
  }

  private static Document document(Call call, Registered policy, Input input) {
    return new Document(
        id(call, policy),
        policy.id(),
        input.kind(),
        input.name(),
        DocumentType.of(input.type()).orElseThrow(),
        input.length(),
        input.sha256(),
        policy.revision(),
        Document.State.DECLARED,
        null,
        null,
        call.at());
  }

  /**
   * The same for the same person and idempotency key, so that a lost answer leaves no second one.
   */
  private static String id(Call call, Registered policy) {
    String key = call.request().headers().getOrDefault("idempotency-key", call.actor().request());
    String all = RecordKey.join(call.scheme(), policy.id(), call.actor().person(), key);
    return "d" + Hashes.hex(all).substring(0, 20);
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

  private static Map<String, Object> answer(Document document, PresignedPut upload) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("document", document.id());
    answer.put("state", document.state());
    answer.put("revision", document.revision());
    answer.put(
        "upload",
        Map.of(
            "method", "PUT",
            "uri", upload.uri().toString(),
            "headers", upload.headers(),
            "expiresAt", upload.expiresAt()));
    return answer;
  }
}
