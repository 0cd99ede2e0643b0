package org.firstbatch.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.StoredRecord;
import org.junit.jupiter.api.Test;

class ProgrammeActsTest {

  private static final String SELECT =
      "{\"insurer\":\"PICC\",\"name\":\"人保财险\",\"from\":\"2025-07-01\"}";

  private static final String BAR =
      "{\"from\":\"2026-03-01\",\"documentNumber\":\"大金监罚〔2026〕3号\",\"ground\":\"骗取补贴\"}";

  private static final String ANNUL = "{\"documentNumber\":\"大政复决〔2026〕11号\",\"ground\":\"证据不足\"}";

  private final City city = new City();

  @Test
  void shouldRefuseASecondBudgetOfAYear() {
    city.budget(2026, "1000000.00");

    assertEquals(
        409,
        city.post("finance-signer", "/budgets", "{\"year\":2026,\"amount\":\"5.00\"}").status());
  }

  @Test
  void shouldAddASupplementToAnOpenYearOnly() {
    String supplement = "{\"amount\":\"400000.00\",\"ground\":\"中期追加\"}";
    assertEquals(
        409, city.post("finance-signer", "/budgets/2026/supplements", supplement).status());
    city.budget(2026, "1000000.00");

    city.done("finance-signer", "finance-other", "/budgets/2026/supplements", supplement);

    assertEquals("1400000.00", city.read("/budgets/2026").path("total").asText());
    assertEquals(2, city.revision(2026));
    close(2026);
    assertEquals(
        409, city.post("finance-signer", "/budgets/2026/supplements", supplement).status());
    assertEquals(404, city.post("finance-signer", "/budgets/x/supplements", supplement).status());
  }

  @Test
  void shouldRefuseABudgetOfNothing() {
    Answer answer = city.post("finance-signer", "/budgets", "{\"year\":2026,\"amount\":\"0.00\"}");

    assertEquals(List.of("/amount"), City.pointers(answer.json()));
  }

  private void close(int year) {
    var key = Programme.budgetKey("dalian", year);
    StoredRecord record = city.records.find(key).orElseThrow();
    Budget open = Programme.BUDGET.read(record).value();
    Budget closed = new Budget(year, open.initial(), open.supplements(), Instant.EPOCH);
    city.records.putAll(List.of(record.next(1, "1", Json.write(closed), record.journal())));
  }

  @Test
  void shouldNameEveryMistakeInABudget() {
    Answer answer =
        city.post("finance-signer", "/budgets", "{\"amount\":\"1.005\",\"year\":1,\"x\":1}");

    assertEquals(400, answer.status());
    assertEquals(List.of("/year", "/amount", "/x"), City.pointers(answer.json()));
  }

  @Test
  void shouldLoadACalendarAndRaiseEveryOpenYear() {
    city.budget(2026, "1.00");
    city.budget(2027, "1.00");
    city.budget(2025, "1.00");
    close(2025);

    city.done("commission-signer", "commission-other", "/calendars", calendar2027());

    JsonNode loaded = city.read("/calendars/2027");
    assertEquals("LOADED", loaded.path("source").asText());
    assertEquals("元旦", loaded.path("restDays").get(0).path("occasion").asText());
    assertEquals("SHIPPED", city.read("/calendars/2026").path("source").asText());
    assertEquals(
        List.of(2L, 2L, 1L), List.of(2026, 2027, 2025).stream().map(city::revision).toList());
    assertTrue(city.journal().contains("calendar.loaded"));
  }

  private static String calendar2027() {
    return "{\"year\":2027,\"text\":"
        + Json.write(
            """
            year 2027
            notice https://www.gov.cn/2027
            rest 2027-01-01 元旦
            work 2027-01-02 元旦
            """)
        + "}";
  }

  @Test
  void shouldTakeACalendarAsFieldsToo() {
    city.done(
        "commission-signer",
        "commission-other",
        "/calendars",
        """
        {"year":2027,"notices":["https://www.gov.cn/2027"],
         "restDays":[{"day":"2027-01-01","occasion":"元旦"}],
         "workdays":[{"day":"2027-01-02","occasion":"元旦"}]}
        """);

    assertEquals(1, city.read("/calendars/2027").path("workdays").size());
  }

