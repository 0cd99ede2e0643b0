package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;

class DraftTest {

  private final City city = new City();

  private String empty() {
    return City.expect(201, city.gateway.as("clerk").post("/applications", "{}"))
        .path("application")
        .asText();
  }

  private Answer patch(String person, String id, String etag, String fields) {
    return city.gateway
        .as(person)
        .header("if-match", etag)
        .patch("/applications/" + id, "{\"fields\":" + fields + "}");
  }

  @Test
  void shouldSaveADraftFieldByField() {
    String id = empty();

    city.save(200, "clerk", id, "product.name", "五轴数控机床");
    city.save(200, "owner", id, "enterprise.staff", "１２０");

    JsonNode form = city.show("clerk", id).path("form");
    assertEquals("五轴数控机床", form.path("product.name").asText());
    assertEquals(2, form.size());
    assertEquals(
        List.of("application.drafted", "application.saved", "application.saved"), city.types(id));
  }

  @Test
  void shouldTellTwoTabsWhichFieldsDifferAndWhatTheySayNow() {
    String id = empty();
    String read = city.gateway.as("clerk").get("/applications/" + id).header("etag");
    assertEquals(
        200,
        patch("clerk", id, read, "{\"product.name\":\"新名\",\"product.specification\":\"X-1\"}")
            .status());
    city.save(200, "clerk", id, "enterprise.staff", "9");
    String second = city.gateway.as("clerk").get("/applications/" + id).header("etag");

    Answer stale = patch("clerk", id, read, "{\"product.name\":\"旧名\"}");

    assertEquals(412, stale.status());
    JsonNode changed = stale.json().path("changedFields");
    assertEquals(3, changed.size());
    assertEquals("enterprise.staff", changed.get(0).path("field").asText());
    assertEquals("9", changed.get(0).path("value").asText());
    assertEquals("新名", changed.get(1).path("value").asText());
    assertEquals(second, city.gateway.as("clerk").get("/applications/" + id).header("etag"));
  }

  @Test
  void shouldNameOnlyFieldsChangedSinceTheVersionThatWasRead() {
    String id = empty();
    city.save(200, "clerk", id, "product.name", "新名");
    city.save(200, "clerk", id, "product.specification", "X-1");
    String read = city.gateway.as("clerk").get("/applications/" + id).header("etag");
    assertEquals(200, patch("clerk", id, read, "{\"product.name\":null}").status());

    JsonNode changed =
        patch("clerk", id, read, "{\"enterprise.staff\":\"1\"}").json().path("changedFields");

    assertEquals(1, changed.size());
    assertEquals("product.name", changed.get(0).path("field").asText());
    assertFalse(changed.get(0).hasNonNull("value"));
  }

  @Test
  void shouldDemandTheVersionThatWasRead() {
    assertEquals(
        428,
        city.gateway
            .as("clerk")
            .patch("/applications/" + empty(), "{\"fields\":{\"product.name\":\"x\"}}")
            .status());
  }

  @Test
  void shouldRefuseAValueOfTheWrongKindAndSayWhatIsRight() {
    String id = empty();
    String fields =
        "{\"enterprise.staff\":\"many\",\"enterprise.registeredOn\":\"2024-02-30\","
            + "\"product.kind\":\"软件\",\"product.marketRecord\":\"也许\",\"product.price\":\"1\","
            + "\"product.unitPrice\":12,\"product.name\":\"  \"}";

    Answer answer = patch("clerk", id, "\"1\"", fields);

    assertEquals(400, answer.status());
    String body = answer.http().body();
    for (String pointer :
        List.of(
            "/fields/enterprise.staff",
            "/fields/enterprise.registeredOn",
            "/fields/product.kind",
            "/fields/product.marketRecord",
            "/fields/product.price",
            "/fields/product.unitPrice",
            "/fields/product.name")) {
      assertTrue(body.contains("\"" + pointer + "\""), pointer + " in " + body);
    }
    assertTrue(body.contains("核心部件"), body);
    assertEquals(7, answer.json().path("errors").size());
    assertTrue(city.show("clerk", id).path("form").isEmpty());
  }

