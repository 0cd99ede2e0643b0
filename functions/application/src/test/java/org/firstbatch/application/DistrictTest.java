package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.measures.identity.CheckedNumber;
import org.junit.jupiter.api.Test;

class DistrictTest {

  private static final Map<String, Object> RETURN =
      Map.of("fields", Map.of("product.name", "与铭牌不符", "evidence.SIZE", "模糊"));

  private final City city = new City();

  @Test
  void shouldConfirmWithAFindingPerConditionAndAnOpinion() {
    String id = city.submitted();

    JsonNode answer = city.act(200, "district-1", id, "confirmation", City.confirmation());

    assertEquals("CONFIRMED", answer.path("state").asText());
    assertEquals("commission", answer.path("turn").path("organisation").asText());
    assertEquals("2025-11-10", answer.path("receipt").path("by").asText());
    assertEquals(8, city.show("owner", id).path("confirmation").path("findings").size());
    assertEquals("application.confirmed", city.types(id).getLast());
  }

  @Test
  void shouldNotConfirmWithoutAFindingForEachCondition() {
    String id = city.submitted();
    List<Map<String, Object>> seven = City.findings().subList(0, 7);
    List<Map<String, Object>> twice = City.findings();
    twice.set(7, twice.getFirst());
    List<Map<String, Object>> unsaid = City.findings();
    unsaid.set(0, Map.of("condition", "SIZE", "outcome", "UNDETERMINED"));

    for (Object findings : List.of(seven, twice, unsaid)) {
      city.act(
          400, "district-1", id, "confirmation", Map.of("findings", findings, "opinion", "同意"));
    }
    city.act(400, "district-1", id, "confirmation", Map.of("findings", City.findings()));
    assertEquals("SUBMITTED", city.state(id));
  }

  @Test
  void shouldNotConfirmWhatItFindsNotToBeMet() {
    String id = city.submitted();
    List<Map<String, Object>> findings = City.findings();
    findings.set(1, Map.of("condition", "SIZE", "outcome", "NOT_MET", "ground", "人员超限"));

    JsonNode answer =
        city.act(
            422, "district-1", id, "confirmation", Map.of("findings", findings, "opinion", "同意"));

    assertEquals("第八条", answer.path("article").asText());
  }

  @Test
  void shouldConfirmWhatItLeavesOpenWithAGround() {
    String id = city.submitted();
    List<Map<String, Object>> findings = City.findings();
    findings.set(
        0, Map.of("condition", "FIRST_BATCH", "outcome", "UNDETERMINED", "ground", "请评估机构判断"));

    city.act(200, "district-1", id, "confirmation", Map.of("findings", findings, "opinion", "同意"));
  }

  @Test
  void shouldDeclineWithArticleAndGround() {
    String id = city.submitted();
    city.act(400, "district-1", id, "decline", Map.of("ground", "注册地不在本市"));

    city.act(200, "district-1", id, "decline", Map.of("article", "第八条（一）", "ground", "注册地不在本市"));

    assertEquals("DECLINED", city.state(id));
    assertEquals("第八条（一）", city.show("owner", id).path("closing").path("article").asText());
    city.act(409, "district-1", id, "confirmation", City.confirmation());
  }

  @Test
  void shouldOpenOnlyTheNamedFieldsWhenItReturns() {
    String id = city.submitted();

    JsonNode answer = city.act(200, "district-1", id, "return", RETURN);

    assertEquals("RETURNED", answer.path("state").asText());
    // Ten working days of the notice after Monday, 3 November 2025.
    assertEquals("2025-11-17", answer.path("receipt").path("by").asText());
    assertEquals(
        "与铭牌不符", city.show("owner", id).path("open").path("fields").path("product.name").asText());
    city.save(200, "clerk", id, "product.name", "改名");
    JsonNode refused = city.save(400, "clerk", id, "enterprise.staff", "5");
    assertEquals(
        "/fields/enterprise.staff", refused.path("errors").get(0).path("pointer").asText());
    assertTrue(city.stored(id).isOpen("evidence.SIZE", java.time.LocalDate.of(2025, 11, 17)));
    assertFalse(
        city.stored(id).isOpen("evidence.ENVIRONMENT", java.time.LocalDate.of(2025, 11, 17)));
  }

