package org.firstbatch.local.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.screen.Screen;
import org.junit.jupiter.api.Test;

/** A year that is not the expected one by a single figure does not pass. */
class ExpectedTest {

  private final List<SignedPlans.Signed> plans = new ArrayList<>();
  private final List<Refusals.Refusal> refusals = new ArrayList<>();
  private final Map<String, String> yearEnd = new TreeMap<>(Expected.facts());

  ExpectedTest() {
    City.rows("expected.csv").forEach(row -> plans.add(plan(row, true)));
    for (City.Row row : City.rows("refusals.csv")) {
      MissingNode none = MissingNode.getInstance();
      refusals.add(new Refusals.Refusal(row.get("rule"), row, none, none));
    }
  }

  private static SignedPlans.Signed plan(City.Row row, boolean recomputed) {
    ObjectNode view = Json.mapper().createObjectNode();
    view.put("claims", Integer.parseInt(row.get("claims")));
    view.put("awarded", row.get("awarded")).put("sha256", row.get("sha256"));
    ObjectNode outcomes = view.putObject("outcomes");
    row.cells().keySet().stream()
        .filter(column -> column.matches("[A-Z_]+"))
        .forEach(column -> outcomes.put(column, Integer.parseInt(row.get(column))));
    return new SignedPlans.Signed(row.get("quarter"), view, List.of(), recomputed);
  }

  private List<String> differences() {
    return Expected.differences(plans, refusals, yearEnd);
  }

  private ObjectNode view(int place) {
    return (ObjectNode) plans.get(place - 1).view();
  }

  @Test
  void shouldFindNoDifferenceInTheExpectedYear() {
    assertEquals(List.of(), differences());
  }

  @Test
  void shouldNameAPlanThatHasOtherBytes() {
    String expected = plans.get(2).sha256();
    view(3).put("sha256", "0".repeat(64));

    assertEquals(
        List.of("2026Q3 sha256: " + "0".repeat(64) + " instead of " + expected), differences());
  }

  @Test
  void shouldNameAnOutcomeThatOneClaimMoreHas() {
    view(4).withObject("outcomes").put("WAITLISTED", 21);

    assertEquals(List.of("2026Q4 WAITLISTED: 21 instead of 20"), differences());
  }

  @Test
  void shouldMissAPlanThatIsNotThere() {
    plans.removeFirst();

    assertEquals(List.of("2026Q1: no signed plan"), differences());
  }

  @Test
  void shouldNameAPlanThatWasNotRecomputed() {
    plans.set(1, plan(City.rows("expected.csv").get(1), false));

    assertEquals(List.of("2026Q2: not recomputed to the same bytes"), differences());
  }

  @Test
  void shouldCountWhatWasRefused() {
    int all = refusals.size();
    refusals.removeLast();

    assertEquals(List.of("refused: %d instead of %d".formatted(all - 1, all)), differences());
  }

  @Test
  void shouldCountApplicationsByWhatBecameOfThem() {
    yearEnd.put("applications CERTIFIED", "79");
    yearEnd.put("applications SUBMITTED", "1");

    assertEquals(
        List.of(
            "applications CERTIFIED: 79, expected 80",
            "applications SUBMITTED: 1, expected nothing"),
        differences());
  }

  @Test
  void shouldMissAListThatWasNotPublished() {
    yearEnd.remove("list 首批次名单2026-1");

    assertEquals(
        List.of("list 首批次名单2026-1: nothing, expected PUBLISHED 2026-03-26: 16"), differences());
  }

  @Test
  void shouldNotTakeAPolicyThatWasDecidedForAPendingOne() {
    yearEnd.put("policy HA2027-0001", "REGISTERED");

    assertEquals(List.of("policy HA2027-0001: REGISTERED, expected PENDING"), differences());
  }

  @Test
  void shouldNotTakeADeadlineForUndeterminedThatIsSettled() {
    yearEnd.remove("deadline from 2026-12-24");
    YearEnd.deadline(
        Json.object(
            """
            {"starts": "2026-12-24", "lastDay": "2027-01-25", "certain": true,
             "certainlyInTimeThrough": "2027-01-25", "dayThirty": "2027-01-23"}"""),
        yearEnd);

    assertEquals(
        List.of(
            "deadline from 2026-12-24: 2027-01-25 instead of 2027-01-23, expected undetermined after 2027-01-23"),
        differences());
  }

  @Test
  void shouldNoticeThatSpringFestivalDidNotMoveADeadline() {
    YearEnd.deadline(
        Json.object(
            """
            {"starts": "2026-01-16", "lastDay": "2026-02-15", "certain": true,
             "certainlyInTimeThrough": "2026-02-15", "dayThirty": "2026-02-15"}"""),
        yearEnd);

    assertEquals(
        List.of(
            "deadline from 2026-01-16: 2026-02-15 instead of 2026-02-15, expected 2026-02-24 instead of 2026-02-15"),
        differences());
  }

  @Test
  void shouldNotAgreeWhenAnythingDiffers() {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    Screen screen = new Screen(new PrintStream(seen, true, StandardCharsets.UTF_8), false, false);

    assertTrue(Demo.tell(List.of(), screen));
    assertEquals("", seen.toString(StandardCharsets.UTF_8));
    assertFalse(Demo.tell(List.of("2026Q1: no signed plan"), screen));
    assertEquals("✗ 2026Q1: no signed plan\n", seen.toString(StandardCharsets.UTF_8));
  }
}