  @Test
  void shouldRefuseAnEmptyPatch() {
    assertEquals(400, patch("clerk", empty(), "\"1\"", "{}").status());
  }

  @Test
  void shouldShowADraftToItsEnterpriseAndAuditorsOnly() {
    String id = city.draft();

    for (String person :
        List.of("stranger", "district-1", "elsewhere", "commission-1", "evaluator-1")) {
      assertEquals(404, city.gateway.as(person).get("/applications/" + id).status(), person);
      assertFalse(city.list(person, "").contains(id), person);
    }
    assertEquals("DRAFT", city.show("auditor", id).path("state").asText());
    assertEquals(List.of(id), city.list("clerk", ""));
    assertEquals(List.of(id), city.list("auditor", ""));
  }

  @Test
  void shouldStopThoseWhoseMembershipHasEnded() {
    String id = empty();
    city.member(
        "clerk",
        Role.ENTERPRISE,
        City.ENTERPRISE,
        Instant.parse("2025-11-03T01:59:59Z"),
        Capacity.PREPARER);

    assertEquals(403, patch("clerk", id, "\"1\"", "{\"product.name\":\"x\"}").status());
    city.act(403, "clerk", id, "submission", Map.of());
  }

  @Test
  void shouldLetOnlyASignerSubmitOrWithdraw() {
    String id = city.draft();

    city.act(403, "clerk", id, "submission", Map.of());
    city.act(403, "clerk", id, "withdrawal", Map.of());
    city.act(404, "stranger", id, "submission", Map.of());
    city.act(404, "stranger", id, "withdrawal", Map.of());
  }

  @Test
  void shouldBeginOneDraftHoweverOftenTheRequestIsTried() {
    for (int i = 0; i < 2; i++) {
      City.expect(201, city.gateway.as("clerk").key("draft-0001").post("/applications", "{}"));
    }

    assertEquals(1, city.list("clerk", "").size());
  }

  @Test
  void shouldSayWithoutLoginWhichConditionsAreMetAndKeepNothing() {
    int before = city.records.list(Table.APPLICATIONS).size();
    Map<String, String> form = City.form();
    form.put("product.marketRecord", "是");
    form.remove("enterprise.staff");
    form.remove("enterprise.revenue");

    JsonNode checked =
        City.expect(
            200,
            city.gateway
                .asPublic()
                .without("idempotency-key")
                .post("/checks/application", City.body(Map.of("form", form))));

    assertEquals("REFUSED", checked.path("verdict").asText());
    assertEquals("NOT_MET", outcome(checked, "FIRST_BATCH"));
    assertEquals("UNDETERMINED", outcome(checked, "SIZE"));
    assertEquals("MET", outcome(checked, "ENVIRONMENT"));
    assertEquals(2026, checked.path("noticeYear").asInt());
    assertEquals(before, city.records.list(Table.APPLICATIONS).size());
    assertTrue(city.records.list(Table.JOURNAL).isEmpty());
    assertTrue(city.records.list(Table.REQUESTS).isEmpty());
  }

  @Test
  void shouldCheckTheNumberOfPiecesToo() {
    Map<String, Object> asked =
        Map.of("form", City.form(), "evidence", Map.of("SIZE", 1, "REGISTRATION", 1));

    JsonNode checked =
        City.expect(200, city.gateway.asPublic().post("/checks/application", City.body(asked)));

    assertEquals("REFUSED", checked.path("verdict").asText());
    assertTrue(checked.path("findings").toString().contains("9.materials"));
  }

  private static String outcome(JsonNode checked, String condition) {
    for (JsonNode each : checked.path("conditions")) {
      if (each.path("condition").asText().equals(condition)) {
        return each.path("outcome").asText();
      }
    }
    throw new AssertionError(condition + " in " + checked);
  }
}