  @Test
  void shouldRefuseToReturnWithoutAReasonOrWithADayThatIsOver() {
    String id = city.submitted();

    city.act(400, "district-1", id, "return", Map.of("fields", Map.of()));
    city.act(400, "district-1", id, "return", City.open("product.colour", "红"));
    city.act(400, "district-1", id, "return", City.open("product.name", ""));
    for (String day : List.of("2025-11-03", "2027-11-03", "2025-11-31")) {
      city.act(
          400,
          "district-1",
          id,
          "return",
          Map.of("fields", Map.of("product.name", "错"), "until", day));
    }
    assertEquals("SUBMITTED", city.state(id));
  }

  @Test
  void shouldMoveANamedLastDayThatIsARestDay() {
    String id = city.submitted();

    JsonNode answer =
        city.act(
            200,
            "district-1",
            id,
            "return",
            Map.of("fields", Map.of("product.name", "错"), "until", "2025-11-15"));

    assertEquals("2025-11-17", answer.path("turn").path("due").asText());
  }

  @Test
  void shouldStopItsClockWhileTheApplicantHasTheCase() {
    String id = city.submitted();
    // Three of the ten working days are used.
    city.at("2025-11-06T02:00:00Z");
    JsonNode returned = city.act(200, "district-1", id, "return", RETURN);
    assertEquals(7, returned.path("turn").path("daysLeft").asInt());

    city.at("2025-11-14T02:00:00Z");
    JsonNode back = city.act(200, "owner", id, "submission", Map.of());

    // Seven working days after Friday, 14 November.
    assertEquals("2025-11-25", back.path("turn").path("due").asText());
    assertFalse(back.path("turn").has("daysLeft"));
  }

  @Test
  void shouldDecideNothingBySilence() {
    String id = city.submitted();
    city.at("2026-03-02T02:00:00Z");

    JsonNode view = city.show("owner", id);

    assertEquals("SUBMITTED", view.path("state").asText());
    assertTrue(view.path("turn").path("overdue").asBoolean());
    city.act(200, "district-1", id, "confirmation", City.confirmation());
  }

  @Test
  void shouldKeepOtherDistrictsOut() {
    String id = city.submitted();

    assertEquals(404, city.gateway.as("elsewhere").get("/applications/" + id).status());
    city.act(404, "elsewhere", id, "confirmation", City.confirmation());
    city.act(404, "elsewhere", id, "return", RETURN);
    city.act(404, "elsewhere", id, "decline", City.refusal());
    city.act(404, "elsewhere", id, "handler", Map.of());
    assertTrue(city.list("elsewhere", "").isEmpty());
  }

  @Test
  void shouldLeaveDecisionsToSigners() {
    String id = city.submitted();

    city.act(403, "district-clerk", id, "confirmation", City.confirmation());
    city.act(403, "commission-1", id, "confirmation", City.confirmation());
    city.act(403, "auditor", id, "confirmation", City.confirmation());
    city.act(403, "owner", id, "return", RETURN);
  }

  @Test
  void shouldStopAnOfficerWhoseMembershipHasEnded() {
    String id = city.submitted();
    city.member(
        "district-1",
        Role.DISTRICT,
        "ganjingzi",
        Instant.parse("2025-11-03T02:00:00Z"),
        Capacity.SIGNER);

    city.act(403, "district-1", id, "confirmation", City.confirmation());
    city.act(200, "district-2", id, "confirmation", City.confirmation());
  }

