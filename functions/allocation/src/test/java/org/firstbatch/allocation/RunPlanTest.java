package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.FIRST_RUN;
import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyObjects;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.allocation.canonical.InputReader;
import org.firstbatch.measures.allocation.canonical.PlanLine;
import org.firstbatch.measures.allocation.canonical.PlanReader;
import org.firstbatch.measures.allocation.canonical.Recompute;
import org.firstbatch.measures.money.Money;
import org.junit.jupiter.api.Test;

class RunPlanTest {

  private static final String RUN = "scheduled-2026Q1";
  private static final int LONG = 4_400;

  @Test
  void shouldMakeTheWorkedExample() {
    City city = City.example();
    run(city);
    assertEquals(
        List.of(
            "P11 300000.00 FUNDED",
            "P12 500000.00 REDUCED_BY_CAP",
            "P13 200000.00 REDUCED_BY_CAP",
            "P14 0.00 WAITLISTED"),
        lines(city, 1));
    Plan plan = plan(city, 1);
    assertEquals("1000000.00", plan.awarded().toString());
    assertEquals(4, plan.claims());
    assertEquals(Map.of("FUNDED", 1, "REDUCED_BY_CAP", 2, "WAITLISTED", 1), plan.outcomes());
    assertEquals(Actor.SYSTEM, plan.requestedBy());
  }

  @Test
  void shouldSetAsideAHeldClaim() {
    City city = City.example();
    city.mark(City.exampleClaim(2), 2026, MarkType.HELD, Role.FINANCE);
    run(city);
    assertEquals(
        List.of(
            "P11 300000.00 FUNDED",
            "P12 0.00 SET_ASIDE HELD_BY_FINANCE",
            "P13 200000.00 REDUCED_BY_CAP",
            "P14 0.00 WAITLISTED"),
        lines(city, 1));
    assertEquals("500000.00", plan(city, 1).setAside().toString());
  }

  @Test
  void shouldFundNextWhatSignedPlansLeft() {
    City city = City.example();
    run(city);
    sign(city, 1);
    secondQuarter(city);
    new RunPlan(city.records, city.objects, new ShippedSchemes())
        .run(SCHEME, 2026, "second", "regulator-1", FIRST_RUN.plusSeconds(91 * 86_400L));
    assertEquals(
        List.of(
            "P12 0.00 CAP_EXHAUSTED",
            "P13 0.00 CAP_EXHAUSTED",
            "P14 10000.00 FUNDED",
            "P15 390000.00 REDUCED_BY_BUDGET"),
        lines(city, 2));
    assertEquals(plan(city, 1).sha256(), plan(city, 2).previous());
  }

  @Test
  void shouldCarryAwardsOfFundedClaimsOnThroughTheChain() {
    City city = City.example();
    run(city);
    sign(city, 1);
    secondQuarter(city);
    RunPlan job = new RunPlan(city.records, city.objects, new ShippedSchemes());
    job.run(SCHEME, 2026, "second", "r", FIRST_RUN.plusSeconds(91 * 86_400L));
    sign(city, 2);
    city.supplement(2026, "1000000");
    job.run(SCHEME, 2026, "third", "r", FIRST_RUN.plusSeconds(92 * 86_400L));
    assertEquals(
        List.of("P12 0.00 CAP_EXHAUSTED", "P13 0.00 CAP_EXHAUSTED", "P15 60000.00 FUNDED"),
        lines(city, 3));
  }

  @Test
  void shouldBeRecomputedToTheSameBytes() throws IOException {
    City city = City.example();
    run(city);
    Plan plan = plan(city, 1);
    InputReader input =
        new InputReader(new ByteArrayInputStream(file(city, plan.input() + ".input")));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    assertEquals(plan.sha256(), Recompute.plan(input, plan.input(), again));
    assertArrayEquals(file(city, plan.sha256() + ".plan"), again.toByteArray());
  }

