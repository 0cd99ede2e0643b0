package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.ApplicationChange;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.StoredRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentTest {

  private static final Map<String, Object> EV1 = Map.of("evaluator", "EV1");
  private static final Map<String, Object> WANTED =
      Map.of(
          "fields",
          Map.of("conditions.testReport", "缺检测依据", "evidence.PATENT_OR_REPORT", "缺页"),
          "ground",
          "检测报告不完整");

  private final City city = new City();

  @Test
  void shouldGoFromDraftToAssessed() {
    String id = city.assessed();

    assertEquals(
        List.of(
            "application.drafted",
            "application.submitted",
            "application.confirmed",
            "application.assigned",
            "application.assessed"),
        city.types(id));
    JsonNode view = city.show("commission-2", id);
    assertEquals("ASSESSED", view.path("state").asText());
    assertTrue(view.path("assessment").path("recommended").asBoolean());
    assertEquals("commission", view.path("turn").path("organisation").asText());
    assertEquals("[\"district-1\"]", view.path("persons").path("CONFIRM").toString());
    assertEquals("[\"evaluator-1\"]", view.path("persons").path("ASSESS").toString());
  }

  @Test
  void shouldShowAssignedApplicationsToTheirEvaluatorOnly() {
    String id = city.confirmed();
    assertEquals(404, city.gateway.as("evaluator-1").get("/applications/" + id).status());

    city.act(200, "commission-1", id, "assignment", EV1);

    assertEquals(List.of(id), city.list("evaluator-1", ""));
    assertEquals("ASSIGNED", city.show("evaluator-2", id).path("state").asText());
    assertEquals(404, city.gateway.as("rival").get("/applications/" + id).status());
    city.act(404, "rival", id, "assessment", City.assessment(true));
    assertTrue(city.list("rival", "").isEmpty());
  }

  @Test
  void shouldKeepTheAssessmentFromTheApplicantUntilItIsDecidedOn() {
    String id = city.assessed();
    assertFalse(city.show("owner", id).has("assessment"));
    assertFalse(city.show("owner", id).has("persons"));

    city.act(200, "commission-2", id, "refusal", City.refusal());

    assertTrue(city.show("owner", id).has("assessment"));
  }

  @Test
  void shouldRefuseAnEvaluatorThatNobodySignsFor() {
    String id = city.confirmed();
    city.member(
        "former", Role.EVALUATOR, "EV3", Instant.parse("2025-11-03T02:00:00Z"), Capacity.SIGNER);
    city.member("preparer", Role.EVALUATOR, "EV4", Capacity.PREPARER);

    for (String evaluator : List.of("EV3", "EV4", "nobody")) {
      city.act(400, "commission-1", id, "assignment", Map.of("evaluator", evaluator));
    }
  }

  @Test
  void shouldRefuseAnEvaluatorOfTheApplicantsOwnGroup() {
    String id = city.confirmed();
    city.member("owner", Role.EVALUATOR, City.ENTERPRISE, Capacity.SIGNER);
    JsonNode itself =
        city.act(422, "commission-1", id, "assignment", Map.of("evaluator", City.ENTERPRISE));
    assertTrue(itself.path("detailEn").asText().contains("it is the applicant itself"));

    city.member("both", Role.EVALUATOR, "EV5", Capacity.SIGNER);
    city.member("both", Role.ENTERPRISE, City.ENTERPRISE, Capacity.PREPARER);
    city.act(422, "commission-1", id, "assignment", Map.of("evaluator", "EV5"));

    city.related("rival", City.ENTERPRISE);
    city.act(422, "commission-1", id, "assignment", Map.of("evaluator", "EV2"));

    city.act(200, "commission-1", id, "assignment", EV1);
  }

  @Test
  void shouldRefuseAnEvaluatorToWhichTheApplicantDeclaredARelation() {
    String id = city.confirmed();
    city.related("clerk", "EV1");

    city.act(422, "commission-1", id, "assignment", EV1);
  }

  @Test
  void shouldKeepAnEvaluatorAwayWhoDeclaresARelationAfterTheAssignment() {
    String id = city.assigned();
    city.related("evaluator-1", City.ENTERPRISE);
    city.member("evaluator-2", Role.ENTERPRISE, City.ENTERPRISE, Capacity.PREPARER);

    city.act(403, "evaluator-1", id, "assessment", City.assessment(true));
    assertEquals(
        403,
        city.gateway
            .as("evaluator-2")
            .header("firstbatch-organisation", "EV1")
            .post("/applications/" + id + "/assessment", City.body(City.assessment(true)))
            .status());
  }

  @Test
  void shouldNotLetWhoStandsCloseToTheEvaluatorChooseItOrDecideOnItsAssessment() {
    String id = city.confirmed();
    city.member("commission-1", Role.EVALUATOR, "EV1", Capacity.PREPARER);
    city.act(403, "commission-1", id, "assignment", EV1);
    city.act(200, "commission-2", id, "assignment", EV1);
    city.act(200, "evaluator-1", id, "assessment", City.assessment(true));

    city.act(403, "commission-1", id, "refusal", City.refusal());
    city.member("commission-3", Role.COMMISSION, "commission", Capacity.SIGNER);
    city.act(200, "commission-3", id, "refusal", City.refusal());
  }

  @Test
  void shouldLetNobodyTakeTwoStages() {
    String id = city.submitted();
    city.member("busy", Role.DISTRICT, "ganjingzi", Capacity.SIGNER);
    city.member("busy", Role.COMMISSION, "commission", Capacity.SIGNER);
    city.member("busy", Role.EVALUATOR, "EV1", Capacity.SIGNER);
    assertEquals(200, busy(id, "ganjingzi", "confirmation", City.confirmation()));

    assertEquals(403, busy(id, "commission", "assignment", EV1));
    city.act(200, "commission-1", id, "assignment", EV1);
    assertEquals(403, busy(id, "EV1", "assessment", City.assessment(true)));
    city.act(200, "evaluator-1", id, "assessment", City.assessment(true));
    assertEquals(403, busy(id, "commission", "refusal", City.refusal()));
    city.act(403, "commission-1", id, "refusal", City.refusal());
    city.act(200, "commission-2", id, "refusal", City.refusal());
  }

  @Test
  void shouldRememberEverybodyWhoEverTookAStage() {
    String id = city.assigned();
    city.act(200, "evaluator-1", id, "assignment-decline", Map.of("ground", "无此领域专家"));
    city.act(200, "commission-2", id, "assignment", Map.of("evaluator", "EV2"));
    city.act(200, "rival", id, "assessment", City.assessment(true));

    city.act(403, "commission-1", id, "refusal", City.refusal());
    city.act(403, "commission-2", id, "refusal", City.refusal());
    city.member("commission-3", Role.COMMISSION, "commission", Capacity.SIGNER);
    city.act(200, "commission-3", id, "refusal", City.refusal());
    assertEquals(
        "[\"commission-1\",\"commission-2\"]",
        city.show("auditor", id).path("persons").path("ASSIGN").toString());
  }

  @Test
  void shouldLetWhoAssignedAssignAgain() {
    String id = city.assigned();
    city.act(200, "evaluator-1", id, "assignment-decline", Map.of("ground", "无此领域专家"));

    city.act(200, "commission-1", id, "assignment", Map.of("evaluator", "EV2"));

    assertEquals(List.of("commission-1"), city.stored(id).persons().get(Stage.ASSIGN));
  }

  @Test
  void shouldReadAnApplicationOfTheFirstSchema() {
    String id = city.assessed();
    StoredRecord now = city.records.find(Applications.key("dalian", id)).orElseThrow();
    ObjectNode body = Json.object(now.body());
    body.putObject("persons").put("ASSIGN", "commission-1");
    body.remove("handlers");
    city.records.putAll(
        List.of(StoredRecord.first(now.key(), 1, now.edition(), now.createdAt(), body.toString())));

    assertEquals(List.of("commission-1"), city.stored(id).persons().get(Stage.ASSIGN));
    city.act(403, "commission-1", id, "refusal", City.refusal());
  }

  private int busy(String id, String organisation, String act, Object body) {
    Answer answer =
        city.gateway
            .as("busy")
            .header("firstbatch-organisation", organisation)
            .header("if-match", city.version(id))
            .post("/applications/" + id + "/" + act, City.body(body));
    return answer.status();
  }

  @Test
  void shouldGoToAnotherEvaluatorWhenTheFirstDeclines() {
    String id = city.assigned();
    city.act(400, "evaluator-1", id, "assignment-decline", Map.of());

    city.act(200, "evaluator-1", id, "assignment-decline", Map.of("ground", "无此领域专家"));

    assertEquals("CONFIRMED", city.state(id));
    assertEquals(404, city.gateway.as("evaluator-1").get("/applications/" + id).status());
    assertTrue(city.list("evaluator-1", "").isEmpty());
    city.act(200, "commission-1", id, "assignment", Map.of("evaluator", "EV2"));
    city.act(200, "rival", id, "assessment", City.assessment(false));
  }

  @Test
  void shouldGoToAnotherEvaluatorWhenTheCommissionTakesItFromOneThatIsSilent() {
    String id = city.assigned();
    city.act(200, "evaluator-1", id, "handler", Map.of());
    city.related("evaluator-1", City.ENTERPRISE);
    city.at("2026-01-12T02:00:00Z");
    city.act(400, "commission-2", id, "assignment", Map.of("evaluator", "EV2"));
    city.act(400, "commission-2", id, "assignment", Map.of("evaluator", "EV1", "ground", "逾期未评估"));

    JsonNode answer =
        city.act(
            200, "commission-2", id, "assignment", Map.of("evaluator", "EV2", "ground", "逾期未评估"));

    assertEquals("EV2", answer.path("turn").path("organisation").asText());
    assertFalse(answer.path("turn").has("handler"));
    assertFalse(answer.path("turn").path("overdue").asBoolean());
    assertEquals("逾期未评估", city.journal(id).getLast().ground());
    assertEquals("EV1", city.journal(id).getLast().facts().path("instead").asText());
    assertTrue(city.journal(id).getLast().organisations().containsAll(List.of("EV1", "EV2")));
    assertEquals(404, city.gateway.as("evaluator-2").get("/applications/" + id).status());
    assertTrue(city.list("evaluator-2", "").isEmpty());
    city.act(404, "evaluator-2", id, "assessment", City.assessment(true));
    city.act(200, "rival", id, "assessment", City.assessment(true));
    city.act(403, "commission-1", id, "refusal", City.refusal());
  }

  @Test
  void shouldTakeNoGroundForTheFirstAssignmentAndNoneWhileASupplementIsOut() {
    String id = city.confirmed();
    city.act(400, "commission-1", id, "assignment", Map.of("evaluator", "EV1", "ground", "逾期"));
    city.act(200, "commission-1", id, "assignment", EV1);
    city.act(200, "evaluator-1", id, "supplement-request", WANTED);

    city.act(409, "commission-2", id, "assignment", Map.of("evaluator", "EV2", "ground", "逾期"));
  }

  @Test
  void shouldNotRecommendWhatItFindsNotToBeMet() {
    String id = city.assigned();
    List<Map<String, Object>> findings = City.findings();
    findings.set(0, Map.of("condition", "FIRST_BATCH", "outcome", "NOT_MET", "ground", "已有同类产品"));

    city.act(422, "evaluator-1", id, "assessment", said(findings, true));
    city.act(200, "evaluator-1", id, "assessment", said(findings, false));
    assertEquals("ASSESSED", city.state(id));
  }

  private static Map<String, Object> said(List<Map<String, Object>> findings, boolean recommended) {
    return Map.of("findings", findings, "recommended", recommended, "opinion", "见各项");
  }

  @Test
  void shouldDemandAGroundToDepartFromAPositiveAssessment() {
    String id = city.assessed();
    city.act(400, "commission-2", id, "refusal", Map.of("article", "第八条（二）"));

    city.act(200, "commission-2", id, "refusal", City.refusal());

    assertEquals("REFUSED", city.state(id));
    assertTrue(city.journal(id).getLast().facts().path("recommended").asBoolean());
    assertEquals("不属鼓励类", city.journal(id).getLast().ground());
    city.act(409, "commission-2", id, "refusal", City.refusal());
  }

  @Test
  void shouldAskForSupplementsThroughTheCommission() {
    String id = city.assigned();
    // Twenty working days of the assessment from Monday, 3 November; three are used.
    city.at("2025-11-06T02:00:00Z");
    JsonNode asked = city.act(200, "evaluator-1", id, "supplement-request", WANTED);
    assertEquals("SUPPLEMENT", asked.path("state").asText());
    assertEquals("commission", asked.path("turn").path("organisation").asText());
    assertEquals(17, asked.path("turn").path("daysLeft").asInt());
    city.save(400, "clerk", id, "conditions.testReport", "补充");
    city.act(409, "owner", id, "submission", Map.of());

    JsonNode passed = city.act(200, "commission-1", id, "supplement", Map.of());
    assertEquals(City.ENTERPRISE, passed.path("turn").path("organisation").asText());
    city.act(409, "commission-1", id, "supplement", Map.of());
    city.act(409, "evaluator-1", id, "assessment", City.assessment(true));
    city.save(400, "clerk", id, "product.name", "改名");
    city.save(200, "clerk", id, "conditions.testReport", "国家机床检测中心 2025-077 全文");
    city.at("2025-11-12T02:00:00Z");
    JsonNode back = city.act(200, "owner", id, "submission", Map.of());

    assertEquals("ASSIGNED", back.path("state").asText());
    assertEquals("EV1", back.path("turn").path("organisation").asText());
    // Seventeen working days after Wednesday, 12 November.
    assertEquals("2025-12-05", back.path("turn").path("due").asText());
    assertEquals(2, back.path("round").asInt());
    city.act(200, "evaluator-2", id, "assessment", City.assessment(true));
  }

  @Test
  void shouldPassOnOnlyWhatTheEvaluatorAskedFor() {
    String id = city.assigned();
    city.act(200, "evaluator-1", id, "supplement-request", WANTED);

    city.act(400, "commission-1", id, "supplement", City.open("product.name", "x"));
    city.act(200, "commission-1", id, "supplement", City.open("evidence.PATENT_OR_REPORT", "缺页"));

    assertEquals(1, city.show("owner", id).path("open").path("fields").size());
  }

  @Test
  void shouldPassOnNoRequestThatNobodySaysThatTheyRead() {
    String id = city.assigned();
    city.act(200, "evaluator-1", id, "supplement-request", WANTED);

    Answer blind =
        city.gateway.as("commission-1").post("/applications/" + id + "/supplement", "{}");

    assertEquals(428, blind.status());
    assertEquals("SUPPLEMENT", city.state(id));
  }

  @Test
  void shouldGoOnWhenTheCommissionRefusesASupplement() {
    String id = city.assigned();
    city.act(200, "evaluator-1", id, "supplement-request", WANTED);

    city.act(200, "commission-1", id, "supplement", Map.of("refusal", "已在材料第三页"));

    assertEquals("ASSIGNED", city.state(id));
    assertFalse(city.show("owner", id).has("open"));
    city.act(200, "evaluator-1", id, "assessment", City.assessment(true));
  }

  @Test
  void shouldLetNothingBeDoneToWhatIsBeingPublished() {
    String id = city.assessed();
    listed(id, null);

    JsonNode refused = city.act(409, "commission-2", id, "refusal", City.refusal());
    assertTrue(refused.path("detail").asText().contains("大经信〔2026〕1号"));
    assertEquals("ASSESSED", city.state(id));
    assertTrue(city.list("commission-2", "?view=unassigned").isEmpty());

    listed(id, Instant.parse("2025-12-01T02:00:00Z"));
    assertEquals("CERTIFIED", city.state(id));
    assertEquals("", city.show("owner", id).path("turn").path("organisation").asText());
    assertEquals(List.of(id), city.list("owner", "?status=CERTIFIED"));
    assertTrue(city.list("commission-1", "?status=ASSESSED").isEmpty());
    assertTrue(
        city.act(409, "commission-2", id, "refusal", City.refusal())
            .path("detail")
            .asText()
            .contains("CERTIFIED"));
  }

  /** What a publication writes, before and after it is visible. */
  private void listed(String id, @Nullable Instant publishedAt) {
    String number = "大经信〔2026〕1号";
    city.put(
        Certificates.LIST,
        Certificates.listKey("dalian", number),
        new PublishedList(number, 1, "", publishedAt));
    var before = Applications.find(city.records, "dalian", id).orElseThrow();
    var unit =
        new org.firstbatch.casework.act.Unit(
            org.firstbatch.casework.act.Actor.system("dalian", City.MONDAY, "test", "1"));
    var after = ApplicationChange.of(before.value()).list(number).made();
    ApplicationRows.change(city.records, unit, "dalian", before.value(), after);
    unit.change(Applications.APPLICATION, before, after);
    Objects.requireNonNull(city.records.commit(unit.transaction(id + publishedAt)));
  }
}