  @Test
  void shouldKeepOfficersWithARelationAway() {
    String id = city.submitted();
    city.related("district-1", City.ENTERPRISE);
    city.member("district-2", Role.ENTERPRISE, City.ENTERPRISE, Capacity.PREPARER);

    for (String person : List.of("district-1", "district-2")) {
      assertEquals(
          403,
          city.gateway
              .as(person)
              .header("firstbatch-organisation", "ganjingzi")
              .post("/applications/" + id + "/confirmation", City.body(City.confirmation()))
              .status(),
          person);
    }
  }

  @Test
  void shouldKeepFormerMembersOfTheApplicantAway() {
    String id = city.submitted();
    Instant left = City.MONDAY.minusSeconds(1);
    city.member("district-1", Role.ENTERPRISE, City.ENTERPRISE, left, Capacity.SIGNER);
    // Never counted: it was undone before it began.
    city.member("district-2", Role.ENTERPRISE, City.ENTERPRISE, Instant.EPOCH, Capacity.SIGNER);

    city.act(403, "district-1", id, "confirmation", City.confirmation());
    city.act(200, "district-2", id, "confirmation", City.confirmation());
  }

  @Test
  void shouldLetOneOfTwoOfficersConfirm() {
    String id = city.submitted();
    Meanwhile records =
        new Meanwhile(
            city.records,
            () -> city.act(200, "district-2", id, "confirmation", City.confirmation()));
    TestGateway racing = city.gateway(records);

    Answer loser =
        racing
            .as("district-1")
            .header("if-match", city.version(id))
            .post("/applications/" + id + "/confirmation", City.body(City.confirmation()));

    assertEquals(412, loser.status());
    assertEquals(1, city.types(id).stream().filter("application.confirmed"::equals).count());
    assertEquals("district-2", city.stored(id).whoTook(Stage.CONFIRM).orElseThrow());
  }

  @Test
  void shouldTellAnOfficerWhoNamedTheVersionThatItIsStale() {
    String id = city.submitted();
    String etag = city.gateway.as("district-1").get("/applications/" + id).header("etag");
    city.act(200, "district-2", id, "handler", Map.of());

    assertEquals(
        412,
        city.gateway
            .as("district-1")
            .header("if-match", etag)
            .post("/applications/" + id + "/confirmation", City.body(City.confirmation()))
            .status());
  }

  @Test
  void shouldNotConfirmWhatAnotherOfficerReturnsMeanwhile() {
    String id = city.submitted();
    city.act(200, "district-1", id, "return", RETURN);
    city.act(200, "owner", id, "submission", Map.of());
    Meanwhile records =
        new Meanwhile(city.records, () -> city.act(200, "district-1", id, "return", RETURN));

    Answer confirmed =
        city.gateway(records)
            .as("district-2")
            .header("if-match", city.version(id))
            .post("/applications/" + id + "/confirmation", City.body(City.confirmation()));

    assertEquals(412, confirmed.status());
    assertEquals("RETURNED", city.state(id));
  }

  @Test
  void shouldNotReturnWhatTheApplicantWithdrawsMeanwhile() {
    String id = city.submitted();
    Meanwhile records =
        new Meanwhile(city.records, () -> city.act(200, "owner", id, "withdrawal", Map.of()));

    Answer late =
        city.gateway(records)
            .as("district-1")
            .header("if-match", city.version(id))
            .post("/applications/" + id + "/return", City.body(RETURN));

    assertEquals(412, late.status());
    assertEquals("WITHDRAWN", city.state(id));
  }

  @Test
  void shouldNotSubmitPastAReturnThatTheApplicantHasNotRead() {
    String id = city.submitted();
    city.act(200, "district-1", id, "return", RETURN);
    String read = etag("owner", id);
    Meanwhile records =
        new Meanwhile(
            city.records,
            () -> {
              city.act(200, "owner", id, "submission", Map.of());
              city.act(200, "district-2", id, "return", City.open("enterprise.staff", "不一致"));
            });

    Answer late = ifMatch(records, "owner", read, id, "submission", Map.of());

    assertEquals(412, late.status(), late.http()::body);
    assertEquals("RETURNED", city.state(id));
    assertTrue(city.show("owner", id).path("open").path("fields").has("enterprise.staff"));
    assertEquals(2, city.show("owner", id).path("filed").path("round").asInt());
  }