  @Test
  void shouldSeeOnlyFiledClaimsOfQuartersWhoseWindowHadClosed() {
    City city = City.example();
    city.filing("F2", "2026Q1", Filings.State.CHECKED, Map.of());
    city.claim(City.claim("F2", "2026Q1", "P20", "E9", "2026-01-10T01:00:00Z", "1000"));
    city.filing("F3", "2026Q2");
    city.claim(City.claim("F3", "2026Q2", "P21", "E9", "2026-01-10T01:00:00Z", "1000"));
    city.claim(City.claim("F9", "2026Q1", "P22", "E9", "2026-01-10T01:00:00Z", "1000"));
    run(city);
    assertEquals(4, lines(city, 1).size());
  }

  @Test
  void shouldLeaveOutWithdrawnAndRejectedClaimsAndKeepOneThatTwoBodiesReject() {
    City city = City.example();
    Claim rejected = City.exampleClaim(1);
    for (Role body : List.of(Role.COMMISSION, Role.FINANCE, Role.REGULATOR)) {
      city.mark(rejected, 2026, MarkType.REJECTED, body);
    }
    Claim doubted = City.exampleClaim(4);
    city.mark(doubted, 2026, MarkType.REJECTED, Role.COMMISSION);
    city.mark(doubted, 2026, MarkType.REJECTED, Role.FINANCE);
    run(city);
    assertEquals(
        List.of("P12 500000.00 REDUCED_BY_CAP", "P13 250000.00 FUNDED", "P14 10000.00 FUNDED"),
        lines(city, 1));
  }

  @Test
  void shouldOrderClaimsOfOneSecondByPolicyNumberEvenWhereKeysSortOtherwise() {
    City city = new City().budget(2026, "1000000").filing("F1", "2026Q1");
    for (String number : List.of("A B", "A", "A#", "A$ C")) {
      Claim claim = City.claim("F1", "2026Q1", number, "E1", "2026-01-11T01:00:00Z", "1000");
      city.claim(claim).mark(claim, 2026, MarkType.HELD, Role.REGULATOR);
    }
    run(city);
    List<String> numbers = new ArrayList<>();
    read(city, 1).forEach(line -> numbers.add(line.policy() + line.reasons().list().size()));
    assertEquals(List.of("A1", "A B1", "A#1", "A$ C1"), numbers);
  }

  @Test
  void shouldMakeTheSamePlanWhenKilledAtAnyStepAndShowNothingBeforeTheLast() {
    Plan expected = expected();
    int steps = steps();
    for (int step = 1; step <= steps; step++) {
      for (boolean effect : new boolean[] {false, true}) {
        City city = City.example();
        Faults faults = new Faults();
        int kill = step;
        Faults killing = effect ? faults.killAfter(kill) : faults.killBefore(kill);
        assertThrows(Killed.class, () -> run(city, killing));
        if (step < steps || !effect) {
          assertTrue(Chain.of(city.records, SCHEME, 2026).plans().isEmpty(), "step " + step);
        }
        run(city);
        assertEquals(expected, plan(city, 1), "killed at step " + step + ", effect " + effect);
        assertEquals(3, city.objects.list(Bucket.ARCHIVE).size());
        assertEquals(4, city.records.list(Table.PLAN_LINES).size());
      }
    }
  }

  @Test
  void shouldMakeOnePlanWhenAnotherRunComesBetweenAnyTwoSteps() {
    Plan expected = expected();
    int steps = steps();
    for (int step = 0; step < steps; step++) {
      City city = City.example();
      run(city, new Faults().between(step, () -> run(city)));
      assertEquals(List.of(expected), plans(city), "the same run after step " + step);
    }
  }

