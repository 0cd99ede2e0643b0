package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.fake.Answers;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyObjects;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.file.ClaimUpdate;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.junit.jupiter.api.Test;

class CloseYearTest {

  private static final Instant FEBRUARY = Instant.parse("2027-02-01T01:00:00Z");

  @Test
  void shouldTakeWhatIsSetAsideIntoTheNextYearAndLetTheRestLapse() {
    Office office = ready(new ShippedSchemes());
    JsonNode closing = close(office);
    assertEquals("CLOSED", closing.path("state").asText());
    assertEquals(1, closing.path("claims").path("setAside").asInt());
    assertEquals(0, closing.path("claims").path("carried").asInt());
    assertEquals(2, closing.path("claims").path("lapsed").asInt());
    assertEquals(List.of("P12 600000.00 queued"), next(office.city));
    assertTrue(
        Programme.findBudget(office.city.records, SCHEME, 2026).orElseThrow().value().isClosed());
  }

  @Test
  void shouldCarryWhatTheBudgetLeftFirstInLineUnderOptionTen() {
    Office office = ready(carrying());
    close(office);
    assertEquals(List.of("P14 10000.00 carried", "P12 600000.00 queued"), next(office.city));
  }

  @Test
  void shouldPlanTheNextYearWithWhatCameFromTheYearBefore() {
    Schemes schemes = carrying();
    Office office = ready(schemes);
    office.city.budget(2027, "300000");
    RunPlan job = new RunPlan(office.city.records, office.city.objects, schemes);
    job.run(SCHEME, 2027, "early", "r", FEBRUARY);
    assertEquals(
        0, Chain.of(office.city.records, SCHEME, 2027).find(1).orElseThrow().value().claims());
    close(office);
    job.run(SCHEME, 2027, "later", "r", FEBRUARY);
    var plan = Chain.of(office.city.records, SCHEME, 2027).find(1).orElseThrow().value();
    assertEquals(2, plan.claims());
    assertEquals("10000.00", plan.awarded().toString());
    assertEquals("290000.00", plan.setAside().toString());
  }

  @Test
  void shouldKeepTheHoldOfAClaimThatGoesOnAndMoveItsPlace() {
    Office office = ready(new ShippedSchemes());
    close(office);
    String id = City.exampleClaim(2).id();
    Claims.Place place =
        Claims.PLACE
            .read(office.city.records.find(Claims.placeKey(SCHEME, id)).orElseThrow())
            .value();
    assertEquals(2027, place.year());
    assertEquals(1, office.count("claim.carried"), "its history says so");
    assertTrue(office.city.records.find(place.markKey(MarkType.HELD, Role.FINANCE)).isPresent());
  }

  @Test
  void shouldRefuseWhileAPlanIsOpenAndTheSamePersonTwiceAndRunsOfAClosedYear() {
    Office office = new Office(City.example());
    office.gateway.at(FEBRUARY);
    office.request("regulator-1");
    assertEquals(409, office.gateway.as("finance-1").post("/years/2026/closing", "{}").status());
    office.signAll(1, office.hash(1));
    assertEquals(202, office.gateway.as("finance-1").post("/years/2026/closing", "{}").status());
    assertEquals(
        403, office.gateway.as("finance-1").post("/years/2026/closing/approval", "{}").status());
    assertEquals(
        202, office.gateway.as("finance-2").post("/years/2026/closing/approval", "{}").status());
    office.work();
    assertEquals(409, office.gateway.as("regulator-1").post("/years/2026/runs", "{}").status());
    assertEquals(409, office.gateway.as("finance-1").post("/years/2026/closing", "{}").status());
  }

  @Test
  void shouldCloseAYearThatHadNoPlan() {
    Office office = new Office(City.example());
    office.gateway.at(FEBRUARY);
    assertEquals(4, close(office).path("claims").path("setAside").asInt());
  }

