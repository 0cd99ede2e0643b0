package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.Test;

class HandlingTest {

  private static final Map<String, Object> SUPPLEMENT =
      Map.of("fields", Map.of("conditions.testReport", "缺检测依据"), "ground", "检测报告不完整");

  private final City city = new City();

  @Test
  void shouldListWhatIsMineUnassignedAndOverdueByDueDay() {
    String second = city.submitted();
    city.at("2025-11-04T02:00:00Z");
    String third = city.submitted();
    city.at("2025-11-02T02:00:00Z");
    String first = city.submitted();
    city.at("2025-11-17T15:59:59Z");
    city.act(200, "district-1", third, "handler", Map.of());

    assertEquals(List.of(first, second, third), city.list("district-1", ""));
    assertEquals(List.of(third), city.list("district-1", "?view=mine"));
    assertEquals(List.of(first, second), city.list("district-2", "?view=unassigned"));
    assertEquals(List.of(first), city.list("district-2", "?view=overdue"));
    city.at("2025-11-17T16:00:00Z");
    assertEquals(List.of(first, second), city.list("district-2", "?view=overdue"));
    assertTrue(city.list("commission-1", "?view=unassigned").isEmpty());
    assertEquals(List.of(first, second, third), city.list("commission-1", "?status=SUBMITTED"));
    assertTrue(city.list("commission-1", "?status=CONFIRMED").isEmpty());
  }

  @Test
  void shouldPutWhatHasNoDueDayLast() {
    String closed = city.submitted();
    city.act(200, "district-1", closed, "decline", City.refusal());
    String open = city.submitted();

    assertEquals(List.of(open, closed), city.list("owner", ""));
    assertEquals(List.of(closed), city.list("owner", "?status=DECLINED"));
  }

  @Test
  void shouldPageThroughAFilteredList() {
    List<String> all = new ArrayList<>();
    IntStream.range(0, 5).forEach(_ -> all.add(city.submitted()));
    city.act(200, "district-1", all.get(2), "handler", Map.of());
    List<String> seen = new ArrayList<>();
    String query = "?view=unassigned&limit=3";
    for (String cursor = ""; ; ) {
      JsonNode page =
          City.expect(200, city.gateway.as("district-1").get("/applications" + query + cursor));
      page.path("items").forEach(item -> seen.add(item.path("application").asText()));
      if (!page.has("next")) {
        break;
      }
      cursor = "&cursor=" + page.path("next").asText();
    }

    assertEquals(4, seen.size());
    assertEquals(4, seen.stream().distinct().count());
    assertFalse(seen.contains(all.get(2)));
  }

  @Test
  void shouldRefuseAViewOrStatusThatDoesNotExist() {
    for (String query : List.of("?view=all", "?status=OPEN", "?format=pdf", "?limit=0")) {
      assertEquals(400, city.gateway.as("owner").get("/applications" + query).status(), query);
    }
  }

  @Test
  void shouldServeAListForSpreadsheets() {
    Map<String, String> form = City.form();
    form.put("enterprise.name", "=HYPERLINK(\"x\")");
    String id = city.draft(form);
    city.act(200, "owner", id, "submission", Map.of());

    Answer csv = city.gateway.as("district-1").get("/applications?format=csv&view=unassigned");

    assertEquals(200, csv.status());
    assertEquals("text/csv; charset=utf-8", csv.header("content-type"));
    assertTrue(csv.http().body().startsWith("\uFEFF申请编号,"));
    assertTrue(csv.http().body().contains("'=HYPERLINK"), csv.http().body());
    assertTrue(csv.http().body().contains(id));
    assertTrue(csv.http().body().contains("2025-11-17"));
  }

  @Test
  void shouldTakeACaseOverAndHandItToAColleague() {
    String id = city.submitted();

    city.act(200, "district-clerk", id, "handler", Map.of());
    assertEquals("district-clerk", handler("district-1", id));
    city.act(200, "district-clerk", id, "handover", Map.of("to", "district-1"));
    assertEquals("district-1", handler("district-2", id));

    city.act(403, "district-clerk", id, "handover", Map.of("to", "district-clerk"));
    city.act(200, "district-2", id, "handover", Map.of("to", "district-clerk"));
    assertEquals(
        List.of("application.taken-over", "application.handed-over", "application.handed-over"),
        city.types(id).subList(2, 5));
  }