  @Test
  void shouldLetTheSecondOfTwoDifferentRunsWaitWhereverItComes() {
    int steps = steps();
    for (int step = 0; step < steps; step++) {
      City city = City.example();
      RunPlan other = new RunPlan(city.records, city.objects, new ShippedSchemes());
      run(city, new Faults().between(step, () -> other.run(SCHEME, 2026, "other", "r", FIRST_RUN)));
      assertEquals(1, plans(city).size(), "after step " + step);
      assertEquals("other", Runs.idOf(plan(city, 1).run()));
      assertEquals(Runs.State.WAITING, state(city, RUN));
    }
  }

  @Test
  void shouldBeginAgainWhenAHoldLandsBetweenAnyTwoSteps() {
    int steps = steps();
    Claim held = City.exampleClaim(2);
    for (int step = 0; step < steps; step++) {
      City city = City.example();
      run(
          city,
          new Faults().between(step, () -> city.mark(held, 2026, MarkType.HELD, Role.FINANCE)));
      assertEquals("500000.00", plan(city, 1).setAside().toString(), "after step " + step);
      assertEquals(
          Plans.State.DRAFT,
          Chain.of(city.records, SCHEME, 2026).state(plan(city, 1)),
          "after step " + step);
    }
  }

  @Test
  void shouldReflectAHoldThatLandsBetweenAnyTwoPagesOfALongQueue() {
    City city = longQueue();
    Claim held = City.claim("F1", "2026Q1", "L0", "E0", "2026-01-11T01:00:00Z", "100");
    Faults counting = new Faults();
    runLong(city, "long", counting);
    List<String> log = counting.log();
    city.raise(2026);
    for (int step = 0; step < log.size(); step++) {
      if (log.get(step).startsWith("page CLAIMS")) {
        runLong(
            city,
            "long-" + step,
            new Faults().between(step, () -> city.mark(held, 2026, MarkType.HELD, Role.FINANCE)));
        assertEquals("100.00", plan(city, 1).setAside().toString(), "before " + log.get(step));
        assertEquals(LONG, plan(city, 1).claims());
        city.release(held, 2026, Role.FINANCE);
      }
    }
  }

  private static void runLong(City city, String run, Faults faults) {
    job(new FaultyRecords(city.records, faults), city.objects)
        .run(SCHEME, 2026, run, Actor.SYSTEM, FIRST_RUN);
  }

  /** Two pages and more in each partition. */
  private static City longQueue() {
    City city = new City().budget(2026, "1000000").filing("F1", "2026Q1");
    for (int i = 0; i < LONG; i++) {
      String insured = Instant.parse("2026-01-11T01:00:00Z").plusSeconds(i / 2).toString();
      city.claim(City.claim("F1", "2026Q1", "L" + i, "E" + i % 50, insured, "100"));
    }
    return city;
  }

  @Test
  void shouldGiveUpClearlyWhenTheInputNeverRests() {
    City city = City.example();
    Faults faults = new Faults();
    for (int step = 0; step < 200; step++) {
      faults.between(step, () -> city.raise(2026));
    }
    RetryableFault fault = assertThrows(RetryableFault.class, () -> run(city, faults));
    assertTrue(String.valueOf(fault.getMessage()).contains("changed 5 times"), fault.getMessage());
    assertTrue(plans(city).isEmpty());
  }

  @Test
  void shouldStopWithAClearFaultWhenLinesStayUnprocessed() {
    City city = City.example();
    FaultyRecords records =
        new FaultyRecords(city.records, new Faults())
            .unprocessedForEver(record -> record.key().table() == Table.PLAN_LINES);
    RetryableFault fault =
        assertThrows(
            RetryableFault.class,
            () -> job(records, city.objects).run(SCHEME, 2026, RUN, Actor.SYSTEM, FIRST_RUN));
    assertTrue(String.valueOf(fault.getMessage()).contains("stay unprocessed"));
    assertTrue(plans(city).isEmpty());
  }

  @Test
  void shouldRecordThatAYearHasNoBudgetAndMakeNoPlan() {
    City city = new City().filing("F1", "2026Q1");
    run(city);
    assertTrue(plans(city).isEmpty());
    assertEquals(Runs.State.NO_BUDGET, state(city, RUN));
    assertTrue(types(city).contains("run.no-budget"));
    run(city);
    assertEquals(1, city.records.list(Table.JOURNAL).size());
  }

