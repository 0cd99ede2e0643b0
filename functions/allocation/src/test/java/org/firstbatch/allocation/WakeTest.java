package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.junit.jupiter.api.Test;

class WakeTest {

  private static final String JULY = "{\"scheduledTime\":\"2026-07-20T22:00:00Z\"}";

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
    office.gateway.as("regulator-2").post("/years/2026/plans/1/discard", "{\"ground\":\"重做\"}");
    office.work();
    assertEquals(julyRun(), Runs.idOf(chain().find(1).orElseThrow().value().run()));
    assertEquals(Plans.State.DRAFT, chain().find(1).orElseThrow().value().state());
  }

  @Test
  void shouldStartAWaitingRunWhenTheOpenPlanIsDeclined() {
    office.request("regulator-1");
    fire(JULY);
    office.gateway.as("finance-1").post("/years/2026/plans/1/decline", "{\"ground\":\"有误\"}");
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
    fire("{\"scheduledTime\":\"2026-10-20T22:00:00Z\"}");
    office.signAll(1, office.hash(1));
    assertEquals(2, chain().plans().size());
    assertEquals(
        Runs.State.WAITING,
        office.state("scheduled-2026Q3-" + Instant.parse("2026-10-20T22:00:00Z").getEpochSecond()));
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

  private Chain chain() {
    return Chain.of(office.city.records, SCHEME, 2026);
  }

  private static String julyRun() {
    return "scheduled-2026Q2-" + Instant.parse("2026-07-20T22:00:00Z").getEpochSecond();
  }

  private void fire(String event) {
    JsonNode tree = Json.object(event);
    schedule.handle(tree);
  }
}