  @Test
  void shouldNotCloseBeforeTheLastFilingWindowHasClosed() {
    Office office = new Office(City.example());

    office.gateway.at(Instant.parse("2027-01-15T15:59:59Z"));
    var early = office.gateway.as("finance-1").post("/years/2026/closing", "{}");
    office.gateway.at(Instant.parse("2027-01-15T16:00:00Z"));
    var inTime = office.gateway.as("finance-1").post("/years/2026/closing", "{}");

    assertEquals(409, early.status());
    assertEquals(202, inTime.status());
  }

  @Test
  void shouldComeToTheSameWhenKilledAtAnyStep() {
    Faults counting = new Faults();
    carryOut(approved(), counting);
    int steps = counting.steps();
    for (int step = 1; step <= steps; step++) {
      for (boolean effect : new boolean[] {false, true}) {
        Office office = approved();
        Faults faults = new Faults();
        Faults killing = effect ? faults.killAfter(step) : faults.killBefore(step);
        assertThrows(Killed.class, () -> carryOut(office, killing));
        office.work();
        assertEquals(List.of("P12 600000.00 queued"), next(office.city), "step " + step);
        assertEquals(1, office.count("year.closed"), "step " + step);
      }
    }
  }

  @Test
  void shouldNotLeaveAClaimBehindThatWasWithdrawnBetweenTwoBeginnings() {
    Faults counting = new Faults();
    carryOut(approved(), counting);
    for (int step = 0; step < counting.steps(); step++) {
      Office office = approved();
      carryOut(
          office,
          new Faults()
              .between(
                  step,
                  () -> {
                    for (Role body : List.of(Role.COMMISSION, Role.FINANCE, Role.REGULATOR)) {
                      office.city.mark(City.exampleClaim(2), 2026, MarkType.REJECTED, body);
                    }
                  }));
      assertEquals(List.of(), next(office.city), "step " + step);
    }
  }

  @Test
  void shouldLoseNothingWhenTheSlowerOfTwoWorkersIsKilledAfterTheOtherClosed() {
    Faults counting = new Faults();
    carryOut(approved(), counting);
    for (int step = 0; step < counting.steps(); step++) {
      for (int more = 1; more <= 3; more++) {
        Office office = approved();
        Faults slow =
            new Faults().between(step, () -> carryOut(office, new Faults())).killAfter(step + more);
        try {
          carryOut(office, slow);
        } catch (Killed _) {
          office.work();
        }
        String at = "step " + step + ", killed " + more + " later";
        assertEquals(List.of("P12 600000.00 queued"), next(office.city), at);
        assertEquals(1, office.count("year.closed"), at);
      }
    }
  }

  @Test
  void shouldLeaveTheNextYearsClaimsAloneOnceTheOtherWorkerClosed() {
    Faults counting = new Faults();
    carryOut(approved(), counting);
    for (int step = 0; step < counting.steps(); step++) {
      Office office = approved();
      Faults slow =
          new Faults()
              .between(
                  step,
                  () -> {
                    carryOut(office, new Faults());
                    withdrawNextYearsClaims(office.city);
                  });

      carryOut(office, slow);

      assertEquals(List.of(), next(office.city), "step " + step);
    }
  }

  @Test
  void shouldNotPayAClaimThatIsWithdrawnAtAnyStepOfTheClosingOrOfMovingItsPlace() {
    Faults counting = new Faults();
    closeAndMove(approved(), counting);
    for (int step = 0; step <= counting.steps(); step++) {
      Office office = approved();
      AtomicBoolean withdrawn = new AtomicBoolean();
      closeAndMove(
          office,
          new Faults().between(step, () -> withdrawn.set(isWithdrawn(office.city.records))));

      assertTrue(withdrawn.get() || isWithdrawn(office.city.records), "step " + step);
      assertEquals(List.of(), next(office.city), "step " + step);
    }
  }

