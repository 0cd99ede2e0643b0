package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.identity.CheckedNumber;
import org.firstbatch.measures.scheme.Condition;
import org.junit.jupiter.api.Test;

class SubmissionTest {

  private final City city = new City();

  @Test
  void shouldSubmitAWholeDraftToItsDistrictWithAReceipt() {
    String id = city.draft();

    JsonNode answer = city.act(200, "owner", id, "submission", Map.of());

    assertEquals("SUBMITTED", answer.path("state").asText());
    assertEquals("ganjingzi", answer.path("turn").path("organisation").asText());
    // Ten working days after Monday, 3 November 2025.
    assertEquals("2025-11-17", answer.path("turn").path("due").asText());
    JsonNode receipt = answer.path("receipt");
    assertTrue(CheckedNumber.isValid(receipt.path("number").asText()));
    assertEquals("2025-11-17", receipt.path("by").asText());
    assertEquals(64, receipt.path("sha256").asText().length());
    assertEquals(receipt, city.journal(id).getLast().facts().path("receipt"));
  }

  @Test
  void shouldTellTheDistrictOfTheFirstSubmissionToo() {
    String id = city.submitted();

    assertEquals(
        Set.of(City.ENTERPRISE, "ganjingzi"),
        Set.copyOf(city.journal(id).getLast().organisations()));
  }

  @Test
  void shouldNameEachMissingFieldEachUncheckedPieceAndEachRuleNotMet() {
    Map<String, String> form = City.form();
    form.remove("product.unitPrice");
    form.remove("conditions.environment");
    form.put("enterprise.registeredOn", "2024-11-04");
    String id = city.draft(form);
    city.piece(id, Condition.SIZE, false);

    JsonNode answer = city.act(422, "owner", id, "submission", Map.of());

    List<String> missing = answer.path("missing").findValuesAsText("field");
    assertEquals(List.of("conditions.environment", "product.unitPrice"), missing);
    assertEquals("DECLARED", answer.path("pieces").get(0).path("state").asText());
    assertEquals(List.of("8.1.registered"), answer.path("findings").findValuesAsText("rule"));
    assertEquals("DRAFT", city.state(id));
  }

  @Test
  void shouldRefuseForASinglePieceThatIsNotChecked() {
    String id = city.draft();
    city.piece(id, Condition.SIZE, false);

    JsonNode answer = city.act(422, "owner", id, "submission", Map.of());

    assertTrue(answer.path("missing").isEmpty() && answer.path("findings").isEmpty());
    assertEquals(List.of("SIZE"), answer.path("pieces").findValuesAsText("condition"));
  }

  @Test
  void shouldRefuseWhenAConditionHasNoCheckedEvidence() {
    String id = city.draft();
    city.evidence(id).removeIf(piece -> piece.condition() == Condition.ENVIRONMENT);

    JsonNode answer = city.act(422, "owner", id, "submission", Map.of());

    assertTrue(answer.path("findings").toString().contains("9.materials"));
    assertTrue(answer.path("findings").toString().contains("ENVIRONMENT"));
  }

  @Test
  void shouldDecideTheWindowByTheGatewaysInstant() {
    String early = city.draft();
    String late = city.draft();
    // 30 October 2026 is a Friday: the last day is whole.
    city.at("2026-10-30T15:59:59Z");
    city.act(200, "owner", early, "submission", Map.of());

    city.at("2026-10-30T16:00:00Z");
    JsonNode answer = city.act(422, "owner", late, "submission", Map.of());

    assertEquals(List.of("9.window"), answer.path("findings").findValuesAsText("rule"));
  }

  @Test
  void shouldRefuseADraftWhoseWindowHasNotOpenedYet() {
    city.notice("notice 2026\napplication-window from 2026-01-05 to 2026-10-30\n");
    city.at("2026-01-04T15:59:59Z");
    String id = city.draft();

    city.act(422, "owner", id, "submission", Map.of());
    city.at("2026-01-04T16:00:00Z");
    city.act(200, "owner", id, "submission", Map.of());
  }

  @Test
  void shouldKeepTheNoticeOfTheFirstSubmission() {
    String id = city.submitted();
    city.act(200, "district-1", id, "return", City.open("product.name", "与铭牌不符"));
    city.notice(
        "notice 2026\napplication-window from 2025-11-01 to 2025-11-03\nworking-days confirm 1\n");
    city.at("2025-11-05T02:00:00Z");

    JsonNode answer = city.act(200, "owner", id, "submission", Map.of());

    assertEquals("SUBMITTED", answer.path("state").asText());
    Filed filed = Objects.requireNonNull(city.stored(id).filed());
    assertTrue(filed.notice().contains("2026-10-30"));
    assertEquals(2026, filed.noticeYear());
    assertEquals(2, filed.round());
  }

  @Test
  void shouldRefuseADistrictInWhichNobodyWouldReadIt() {
    Map<String, String> form = City.form();
    form.put("enterprise.district", "nowhere");
    String id = city.draft(form);

    assertTrue(city.act(422, "owner", id, "submission", Map.of()).toString().contains("nowhere"));
  }

