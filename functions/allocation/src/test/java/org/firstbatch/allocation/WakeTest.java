package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.junit.jupiter.api.Test;

class WakeTest {

  private static final String JULY = "{\"scheduledTime\":\"2026-07-20T22:00:00Z\"}";

  private static final String OCTOBER = "{\"scheduledTime\":\"2026-10-20T22:00:00Z\"}";

  private final Office office = new Office(City.example());
  private final QuarterlyRun schedule =
      new QuarterlyRun(
          new ShippedSchemes(),
          new RunPlan(office.city.records, office.city.objects, new ShippedSchemes()));

  @Test
  void shouldRunForTheQuarterBeforeAndOnceForOneScheduledTime() {
    fire("{\"scheduledTime\":\"2026-04-20T22:00:00Z\"}");
    String hash = office.hash(1);
    fire("{\"scheduledTime\":\"2026-04-20T22:00:00Z\"}");
    assertEquals(hash, office.hash(1));
    assertEquals(1, office.count("plan.drafted"));
  }

  @Test
  void shouldRunInJanuaryOnTheBudgetOfTheYearBefore() {
    fire("{\"scheduledTime\":\"2027-01-20T22:00:00Z\"}");
    assertEquals(4, chain().plans().getFirst().value().claims());
  }

  @Test
  void shouldSayWhatIsWrongWithAnEventWithoutItsTime() {
    PermanentFault fault = assertThrows(PermanentFault.class, () -> fire("{\"time\":1}"));
    assertTrue(String.valueOf(fault.getMessage()).contains("scheduledTime"));
  }

  @Test
  void shouldLetAScheduledRunWaitForAnOpenPlanAndStartWhenItIsSigned() {
    office.request("regulator-1");
    fire(JULY);
    assertEquals(Runs.State.WAITING, office.state(julyRun()));
    assertEquals(1, office.count("run.waiting"));
    office.signAll(1, office.hash(1));
    assertEquals(Runs.State.DRAFT, office.state(julyRun()));
    assertEquals(julyRun(), Runs.idOf(chain().find(2).orElseThrow().value().run()));
  }

  @Test
  void shouldStartAWaitingRunWhenTheOpenPlanIsDiscarded() {
    office.request("regulator-1");
    fire(JULY);
    office.discard("regulator-2", "discard", "{\"ground\":\"重做\"}");
    office.work();
    assertEquals(julyRun(), Runs.idOf(chain().find(1).orElseThrow().value().run()));
    assertEquals(Plans.State.DRAFT, chain().find(1).orElseThrow().value().state());
  }

  @Test
  void shouldStartAWaitingRunWhenTheOpenPlanIsDeclined() {
    office.request("regulator-1");
    fire(JULY);
    office.discard("finance-1", "decline", "{\"ground\":\"有误\"}");
    office.work();
    assertEquals(Runs.State.DRAFT, office.state(julyRun()));
  }

  @Test
  void shouldRecordAVoidedDraftAsDiscardedAndStartWhatWaits() {
    office.request("regulator-1");
    fire(JULY);
    office.hold("2");
    office.work();
    assertEquals(1, office.count("plan.discarded"));
    assertEquals(Runs.State.DRAFT, office.state(julyRun()));
    assertEquals("500000.00", chain().find(1).orElseThrow().value().setAside().toString());
  }

  @Test
  void shouldLeaveOneRunWaitingWhenTwoWait() {
    office.request("regulator-1");
    fire(JULY);
    fire(OCTOBER);
    office.signAll(1, office.hash(1));
    assertEquals(2, chain().plans().size());
    assertEquals(Runs.State.WAITING, office.state(octoberRun()));
  }

  @Test
  void shouldChangeNothingMoreWhenAnEntryIsHeardTwice() {
    office.request("regulator-1");
    String hash = office.hash(1);
    Office again = new Office(office.city);
    again.work();
    assertEquals(hash, office.hash(1));
    assertEquals(1, office.count("plan.drafted"));
  }