  @Test
  void shouldNotPayAClaimThatIsWithdrawnWhileTheYearClosesAtAnyStepOfThat() {
    Faults counting = new Faults();
    withdraw(new FaultyRecords(approved().city.records, counting), 2);
    for (int step = 0; step <= counting.steps(); step++) {
      Office office = approved();
      Faults faults = new Faults().between(step, () -> closeAndMove(office, new Faults()));
      boolean withdrawn = isWithdrawn(new FaultyRecords(office.city.records, faults));
      closeAndMove(office, new Faults());

      assertTrue(withdrawn || isWithdrawn(office.city.records), "step " + step);
      assertEquals(List.of(), next(office.city), "step " + step);
    }
  }

  @Test
  void shouldLetNobodyChangeAClaimThatIsOnItsWayIntoTheNextYear() {
    Office office = approved();
    carryOut(office, new Faults());

    assertThrows(RetryableFault.class, () -> withdraw(office.city.records, 2));
    assertTrue(withdraw(office.city.records, 4), "it lapsed, so its row stays where it is");
  }

  /** Once, as policy and filing do; not while the claim is on its way. */
  private static boolean isWithdrawn(Records records) {
    try {
      return withdraw(records, 2);
    } catch (RetryableFault _) {
      return false;
    }
  }

  private static boolean withdraw(Records records, int number) {
    Unit unit = new Unit(Actor.system(SCHEME, FEBRUARY, "withdrawal", "1"));
    ClaimUpdate.find(records, SCHEME, City.exampleClaim(number).id())
        .orElseThrow()
        .fenced(unit)
        .restate(Claims.Claim::asWithdrawn);
    return Commits.isCommitted(records, unit);
  }

  private static void closeAndMove(Office office, Faults faults) {
    CloseYear closing = closing(office, faults);
    closing.close(SCHEME, 2026);
    closing.movePlaces(SCHEME, 2026, FEBRUARY);
  }

  /** As an insurer does once the claims stand in the next year. */
  private static void withdrawNextYearsClaims(City city) {
    for (Queue queue = new Queue(city.records, SCHEME, 2027); queue.hasNext(); ) {
      Claims.Claim claim = queue.next().claim();
      StoredRecord stored = city.records.find(City.place(claim, 2027).key()).orElseThrow();
      city.records.putAll(
          List.of(stored.next(1, "1", Json.write(claim.asWithdrawn()), stored.journal())));
    }
  }

  private static void carryOut(Office office, Faults faults) {
    closing(office, faults).close(SCHEME, 2026);
  }

  private static CloseYear closing(Office office, Faults faults) {
    return new CloseYear(
        new FaultyRecords(office.city.records, faults),
        new FaultyObjects(office.city.objects, faults),
        new ShippedSchemes());
  }

  /** Claim 2 held and set aside, 3 exhausted its cap, 4 found no budget; the plan is signed. */
  private static Office ready(Schemes schemes) {
    City city = City.example();
    Office office = new Office(city, schemes);
    office.hold("2");
    office.request("regulator-1");
    office.signAll(1, office.hash(1));
    office.gateway.at(FEBRUARY);
    return office;
  }

  private static Office approved() {
    Office office = ready(new ShippedSchemes());
    office.gateway.as("finance-1").post("/years/2026/closing", "{}");
    office.gateway.as("finance-2").post("/years/2026/closing/approval", "{}");
    return office;
  }

  private static JsonNode close(Office office) {
    office.gateway.as("finance-1").post("/years/2026/closing", "{}");
    office.gateway.as("finance-2").post("/years/2026/closing/approval", "{}");
    office.work();
    return office.gateway.as("finance-1").get("/years/2026/closing").json();
  }

  private static List<String> next(City city) {
    List<String> rows = new ArrayList<>();
    for (Queue queue = new Queue(city.records, SCHEME, 2027); queue.hasNext(); ) {
      Claims.Claim claim = queue.next().claim();
      if (!claim.withdrawn()) {
        rows.add(
            claim.number()
                + " "
                + claim.subsidy()
                + " "
                + (claim.carried() ? "carried" : "queued"));
      }
    }
    return rows;
  }

  private static Schemes carrying() {
    return Answers.of(Map.of("unpaid-at-year-end", "carried-first-in-line"));
  }
}