  @Test
  void shouldSayWhichLineOfACalendarIsBroken() {
    Answer answer =
        city.post(
            "commission-signer",
            "/calendars",
            "{\"year\":2027,\"text\":\"year 2027\\nnotice https://x.cn/1\\nwork 2027-01-04 元旦\"}");

    assertEquals(400, answer.status());
    JsonNode error = answer.json().path("errors").get(0);
    assertEquals("/text", error.path("pointer").asText());
    assertTrue(error.path("zh").asText().startsWith("第 3 行，work"), error::toString);
    assertTrue(error.path("en").asText().startsWith("line 3, work: expected"), error::toString);
  }

  @Test
  void shouldSayWhichFieldOfACalendarIsBroken() {
    Answer answer =
        city.post(
            "commission-signer",
            "/calendars",
            """
            {"year":2027,"notices":["https://www.gov.cn/2027"],
             "restDays":[{"day":"2027-01-01","occasion":"元旦"},{"day":"2028-01-01","occasion":"元旦"}]}
            """);

    assertEquals(List.of("/restDays/1"), City.pointers(answer.json()));
  }

  @Test
  void shouldRefuseATextOfAnotherYear() {
    String text = calendar2027().replace("\"year\":2027", "\"year\":2028");

    Answer answer = city.post("commission-signer", "/calendars", text);

    assertEquals(List.of("/year"), City.pointers(answer.json()));
  }

  @Test
  void shouldShowTheFilingWindowsOfANotice() {
    city.budget(2026, "1.00");
    assertFalse(city.read("/notices/2026").path("given").asBoolean());
    assertEquals("2026-04-15", closes(0));

    city.done(
        "commission-signer",
        "commission-other",
        "/notices",
        """
        {"year":2026,"filingWindows":[{"quarter":"2026Q1","from":"2026-04-01","to":"2026-04-20"}],
         "requiredColumns":["发票号码"],"negotiatedClasses":["飞机"]}
        """);

    JsonNode notice = city.read("/notices/2026");
    assertTrue(notice.path("given").asBoolean());
    assertEquals("2026-04-20", closes(0));
    assertEquals("发票号码", notice.path("requiredColumns").get(0).asText());
    assertEquals(2, city.revision(2026));
  }

  private String closes(int quarter) {
    return city.read("/notices/2026").path("filingWindows").get(quarter).path("closes").asText();
  }

  @Test
  void shouldSayWhichFieldOfANoticeIsBroken() {
    Answer answer =
        city.post(
            "commission-signer", "/notices", "{\"year\":2026,\"negotiatedClasses\":[\"火车\"]}");

    assertEquals(List.of("/negotiatedClasses/0"), City.pointers(answer.json()));
  }

  @Test
  void shouldSelectSuspendAndReinstateAnInsurer() {
    city.budget(2026, "1.00");
    city.done("regulator-signer", "regulator-other", "/insurers", SELECT);
    assertEquals("SELECTED", city.read("/insurers/PICC").path("state").asText());
    assertEquals(409, city.post("regulator-signer", "/insurers", SELECT).status());

    city.done(
        "regulator-signer",
        "regulator-other",
        "/insurers/PICC/suspension",
        "{\"from\":\"2026-03-01\",\"ground\":\"整改\"}");
    assertEquals("SUSPENDED", city.read("/insurers/PICC").path("state").asText());
    assertEquals(2, city.revision(2026));
    assertEquals(409, suspend("2026-03-05").status());
    assertEquals(400, reinstate("2026-03-01").status());

    city.done(
        "regulator-signer",
        "regulator-other",
        "/insurers/PICC/reinstatement",
        "{\"from\":\"2026-03-02\"}");
    assertEquals("SELECTED", city.read("/insurers/PICC").path("state").asText());
    assertEquals(
        "2026-03-01",
        city.read("/insurers")
            .path("items")
            .get(0)
            .path("suspensions")
            .get(0)
            .path("span")
            .path("to")
            .asText());
    assertEquals(409, reinstate("2026-03-09").status());
    assertEquals(
        404,
        city.post("regulator-signer", "/insurers/X/reinstatement", "{\"from\":\"2026-03-02\"}")
            .status());
  }