  @Test
  void shouldGoOnWithARunThatWasCutOffWhenItsEntryComesAgain() {
    int steps = signedAndHeard(new Faults());
    for (int step = 1; step <= steps; step++) {
      for (boolean effect : new boolean[] {false, true}) {
        Office cut = waiting();
        Faults faults = new Faults();
        Faults killing = effect ? faults.killAfter(step) : faults.killBefore(step);
        assertThrows(Killed.class, () -> cut.hearing(killing).hear(signed(cut)));

        cut.work();

        String at = "killed at " + faults.log().getLast();
        assertEquals(julyRun(), Runs.idOf(place(cut, 2).run()), at);
        assertEquals(Runs.State.DRAFT, cut.state(julyRun()), at);
      }
    }
  }

  @Test
  void shouldLetNoYoungerRunOvertakeWhenAnEntryIsHeardTwiceAtOnce() {
    int steps = signedAndHeard(new Faults());
    for (int step = 0; step < steps; step++) {
      Office twice = waiting();
      JournalEntry signed = signed(twice);
      Faults faults = new Faults().between(step, () -> twice.hearing(new Faults()).hear(signed));

      twice.hearing(faults).hear(signed);

      assertEquals(julyRun(), Runs.idOf(place(twice, 2).run()), "step " + step);
      assertEquals(Runs.State.WAITING, twice.state(octoberRun()), "step " + step);
      assertEquals(2, chain(twice).plans().size(), "step " + step);
    }
  }

  @Test
  void shouldNotEndADraftBeforeItWasMadeWhenAnOldEntryIsHeardLate() {
    office.request("regulator-1");
    office.hold("2");
    JournalEntry held = office.last("claim.held");
    Instant before = Instant.parse("2026-04-20T00:00:00Z");

    office.hearing(new Faults()).hear(at(before, held));

    assertEquals(office.last("plan.drafted").at(), office.last("plan.discarded").at());
  }

  /** A signed plan, behind which two runs wait; nobody has heard of the signature. */
  private static Office waiting() {
    Office waiting = new Office(City.example());
    waiting.request("regulator-1");
    QuarterlyRun schedule =
        new QuarterlyRun(
            new ShippedSchemes(),
            new RunPlan(waiting.city.records, waiting.city.objects, new ShippedSchemes()));
    schedule.handle(Json.object(JULY));
    schedule.handle(Json.object(OCTOBER));
    waiting.work();
    for (String person : List.of("commission-1", "finance-1", "regulator-2")) {
      waiting.sign(person, 1, waiting.hash(1));
    }
    return waiting;
  }

  private static JournalEntry signed(Office office) {
    return office.last("plan.signed");
  }

  private static JournalEntry at(Instant instant, JournalEntry entry) {
    return new JournalEntry(
        entry.scheme(),
        entry.subjectKind(),
        entry.subject(),
        entry.sequence(),
        entry.type(),
        entry.schema(),
        instant,
        entry.person(),
        entry.organisation(),
        entry.role(),
        entry.capacity(),
        entry.organisations(),
        entry.ground(),
        entry.facts(),
        entry.request(),
        entry.previous());
  }

  /** How many steps it takes to hear of the signature. */
  private static int signedAndHeard(Faults counting) {
    Office undisturbed = waiting();
    undisturbed.hearing(counting).hear(signed(undisturbed));
    return counting.steps();
  }

  private static Plans.Plan place(Office office, int place) {
    return chain(office).find(place).orElseThrow().value();
  }

  private static Chain chain(Office office) {
    return Chain.of(office.city.records, SCHEME, 2026);
  }

  private Chain chain() {
    return Chain.of(office.city.records, SCHEME, 2026);
  }

  private static String julyRun() {
    return "scheduled-2026Q2-" + Instant.parse("2026-07-20T22:00:00Z").getEpochSecond();
  }

  private static String octoberRun() {
    return "scheduled-2026Q3-" + Instant.parse("2026-10-20T22:00:00Z").getEpochSecond();
  }

  private void fire(String event) {
    JsonNode tree = Json.object(event);
    schedule.handle(tree);
  }
}