  @Test
  void shouldNotReturnASubmissionThatTheOfficerHasNotRead() {
    String id = city.submitted();
    String read = etag("district-1", id);
    Meanwhile records =
        new Meanwhile(
            city.records,
            () -> {
              city.act(200, "district-2", id, "return", City.open("enterprise.staff", "不一致"));
              city.act(200, "owner", id, "submission", Map.of());
            });

    Answer late = ifMatch(records, "district-1", read, id, "return", RETURN);

    assertEquals(412, late.status(), late.http()::body);
    assertEquals("SUBMITTED", city.state(id));
    assertEquals(1, city.types(id).stream().filter("application.returned"::equals).count());
  }

  @Test
  void shouldLetASubmissionOrItsLapseCountWhereTheyRace() {
    String id = city.submitted();
    city.act(200, "district-1", id, "return", RETURN);

    city.at("2025-11-17T15:59:59Z");
    Meanwhile records =
        new Meanwhile(
            city.records,
            () ->
                new LapseApplications(city.records, city.schemes)
                    .run("dalian", Instant.parse("2025-11-17T16:00:00Z")));
    Answer late =
        city.gateway(records)
            .at(Instant.parse("2025-11-17T15:59:59Z"))
            .as("owner")
            .header("if-match", city.version(id))
            .post("/applications/" + id + "/submission", "{}");

    assertEquals(409, late.status(), late.http()::body);
    assertEquals("LAPSED", city.state(id));
  }

  @Test
  void shouldDecideOnNothingOfWhichNobodySaysThatTheyReadIt() {
    String id = city.submitted();
    Map<String, Object> bodies =
        Map.of("confirmation", City.confirmation(), "return", RETURN, "decline", City.refusal());

    bodies.forEach(
        (act, body) ->
            assertEquals(
                428,
                city.gateway
                    .as("district-1")
                    .post("/applications/" + id + "/" + act, City.body(body))
                    .status(),
                act));
    assertEquals("SUBMITTED", city.state(id));
  }

  private String etag(String person, String id) {
    return city.gateway.as(person).get("/applications/" + id).header("etag");
  }

  private Answer ifMatch(
      Meanwhile records, String person, String etag, String id, String act, Object body) {
    return city.gateway(records)
        .as(person)
        .header("if-match", etag)
        .post("/applications/" + id + "/" + act, City.body(body));
  }

  @Test
  void shouldHandAReceiptForEachActThatCounts() {
    String id = city.draft();
    JsonNode submitted = city.act(200, "owner", id, "submission", Map.of());
    JsonNode returned = city.act(200, "district-1", id, "return", RETURN);
    city.act(200, "owner", id, "submission", Map.of());
    JsonNode confirmed = city.act(200, "district-1", id, "confirmation", City.confirmation());

    for (JsonNode answer : List.of(submitted, returned, confirmed)) {
      JsonNode receipt = answer.path("receipt");
      assertTrue(CheckedNumber.isValid(receipt.path("number").asText()), receipt::toString);
      assertEquals(City.MONDAY.toString(), receipt.path("at").asText());
      assertTrue(receipt.path("sha256").asText().matches("[0-9a-f]{64}"), receipt::toString);
      assertFalse(receipt.path("next").path("zh").asText().isEmpty(), receipt::toString);
      assertTrue(receipt.path("by").asText().startsWith("2025-11-1"), receipt::toString);
      assertEquals(id, receipt.path("subject").asText());
      assertEquals(
          1,
          city.journal(id).stream()
              .filter(entry -> receipt.equals(entry.facts().path("receipt")))
              .count());
    }
  }
}