  @Test
  void shouldBarAnInsurerAndAnnulTheBar() {
    city.budget(2026, "1.00");
    city.done("regulator-signer", "regulator-other", "/insurers", SELECT);
    assertEquals(
        409, city.post("regulator-signer", "/insurers/PICC/bar/annulment", ANNUL).status());

    city.done("regulator-signer", "regulator-other", "/insurers/PICC/bar", BAR);
    JsonNode barred = city.read("/insurers/PICC");
    assertEquals("BARRED", barred.path("state").asText());
    assertEquals("大金监罚〔2026〕3号", barred.path("bar").path("documentNumber").asText());
    assertEquals("骗取补贴", barred.path("bar").path("ground").path("zh").asText());
    assertTrue(barred.path("bar").path("remedies").path("zh").asText().contains("行政复议"));
    assertEquals(2, city.revision(2026));
    assertEquals(409, city.post("regulator-signer", "/insurers/PICC/bar", BAR).status());
    assertEquals(404, city.post("regulator-signer", "/insurers/X/bar", BAR).status());

    city.done("regulator-signer", "regulator-other", "/insurers/PICC/bar/annulment", ANNUL);
    assertEquals("SELECTED", city.read("/insurers/PICC").path("state").asText());
    assertTrue(city.read("/insurers/PICC").path("bar").isMissingNode());
    assertEquals(3, city.revision(2026));
  }

  @Test
  void shouldNameEveryMistakeInABar() {
    city.done("regulator-signer", "regulator-other", "/insurers", SELECT);

    assertEquals(
        List.of("/from", "/documentNumber", "/ground"),
        City.pointers(
            city.post("regulator-signer", "/insurers/PICC/bar", "{\"from\":\"2026-02-30\"}")
                .json()));
  }

  private Answer suspend(String from) {
    return city.post(
        "regulator-signer",
        "/insurers/PICC/suspension",
        "{\"from\":\"%s\",\"ground\":\"x\"}".formatted(from));
  }

  private Answer reinstate(String from) {
    return city.post(
        "regulator-signer", "/insurers/PICC/reinstatement", "{\"from\":\"%s\"}".formatted(from));
  }

  @Test
  void shouldLetOnlyTheLastDayOfAClauseChange() {
    city.done("regulator-signer", "regulator-other", "/clauses", clause(true, ""));

    assertEquals(409, city.post("regulator-signer", "/clauses", clause(false, "")).status());
    city.done(
        "regulator-signer", "regulator-other", "/clauses", clause(true, ",\"to\":\"2026-12-31\""));

    assertEquals("2026-12-31", city.read("/clauses/C-1").path("to").asText());
    assertEquals("all", city.read("/clauses").path("items").get(0).path("insurer").asText());
    assertEquals(
        List.of("/insurer"),
        City.pointers(
            city.post("regulator-signer", "/clauses", clause(true, ",\"insurer\":\"NONE\""))
                .json()));
    assertEquals(
        List.of("/to"),
        City.pointers(
            city.post("regulator-signer", "/clauses", clause(true, ",\"to\":\"2025-06-30\""))
                .json()));
  }

  private static String clause(boolean quality, String more) {
    return """
        {"number":"C-1","coversQuality":%s,"coversLiability":true,"from":"2025-07-01"%s}"""
        .formatted(quality, more);
  }

  @Test
  void shouldShowEveryParameterAndOptionWithItsExplanation() {
    JsonNode parameters = city.read("/parameters");

    assertEquals(18, parameters.path("parameters").size());
    assertEquals(16, parameters.path("options").size());
    for (String list : List.of("parameters", "options")) {
      for (JsonNode item : parameters.path(list)) {
        assertFalse(item.path("zh").asText().equals(item.path("key").asText()), item::toString);
        assertTrue(item.path("article").asText().startsWith("第"), item::toString);
        assertFalse(item.path("value").asText().isEmpty(), item::toString);
      }
    }
    assertEquals("3", parameters.path("parameters").get(0).path("value").asText());
    assertEquals("500000.00", parameters.path("parameters").get(3).path("value").asText());
  }

  @Test
  void shouldKnowNothingOfAnotherScheme() {
    assertEquals(404, city.gateway.asPublic().get("/v1/schemes/nowhere/budgets").status());
  }
}