  private String handler(String person, String id) {
    return city.show(person, id).path("turn").path("handler").asText();
  }

  @Test
  void shouldNameTheHandlerToTheirOwnAndToPublicBodiesOnly() {
    String id = city.submitted();
    city.act(200, "district-1", id, "handler", Map.of());

    assertEquals("district-1", handler("commission-1", id));
    assertEquals("", handler("owner", id));
    assertFalse(city.gateway.as("owner").get("/applications").http().body().contains("district-1"));
    assertFalse(city.journal(id).getLast().organisations().contains(City.ENTERPRISE));
  }

  @Test
  void shouldHandOverOnlyToAPresentColleagueWithoutARelation() {
    String id = city.submitted();
    city.act(200, "district-1", id, "handler", Map.of());
    city.member(
        "gone", Role.DISTRICT, "ganjingzi", Instant.parse("2025-11-03T02:00:00Z"), Capacity.SIGNER);
    city.related("district-2", City.ENTERPRISE);

    for (String to : List.of("elsewhere", "owner", "gone", "nobody")) {
      city.act(400, "district-1", id, "handover", Map.of("to", to));
    }
    city.act(403, "district-1", id, "handover", Map.of("to", "district-2"));
    city.act(403, "district-2", id, "handler", Map.of());
    assertEquals("district-1", handler("commission-1", id));
  }

  @Test
  void shouldLetAnEnterpriseHandItsOwnCaseToAColleague() {
    String one = city.draft();
    city.act(200, "owner", one, "handler", Map.of());
    city.act(200, "owner", one, "handover", Map.of("to", "clerk"));
    assertEquals("clerk", handler("owner", one));

    JsonNode answer = all("clerk", "owner");
    assertEquals(one, answer.path("moved").get(0).asText());
    assertEquals("owner", handler("clerk", one));
  }

  @Test
  void shouldNotTakeOverWhatIsAnotherOrganisationsTurn() {
    String id = city.confirmed();

    city.act(409, "district-1", id, "handler", Map.of());
    city.act(409, "owner", id, "handler", Map.of());
    city.act(200, "commission-2", id, "handler", Map.of());
  }

  @Test
  void shouldComeBackToTheOfficerWhoHadItWhenItWasReturned() {
    String id = returned("district-2");
    assertEquals("", handler("commission-1", id));

    city.act(200, "owner", id, "submission", Map.of());

    assertEquals("district-2", handler("commission-1", id));
    assertEquals(List.of(id), city.list("district-2", "?view=mine"));
    assertTrue(city.list("district-1", "?view=unassigned").isEmpty());
  }

  private String returned(String officer) {
    String id = city.submitted();
    city.act(200, officer, id, "handler", Map.of());
    city.act(200, "district-1", id, "return", City.open("product.name", "与铭牌不符"));
    return id;
  }

  @Test
  void shouldComeBackToNobodyWhenTheOfficerHasLeftOrStandsCloseByNow() {
    String left = returned("district-2");
    String close = returned("district-clerk");
    city.member(
        "district-2", Role.DISTRICT, "ganjingzi", City.MONDAY.plusSeconds(60), Capacity.SIGNER);
    city.related("district-clerk", City.ENTERPRISE);
    city.at("2025-11-04T02:00:00Z");

    city.act(200, "owner", left, "submission", Map.of());
    city.act(200, "owner", close, "submission", Map.of());

    assertEquals("", handler("commission-1", left));
    assertEquals("", handler("commission-1", close));
    assertEquals(2, city.list("district-1", "?view=unassigned").size());
  }

  @Test
  void shouldComeBackToNobodyWhereNobodyHadItLast() {
    String id = returned("district-2");
    city.act(200, "owner", id, "submission", Map.of());
    city.act(200, "district-2", id, "confirmation", City.confirmation());
    city.act(200, "commission-1", id, "assignment", Map.of("evaluator", "EV1"));
    city.act(200, "evaluator-1", id, "supplement-request", SUPPLEMENT);

    city.act(200, "commission-1", id, "supplement", Map.of("refusal", "已在材料第三页"));

    assertEquals("", handler("commission-1", id));
  }