  @Test
  void shouldNotCountLinesThatABeginningLeftBehind() {
    City city = City.example();
    Claim gone = City.exampleClaim(4);
    int steps = steps();
    Faults faults =
        new Faults()
            .between(
                steps - 1,
                () -> {
                  for (Role body : List.of(Role.COMMISSION, Role.FINANCE, Role.REGULATOR)) {
                    city.mark(gone, 2026, MarkType.REJECTED, body);
                  }
                });
    run(city, faults);
    sign(city, 1);
    assertEquals(3, plan(city, 1).claims());
    assertTrue(Plans.listSignedLines(city.records, SCHEME, gone.id()).isEmpty());
    assertFalse(Plans.listSignedLines(city.records, SCHEME, City.exampleClaim(1).id()).isEmpty());
  }

  private static void secondQuarter(City city) {
    city.supplement(2026, "400000").filing("F2", "2026Q2");
    city.claim(City.claim("F2", "2026Q2", "P15", "E4", "2026-05-01T01:00:00Z", "450000"));
  }

  private static Plan expected() {
    City city = City.example();
    run(city);
    return plan(city, 1);
  }

  private static int steps() {
    Faults faults = new Faults();
    run(City.example(), faults);
    return faults.steps();
  }

  private static void run(City city) {
    run(city, new Faults());
  }

  private static void run(City city, Faults faults) {
    job(new FaultyRecords(city.records, faults), new FaultyObjects(city.objects, faults))
        .run(SCHEME, 2026, RUN, Actor.SYSTEM, FIRST_RUN);
  }

  private static RunPlan job(Records records, ObjectStore objects) {
    return new RunPlan(records, objects, new ShippedSchemes());
  }

  private static void sign(City city, int place) {
    var stored = Chain.of(city.records, SCHEME, 2026).find(place).orElseThrow();
    Plan p = stored.value();
    City.put(
        city.records,
        Plans.PLAN,
        stored.key(),
        new Plan(
            p.year(),
            p.place(),
            p.run(),
            Plans.State.SIGNED,
            p.inputRevision(),
            p.input(),
            p.sha256(),
            p.previous(),
            p.budget(),
            p.awarded(),
            p.setAside(),
            p.claims(),
            p.outcomes(),
            p.signatures(),
            p.requestedBy(),
            p.madeAt(),
            null));
  }

  private static List<Plan> plans(City city) {
    return Chain.of(city.records, SCHEME, 2026).plans().stream().map(s -> s.value()).toList();
  }

  private static Plan plan(City city, int place) {
    return plans(city).get(place - 1);
  }

  private static Runs.State state(City city, String run) {
    return Runs.find(city.records, SCHEME, 2026, run).orElseThrow().value().state();
  }

  private static Set<String> types(City city) {
    return city.records.list(Table.JOURNAL).stream()
        .map(record -> Journal.KIND.read(record).value().type())
        .collect(Collectors.toSet());
  }

  private static byte[] file(City city, String suffix) {
    return city.objects.list(Bucket.ARCHIVE).entrySet().stream()
        .filter(each -> each.getKey().endsWith(suffix))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static List<PlanLine> read(City city, int place) {
    List<PlanLine> lines = new ArrayList<>();
    new PlanReader(new ByteArrayInputStream(file(city, plan(city, place).sha256() + ".plan")))
        .forEachRemaining(lines::add);
    return lines;
  }

  private static List<String> lines(City city, int place) {
    return read(city, place).stream()
        .map(
            line ->
                (line.policy()
                        + " "
                        + Money.ofFen(line.award())
                        + " "
                        + line.outcome()
                        + " "
                        + line.reasons().list().stream()
                            .map(Enum::name)
                            .collect(Collectors.joining(",")))
                    .strip())
        .toList();
  }
}
