package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;

/** Last days of stages that end where no calendar was loaded when they began. */
class DueDaysTest {

  /** A Monday; the calendar of 2027 is not known, nor the last week of 2026. */
  private static final String DECEMBER = "2026-12-14T02:00:00Z";

  private static final String NOTICE =
      """
      year 2027
      notice https://www.example.com/2027
      rest 2027-01-01 元旦
      rest 2027-01-02 元旦
      rest 2027-01-03 元旦
      """;

  private final City city = new City();

  /** Twenty working days from Monday, 14 December 2026. */
  private String assigned() {
    city.at("2026-10-29T02:00:00Z");
    String id = city.confirmed();
    city.at(DECEMBER);
    city.act(200, "commission-1", id, "assignment", Map.of("evaluator", "EV1"));
    return id;
  }

  private void load() {
    city.put(
        Programme.CALENDARS,
        Programme.calendarsKey("dalian"),
        new Programme.Calendars(new TreeMap<>(Map.of(2027, NOTICE))));
  }

  private void hear(Records records) {
    JournalEntry entry =
        new JournalEntry(
            "dalian",
            "calendar",
            "2027",
            1,
            "calendar.loaded",
            1,
            Instant.parse("2026-12-21T03:00:00Z"),
            "officer-2",
            "commission",
            "commission",
            "SIGNER",
            List.of("commission"),
            null,
            Json.mapper().createObjectNode(),
            "request-1",
            "");
    new DetermineDueDays(records, city.schemes).hear(entry);
  }

  private JsonNode turn(String id) {
    return city.show("evaluator-1", id).path("turn");
  }

  @Test
  void shouldSayThatALastDayIsNotDeterminedAndGuessNone() {
    String id = assigned();

    assertFalse(turn(id).has("due"));
    assertTrue(turn(id).path("undetermined").asBoolean());
    assertEquals(20, turn(id).path("workingDays").asInt());
    city.at("2027-03-01T02:00:00Z");
    assertFalse(turn(id).path("overdue").asBoolean());
    assertTrue(city.list("evaluator-1", "?view=overdue").isEmpty());
    String csv = city.gateway.as("evaluator-1").get("/applications?format=csv").http().body();
    assertTrue(csv.contains("20 个工作日，放假安排公布后确定"), csv);
  }

  @Test
  void shouldDetermineTheLastDayWhenTheCalendarIsLoaded() {
    String id = assigned();
    load();

    hear(city.records);

    assertEquals("2027-01-12", turn(id).path("due").asText());
    assertFalse(turn(id).has("undetermined"));
    assertEquals("application.due-determined", city.types(id).getLast());
    city.at("2027-01-12T15:59:59Z");
    assertTrue(city.list("evaluator-1", "?view=overdue").isEmpty());
    city.at("2027-01-12T16:00:00Z");
    assertEquals(List.of(id), city.list("evaluator-1", "?view=overdue"));
  }

  /**
   * Somebody who reads the calendar before it is loaded, and acts after those were looked through.
   */
  @Test
  void shouldDetermineOnTheNextDayWhatBeganWhileTheCalendarWasBeingLoaded() {
    hear(city.records);
    String id = assigned();
    load();

    assertEquals(1, daily("2026-12-22T17:00:00Z"));

    assertEquals("2027-01-12", turn(id).path("due").asText());
    assertEquals(0, daily("2026-12-23T17:00:00Z"));
    assertEquals(1, city.types(id).stream().filter("application.due-determined"::equals).count());
  }

  /** How many last days the daily clock determines. */
  private int daily(String time) {
    ApplicationClock clock =
        new ApplicationClock(
            city.schemes,
            new LapseApplications(city.records, city.schemes),
            new DetermineDueDays(city.records, city.schemes));
    Object answer = clock.handle(Json.mapper().createObjectNode().put("scheduledTime", time));
    return Json.mapper().valueToTree(answer).at("/determined/dalian").asInt();
  }

  @Test
  void shouldSortByTheDayThatWasDetermined() {
    String first = assigned();
    city.at("2026-10-29T02:00:00Z");
    String second = city.confirmed();
    load();
    city.at("2026-12-15T02:00:00Z");
    city.act(200, "commission-1", second, "assignment", Map.of("evaluator", "EV1"));
    assertEquals(List.of(second, first), city.list("evaluator-1", ""));

    hear(city.records);

    assertEquals(List.of(first, second), city.list("evaluator-1", ""));
    assertEquals(List.of(first, second), city.list("evaluator-2", "?view=unassigned"));
  }

  @Test
  void shouldDetermineNothingTwiceAndNothingThatIsStillNotKnown() {
    String id = assigned();
    hear(city.records);
    assertFalse(turn(id).has("due"));
    load();

    hear(city.records);
    hear(city.records);

    assertEquals(1, city.types(id).stream().filter("application.due-determined"::equals).count());
    assertTrue(
        city.records
            .page(
                RecordQuery.all(
                    Table.APPLICATIONS, ApplicationRows.undeterminedPartition("dalian")))
            .records()
            .isEmpty());
  }

  @Test
  void shouldCountTheDaysLeftOfAStageWhoseLastDayIsNotDetermined() {
    String id = assigned();
    // Three working days are used.
    city.at("2026-12-17T02:00:00Z");
    Map<String, Object> wanted = Map.of("fields", Map.of("product.name", "不清"), "ground", "请补");
    JsonNode asked = city.act(200, "evaluator-1", id, "supplement-request", wanted);
    assertEquals(17, asked.path("turn").path("daysLeft").asInt());

    city.act(200, "commission-1", id, "supplement", Map.of("until", "2026-12-24"));
    city.at("2026-12-22T02:00:00Z");
    JsonNode back = city.act(200, "owner", id, "submission", Map.of());

    assertEquals(17, back.path("turn").path("workingDays").asInt());
    load();
    hear(city.records);
    // Seventeen working days after Tuesday, 22 December 2026.
    assertEquals("2027-01-15", turn(id).path("due").asText());
  }

  @Test
  void shouldComeOutTheSameWhereverItIsKilled() {
    Faults counted = new Faults();
    DueDaysTest whole = new DueDaysTest();
    whole.assigned();
    whole.load();
    whole.hear(new FaultyRecords(whole.city.records, counted));

    for (int step = 1; step <= counted.steps(); step++) {
      killed(new Faults().killBefore(step));
      killed(new Faults().killAfter(step));
    }
  }

  private static void killed(Faults faults) {
    DueDaysTest test = new DueDaysTest();
    String id = test.assigned();
    test.load();

    assertThrows(Killed.class, () -> test.hear(new FaultyRecords(test.city.records, faults)));
    test.hear(test.city.records);

    assertEquals("2027-01-12", test.turn(id).path("due").asText());
    assertEquals(
        1, test.city.types(id).stream().filter("application.due-determined"::equals).count());
  }

  @Test
  void shouldSeeAnActThatComesBetween() {
    String id = assigned();
    load();
    Meanwhile records =
        new Meanwhile(
            city.records,
            () -> city.act(200, "evaluator-1", id, "assessment", City.assessment(true)));

    hear(records);

    assertEquals("ASSESSED", city.state(id));
    assertFalse(city.types(id).contains("application.due-determined"));
  }
}