  @Test
  void shouldComeBackToTheEvaluatorWhoHadItWhenASupplementIsThereOrRefused() {
    String id = city.assigned();
    city.act(200, "evaluator-2", id, "handler", Map.of());
    city.act(200, "evaluator-1", id, "supplement-request", SUPPLEMENT);
    city.act(200, "commission-1", id, "handler", Map.of());
    city.act(200, "commission-1", id, "supplement", Map.of("refusal", "已在材料第三页"));
    assertEquals("evaluator-2", handler("commission-1", id));

    city.act(200, "evaluator-1", id, "supplement-request", SUPPLEMENT);
    assertEquals("", handler("commission-1", id));
    city.act(200, "commission-1", id, "supplement", Map.of());
    city.act(200, "owner", id, "submission", Map.of());

    assertEquals("evaluator-2", handler("commission-1", id));
    assertEquals(List.of(id), city.list("evaluator-2", "?view=mine"));
  }

  @Test
  void shouldComeBackToTheClerkOfTheApplicantWhoHadTheDraft() {
    String id = city.draft();
    city.act(200, "clerk", id, "handler", Map.of());
    city.act(200, "owner", id, "submission", Map.of());

    city.act(200, "district-1", id, "return", City.open("product.name", "与铭牌不符"));

    assertEquals("clerk", handler("owner", id));
    assertEquals(List.of(id), city.list("clerk", "?view=mine"));
  }

  @Test
  void shouldHandOverAllInChunksAndSayHowManyAreLeft() {
    IntStream.range(0, 14)
        .forEach(_ -> city.act(200, "district-1", city.submitted(), "handler", Map.of()));

    JsonNode first = all("district-1", "district-2");
    JsonNode second = all("district-1", "district-2");

    assertEquals(12, first.path("moved").size());
    assertEquals(2, first.path("left").asInt());
    assertEquals(2, second.path("moved").size());
    assertEquals(0, second.path("left").asInt());
    assertEquals(14, city.list("district-2", "?view=mine").size());
    assertTrue(city.list("district-1", "?view=mine").isEmpty());
    assertTrue(all("district-1", "district-2").path("moved").isEmpty());
  }

  @Test
  void shouldKeepBackWhatTheColleagueMayNotHave() {
    String id = city.submitted();
    city.act(200, "district-1", id, "handler", Map.of());
    city.related("district-2", City.ENTERPRISE);

    JsonNode answer = all("district-1", "district-2");

    assertEquals(id, answer.path("related").get(0).asText());
    assertTrue(answer.path("moved").isEmpty());
    assertEquals("district-1", handler("commission-1", id));
  }

  @Test
  void shouldKeepBackTheCasesToWhoseApplicantTheHandlerHasARelation() {
    String id = city.submitted();
    city.act(200, "district-1", id, "handler", Map.of());
    city.related("district-1", City.ENTERPRISE);

    JsonNode answer = all("district-1", "district-2");

    assertEquals(id, answer.path("related").get(0).asText());
    assertTrue(answer.path("moved").isEmpty());
    city.act(200, "district-2", id, "handler", Map.of());
  }

  @Test
  void shouldHandNoCaseToWhoWasAMemberOfItsEvaluator() {
    String id = city.assessed();
    city.act(200, "commission-1", id, "handler", Map.of());
    city.member(
        "commission-2", Role.EVALUATOR, "EV1", City.MONDAY.minusSeconds(60), Capacity.PREPARER);

    city.act(403, "commission-1", id, "handover", Map.of("to", "commission-2"));
    JsonNode answer = all("commission-1", "commission-2");

    assertEquals(id, answer.path("related").get(0).asText());
    assertEquals("commission-1", handler("commission-1", id));
  }

  private JsonNode all(String from, String to) {
    return City.expect(200, city.gateway.as(from).post("/handovers", Json.write(Map.of("to", to))));
  }
}
