package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;

class ClockTest {

  /** 17 November 2025 is the last day; this is one second before and after its end. */
  private static final String LAST = "2025-11-17T15:59:59Z";

  private static final String OVER = "2025-11-17T16:00:00Z";

  private final City city = new City();

  private String returned() {
    String id = city.submitted();
    city.act(200, "district-1", id, "return", City.open("product.name", "与铭牌不符"));
    return id;
  }

  private String supplement() {
    String id = city.assigned();
    city.act(
        200,
        "evaluator-1",
        id,
        "supplement-request",
        Map.of("fields", Map.of("product.name", "不清"), "ground", "请补"));
    return id;
  }

  private JsonNode run(Records records, String time) {
    ApplicationClock clock =
        new ApplicationClock(
            city.schemes,
            new LapseApplications(records, city.schemes),
            new DetermineDueDays(records, city.schemes));
    return Json.mapper()
        .valueToTree(clock.handle(Json.mapper().createObjectNode().put("scheduledTime", time)));
  }

  @Test
  void shouldTakeASubmissionOnTheLastDayAndNoneAfter() {
    String early = returned();
    String late = returned();

    city.at(LAST);
    city.act(200, "owner", early, "submission", Map.of());
    city.at(OVER);
    city.act(409, "owner", late, "submission", Map.of());
    city.save(409, "clerk", late, "product.name", "改");
    city.act(409, "owner", late, "withdrawal", Map.of());

    assertEquals("SUBMITTED", city.state(early));
    assertEquals("LAPSED", city.state(late));
    assertEquals(State.RETURNED, city.stored(late).state());
    assertEquals(List.of(late), city.list("owner", "?status=LAPSED"));
    assertTrue(city.list("owner", "?status=RETURNED").isEmpty());
    assertFalse(city.stored(late).isOpen("product.name", LocalDate.of(2025, 11, 18)));
    assertEquals("", city.show("owner", late).path("turn").path("organisation").asText());
  }

  @Test
  void shouldWriteDownOnceWhatHasLapsed() {
    String id = returned();
    String open = city.submitted();

    assertEquals(0, run(city.records, LAST).path("lapsed").path("dalian").asInt());
    assertEquals(1, run(city.records, OVER).path("lapsed").path("dalian").asInt());
    assertEquals(0, run(city.records, OVER).path("lapsed").path("dalian").asInt());

    assertEquals(State.LAPSED, city.stored(id).state());
    assertEquals(State.SUBMITTED, city.stored(open).state());
    assertEquals("application.lapsed", city.types(id).getLast());
    assertEquals("system", city.journal(id).getLast().person());
    assertTrue(
        city.records.list(Table.APPLICATIONS).stream()
            .noneMatch(
                record ->
                    record.key().partition().equals(ApplicationRows.lapsingPartition("dalian"))));
    city.at(OVER);
    assertEquals("LAPSED", city.state(id));
  }

  @Test
  void shouldLapseASupplementWithTheApplicantButNotOneWithTheCommission() {
    String waiting = supplement();
    String passedOn = supplement();
    city.act(200, "commission-1", passedOn, "supplement", Map.of("until", "2025-11-17"));

    assertEquals(1, run(city.records, OVER).path("lapsed").path("dalian").asInt());

    assertEquals(State.LAPSED, city.stored(passedOn).state());
    assertEquals(State.SUPPLEMENT, city.stored(waiting).state());
  }

  @Test
  void shouldGoOnWhereverARunWasKilled() {
    Faults counted = new Faults();
    ClockTest whole = new ClockTest();
    whole.returned();
    whole.returned();
    whole.run(new FaultyRecords(whole.city.records, counted), OVER);
    assertTrue(counted.steps() > 6);

    for (int step = 1; step <= counted.steps(); step++) {
      killed(new Faults().killBefore(step));
      killed(new Faults().killAfter(step));
    }
  }

  private static void killed(Faults faults) {
    ClockTest test = new ClockTest();
    List<String> ids = List.of(test.returned(), test.returned());

    assertThrows(Killed.class, () -> test.run(new FaultyRecords(test.city.records, faults), OVER));
    test.run(test.city.records, OVER);

    ids.forEach(id -> assertEquals(State.LAPSED, test.city.stored(id).state()));
    ids.forEach(
        id ->
            assertEquals(
                1, test.city.types(id).stream().filter("application.lapsed"::equals).count()));
  }

  @Test
  void shouldLeaveWhatTheApplicantSubmitsMeanwhile() {
    String id = returned();
    city.at(LAST);
    Meanwhile records =
        new Meanwhile(city.records, () -> city.act(200, "owner", id, "submission", Map.of()));

    assertEquals(0, run(records, OVER).path("lapsed").path("dalian").asInt());

    assertEquals(State.SUBMITTED, city.stored(id).state());
  }

  @Test
  void shouldLeaveWhatWasSubmittedBeforeItWasLookedAt() {
    String id = returned();
    city.at(LAST);
    Faults between =
        new Faults().between(1, () -> city.act(200, "owner", id, "submission", Map.of()));

    JsonNode answer = run(new FaultyRecords(city.records, between), OVER);

    assertEquals(0, answer.path("lapsed").path("dalian").asInt());
    assertEquals(State.SUBMITTED, city.stored(id).state());
  }

  @Test
  void shouldRefuseACallWithoutItsScheduledTime() {
    assertThrows(PermanentFault.class, () -> run(city.records, "tomorrow"));
  }
}