  @Test
  void shouldFreezeEachSubmissionAndServeTheDifferences() {
    String id = city.submitted();
    city.act(
        200,
        "district-1",
        id,
        "return",
        Map.of("fields", Map.of("product.name", "与铭牌不符", "evidence.SIZE", "模糊")));
    city.save(200, "clerk", id, "product.name", "五轴联动数控机床");
    city.evidence(id).removeIf(piece -> piece.condition() == Condition.SIZE);
    city.piece(id, Condition.SIZE, true);
    city.at("2025-11-05T02:00:00Z");
    city.act(200, "owner", id, "submission", Map.of());

    String path = "/applications/" + id;
    JsonNode first = City.expect(200, city.gateway.as("district-2").get(path + "/submissions/1"));
    JsonNode list = City.expect(200, city.gateway.as("owner").get(path + "/submissions"));
    JsonNode differences =
        City.expect(200, city.gateway.as("district-1").get(path + "/differences?from=1&to=2"));

    assertEquals("五轴数控机床", first.path("form").path("product.name").asText());
    assertEquals(8, first.path("evidence").size());
    assertEquals(64, first.path("evidence").get(0).path("sha256").asText().length());
    assertEquals(List.of("1", "2"), list.path("items").findValuesAsText("round"));
    assertEquals(1, differences.path("fields").size());
    assertEquals("五轴数控机床", differences.path("fields").get(0).path("before").asText());
    assertEquals("五轴联动数控机床", differences.path("fields").get(0).path("after").asText());
    assertEquals("SIZE", differences.path("added").get(0).path("condition").asText());
    assertEquals("SIZE", differences.path("removed").get(0).path("condition").asText());
    for (String query : List.of("", "?from=1", "?from=1&to=3", "?from=0&to=1", "?from=x&to=1")) {
      assertEquals(
          400, city.gateway.as("owner").get(path + "/differences" + query).status(), query);
    }
    assertEquals(404, city.gateway.as("owner").get(path + "/submissions/3").status());
    assertEquals(404, city.gateway.as("owner").get(path + "/submissions/last").status());
    assertEquals(404, city.gateway.as("stranger").get(path + "/submissions").status());
    assertEquals(404, city.gateway.as("elsewhere").get(path + "/submissions/1").status());
  }

  @Test
  void shouldAnswerARepeatedSubmissionWithTheFirstReceipt() {
    String id = city.draft();
    String path = "/applications/" + id + "/submission";

    String read = city.version(id);

    Answer first =
        city.gateway.as("owner").key("submit-0001").header("if-match", read).post(path, "{}");
    Answer again =
        city.gateway.as("owner").key("submit-0001").header("if-match", read).post(path, "{}");

    assertEquals(first.http(), again.http());
    assertNotNull(first.json().path("receipt").get("number"));
    assertEquals(
        1,
        city.records.list(Table.APPLICATIONS).stream()
            .filter(record -> record.key().sort().startsWith(Submission.PREFIX))
            .count());
  }

  @Test
  void shouldNotSubmitTwiceOrSaveWhatIsSubmitted() {
    String id = city.submitted();

    city.act(409, "owner", id, "submission", Map.of());
    city.save(409, "clerk", id, "product.name", "改");
  }

  @Test
  void shouldNotSubmitWhatHasChangedSinceItWasRead() {
    String id = city.draft();
    city.save(200, "clerk", id, "product.name", "改");

    Answer stale =
        city.gateway
            .as("owner")
            .header("if-match", "\"1\"")
            .post("/applications/" + id + "/submission", "{}");

    assertEquals(412, stale.status());
    assertEquals("DRAFT", city.state(id));
  }

  @Test
  void shouldNotSubmitWhatNobodySaysThatTheyRead() {
    String id = city.draft();

    Answer blind = city.gateway.as("owner").post("/applications/" + id + "/submission", "{}");

    assertEquals(428, blind.status());
    assertEquals("DRAFT", city.state(id));
  }

  @Test
  void shouldBeWithdrawnBeforeItIsConfirmedOnly() {
    String draft = city.draft();
    String submitted = city.submitted();
    String confirmed = city.confirmed();

    city.act(200, "owner", draft, "withdrawal", Map.of());
    city.act(200, "owner", submitted, "withdrawal", Map.of("ground", "产品停产"));
    city.act(409, "owner", confirmed, "withdrawal", Map.of());

    assertEquals("WITHDRAWN", city.state(submitted));
    assertEquals("产品停产", city.show("owner", submitted).path("closing").path("ground").asText());
    assertEquals("CONFIRMED", city.state(confirmed));
    city.act(409, "district-1", submitted, "confirmation", City.confirmation());
    assertFalse(city.list("district-1", "?view=unassigned").contains(submitted));
  }

  @Test
  void shouldMoveTheFrozenInstantWithEachRound() {
    String id = city.submitted();

    Filed filed = Objects.requireNonNull(city.stored(id).filed());
    assertEquals(Instant.parse("2025-11-03T02:00:00Z"), filed.submittedAt());
    assertEquals(State.SUBMITTED, city.stored(id).state());
  }
}
