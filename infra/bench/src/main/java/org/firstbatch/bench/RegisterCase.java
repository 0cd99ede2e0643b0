package org.firstbatch.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.policy.Clause;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.InsurerRecord.Span;
import org.firstbatch.measures.scheme.ProductClass;

/**
 * The registration among the events of this repository, again and again, each time of another
 * policy for another user, so that each is allowed; and the registers that it rests on.
 */
final class RegisterCase {

  private static final String SCHEME = "dalian";
  private static final String LIST = "大经信发〔2026〕1号";
  private static final Instant SETTLED = Instant.parse("2026-01-08T01:00:00Z");
  private static final LocalDate BEGINNING = LocalDate.of(2025, 7, 1);

  private final ObjectNode event;
  private final ObjectNode policy;

  RegisterCase() throws IOException {
    event = Json.object(Files.readString(Path.of("../../events/policy-register.json")));
    policy = Json.object(event.path("body").asText());
  }

  /** What the gateway sends for the registration of this number, in UTF-8. */
  byte[] event(int number) {
    policy.put("number", "P-" + number);
    ((ObjectNode) policy.get("user")).put("creditCode", user(number));
    event.put("body", policy.toString());
    ((ObjectNode) event.get("headers")).put("idempotency-key", "policy-register-" + number);
    ((ObjectNode) event.get("requestContext")).put("requestId", "Zx1aBjPZFiEEPbw" + number);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String user(int number) {
    String body = "91210200MA%07d".formatted(100 + number);
    return body + CreditCode.checkCharacter(body);
  }

  List<StoredRecord> registers() {
    CreditCode enterprise = new CreditCode(policy.path("insured").path("creditCode").asText());
    Certificate certificate =
        new Certificate(
            "FB-2026-1",
            enterprise,
            ProductClass.ORDINARY,
            "五轴加工中心",
            "VMC-850",
            LocalDate.of(2026, 1, 8),
            LocalDate.of(2027, 1, 7),
            null);
    return List.of(
        membership(),
        insurer(),
        record(
            Programme.CLAUSE,
            Programme.clauseKey(SCHEME, "C-1"),
            new Clause("C-1", null, true, true, BEGINNING, null)),
        record(
            Certificates.CERTIFICATE,
            Certificates.key(SCHEME, "FB-2026-1"),
            Registered.imported(certificate, "大连甲机床有限公司", LIST)),
        record(
            Certificates.LIST,
            Certificates.listKey(SCHEME, LIST),
            new PublishedList(LIST, 1, "00", SETTLED)));
  }

  private static StoredRecord membership() {
    return record(
        Memberships.MEMBERSHIP,
        Membership.key(SCHEME, "preparer", Role.INSURER, "picc"),
        new Membership("preparer", "picc", Role.INSURER, Set.of(Capacity.PREPARER), SETTLED, null));
  }

  private static StoredRecord insurer() {
    return record(
        Programme.INSURER,
        Programme.insurerKey(SCHEME, "picc"),
        new InsurerRecord("picc", "picc", List.of(new Span(BEGINNING, null)), List.of(), null));
  }

  private static <T> StoredRecord record(Kind<T> kind, RecordKey key, T value) {
    return StoredRecord.first(key, kind.schema(), "1", SETTLED, Json.write(value));
  }
}
