package org.firstbatch.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionTest {

  private static final String NUMBER = "A-1";
  private static final String CORRECTION =
      "{\"fields\":{\"specification\":\"CK-1B\"},\"ground\":\"规格型号录入有误\"}";

  private final InMemoryRecords records = Lists.records();
  private final TestGateway gateway = Lists.gateway(records);

  @BeforeEach
  void shouldHaveACertificate() {
    gateway
        .as("signer")
        .post("/certificate-imports", Lists.body("甲1", Lists.HEADER + Lists.row(NUMBER, 1)));
  }

  private Answer propose(String body) {
    return propose(NUMBER, body);
  }

  private Answer propose(String number, String body) {
    return gateway
        .as("signer")
        .header("if-match", gateway.asPublic().get("/certificates/" + number).header("etag"))
        .post("/certificates/" + number + "/correction", body);
  }

  private Answer decide(String person, String what, String body) {
    String proposal = "/certificates/" + NUMBER + "/proposal";
    String seen = gateway.as("preparer").get(proposal).header("etag");
    return gateway.as(person).header("if-match", seen).post(proposal + "/" + what, body);
  }

  private JsonNode shown() {
    return gateway.asPublic().get("/certificates/" + NUMBER).json();
  }

  private List<String> journal() {
    return records.list(Table.JOURNAL).stream()
        .map(record -> Json.read(record.body(), JournalEntry.class).type())
        .sorted()
        .toList();
  }

  @Test
  void shouldCorrectOnceAnotherSignerApproves() {
    Answer proposed = propose(CORRECTION);
    assertEquals(202, proposed.status(), proposed.http()::body);
    assertEquals("CK-1", shown().path("specification").asText());

    Answer approved = decide("signer-2", "approval", "");

    assertEquals(200, approved.status(), approved.http()::body);
    JsonNode certificate = shown();
    assertEquals("CK-1B", certificate.path("specification").asText());
    assertEquals(2, certificate.path("version").asInt());
    assertEquals("2027-01-05", certificate.path("lastDay").asText());
    JsonNode correction = certificate.path("corrections").get(0);
    assertEquals("规格型号录入有误", correction.path("ground").asText());
    assertEquals(
        Json.mapper().valueToTree(new Certificates.Difference("specification", "CK-1", "CK-1B")),
        correction.path("differences").get(0));
    assertEquals(
        List.of(
            "certificate.corrected",
            "certificate.proposal-approved",
            "certificate.proposal-made",
            "certificates.imported"),
        journal());
  }

  @Test
  void shouldServeEveryVersion() {
    propose(CORRECTION);
    decide("signer-2", "approval", "");
    propose("{\"fields\":{\"specification\":\"CK-1C\",\"product\":\"车床\"},\"ground\":\"再次更正\"}");
    decide("signer-2", "approval", "");

    JsonNode versions = gateway.asPublic().get("/certificates/" + NUMBER + "/versions").json();

    JsonNode items = versions.path("items");
    assertEquals(3, items.size());
    assertEquals("CK-1", items.get(0).path("specification").asText());
    assertEquals("2026-01-05", items.get(0).path("day").asText());
    assertEquals("CK-1B", items.get(1).path("specification").asText());
    assertEquals("数控机床", items.get(1).path("product").asText());
    assertEquals("2026-03-02", items.get(1).path("day").asText());
    assertEquals("车床", items.get(2).path("product").asText());
    assertEquals("再次更正", items.get(2).path("ground").asText());
  }

  @Test
  void shouldNotLetWhoProposedItApproveIt() {
    propose(CORRECTION);

    assertEquals(403, decide("signer", "approval", "").status());
    assertEquals(403, decide("preparer", "approval", "").status());
    assertEquals("CK-1", shown().path("specification").asText());
  }

  @Test
  void shouldNotLetARelatedSignerProposeOrDecide() {
    propose(CORRECTION);
    Lists.related(records, "signer-2", Lists.code(1));

    assertEquals(403, decide("signer-2", "approval", "").status());
    assertEquals(403, decide("signer-2", "refusal", "{\"ground\":\"有误\"}").status());
    Lists.related(records, "signer", Lists.code(1));
    assertEquals(403, propose(CORRECTION).status());
    assertEquals(403, decide("signer", "withdrawal", "").status());
  }

  @Test
  void shouldNotLetAFormerMemberOfTheEnterpriseProposeOrApprove() {
    propose(CORRECTION);
    Lists.former(records, "signer-2", Role.ENTERPRISE, Lists.code(1));

    assertEquals(403, decide("signer-2", "approval", "").status());
    Lists.former(records, "signer", Role.ENTERPRISE, Lists.code(1));
    assertEquals(403, propose(CORRECTION).status());
  }

  @Test
  void shouldTakeTheVersionThatWasRead() {
    String path = "/certificates/" + NUMBER + "/correction";

    assertEquals(428, gateway.as("signer").post(path, CORRECTION).status());
    assertEquals(
        412, gateway.as("signer").header("if-match", "\"9\"").post(path, CORRECTION).status());
    assertEquals(404, gateway.as("signer").post("/certificates/X/correction", CORRECTION).status());
  }

  @Test
  void shouldRefuseWhatChangesNothingOrIsNoField() {
    assertEquals(
        400, propose("{\"fields\":{\"specification\":\"CK-1\"},\"ground\":\"无\"}").status());
    assertEquals(400, propose("{\"fields\":{},\"ground\":\"无\"}").status());
    assertEquals(
        400, propose("{\"fields\":{\"lastDay\":\"2028-01-01\"},\"ground\":\"无\"}").status());
    assertEquals(400, propose("{\"fields\":{\"productClass\":\"飞船\"},\"ground\":\"无\"}").status());
    assertEquals(400, propose("{\"fields\":{\"product\":\"车床\"}}").status());
  }

  @Test
  void shouldNotDecideOnAProposalThatNobodyHasSeen() {
    String path = "/certificates/" + NUMBER + "/proposal";
    propose(CORRECTION);
    String read = gateway.as("signer-2").get(path).header("etag");
    decide("signer", "withdrawal", "");
    propose("{\"fields\":{\"product\":\"车床\"},\"ground\":\"与原件不符\"}");

    for (String act : List.of("approval", "refusal")) {
      String body = act.equals("refusal") ? "{\"ground\":\"原件无误\"}" : "";
      assertEquals(428, gateway.as("signer-2").post(path + "/" + act, body).status());
      assertEquals(
          412,
          gateway.as("signer-2").header("if-match", read).post(path + "/" + act, body).status());
    }
    assertEquals(428, gateway.as("signer").post(path + "/withdrawal", "").status());
    assertEquals("CK-1", shown().path("specification").asText());
  }

  @Test
  void shouldHaveOneOpenProposalAtATime() {
    propose(CORRECTION);

    assertEquals(409, propose(CORRECTION).status());
    assertEquals(403, decide("signer-2", "withdrawal", "").status());
    assertEquals(200, decide("signer", "withdrawal", "").status());
    assertEquals(409, decide("signer-2", "approval", "").status());
    assertEquals(202, propose(CORRECTION).status());
    assertEquals(200, decide("signer-2", "refusal", "{\"ground\":\"原件无误\"}").status());
    assertEquals("CK-1", shown().path("specification").asText());
    JsonNode proposal = gateway.as("preparer").get("/certificates/" + NUMBER + "/proposal").json();
    assertEquals("REFUSED", proposal.path("state").asText());
    assertEquals("原件无误", proposal.path("refusal").asText());
    assertEquals(
        1, gateway.as("preparer").get("/certificate-proposals").json().path("items").size());
    assertEquals(401, gateway.asPublic().get("/certificate-proposals").status());
  }

  @Test
  void shouldFindACertificateByItsCorrectedNameOnly() {
    propose("{\"fields\":{\"enterpriseName\":\"新名机床有限公司\"},\"ground\":\"企业名称有误\"}");
    decide("signer-2", "approval", "");

    assertEquals(1, byName("新名").size());
    assertEquals(0, byName("大连").size());
  }

  private JsonNode byName(String prefix) {
    String query = URLEncoder.encode(prefix, StandardCharsets.UTF_8);
    return gateway.asPublic().get("/certificates?namePrefix=" + query).json().path("items");
  }

  @Test
  void shouldNotCorrectTheClassOfAProductThatIsTooCheapForIt() {
    Assessed.application(5)
        .field("product.unitPrice", "100.00")
        .notice("unit-price-threshold 50000000.00")
        .in(records);
    gateway.as("signer").post("/certificate-lists", Assessed.list("乙1", List.of(Assessed.id(5))));
    String number =
        gateway
            .asPublic()
            .get("/certificates?creditCode=" + Lists.code(5))
            .json()
            .path("items")
            .get(0)
            .path("number")
            .asText();

    Answer answer = propose(number, "{\"fields\":{\"productClass\":\"核电装备\"},\"ground\":\"类别有误\"}");

    assertEquals(422, answer.status(), answer.http()::body);
    assertEquals("第四条", answer.json().path("article").asText());
  }

  @Test
  void shouldReadACertificateOfTheFirstSchema() {
    StoredRecord now = records.find(Certificates.key("dalian", NUMBER)).orElseThrow();
    ObjectNode body = Json.object(now.body());
    body.remove("corrections");
    body.remove("application");
    records.putAll(
        List.of(StoredRecord.first(now.key(), 1, now.edition(), now.createdAt(), body.toString())));

    assertEquals(1, shown().path("version").asInt());
    assertTrue(shown().path("corrections").isEmpty());
    assertEquals(202, propose(CORRECTION).status());
    assertEquals(200, decide("signer-2", "approval", "").status());
    assertEquals(2, shown().path("version").asInt());
    assertEquals(2, records.find(now.key()).orElseThrow().schema());
  }
}
