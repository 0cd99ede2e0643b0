package org.firstbatch.measures.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Editions;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.OptionalColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingRulesTest {

  @Test
  void shouldAllowARowThatEveryRuleAllows() {
    assertEquals(List.of(), Row.good().decide().listNotMet());
    assertEquals(Verdict.ALLOWED, Row.good().decide().verdict());
  }

  @ParameterizedTest(name = "arrived {0}: {1}")
  @CsvSource({
    // 2026Q2 is filed from 1 July to the end of 15 July 2026, a Wednesday
    "2026-06-30T15:59:59Z, NOT_MET",
    "2026-06-30T16:00:00Z, MET",
    "2026-07-15T15:59:59Z, MET",
    "2026-07-15T16:00:00Z, NOT_MET",
  })
  void shouldTakeAFilingWhileItsWindowIsOpen(Instant arrived, Outcome outcome) {
    assertEquals(outcome, Row.with(r -> r.arrived = arrived).find("13.window").outcome());
  }

  @Test
  void shouldOfferALateFilingForTheNextQuarter() {
    Finding finding =
        Row.with(r -> r.arrived = Instant.parse("2026-07-15T16:00:00Z")).find("13.window");
    assertTrue(finding.sentence().en().contains("offered for 2026Q3"), finding.toString());
    assertNotNull(finding.change());
    assertEquals("2026-07-15", finding.change().steps().getFirst().to());
  }

  @ParameterizedTest(name = "signed {0}, filed for 2026Q2: {1}")
  @CsvSource({
    "2025-12-31, NOT_MET, 2026Q1",
    "2026-01-01, MET,",
    "2026-03-31, MET,",
    "2026-04-01, MET,",
    "2026-06-30, MET,",
    "2026-07-01, NOT_MET, 2026Q3",
  })
  void shouldHoldPoliciesSignedInTheQuarterOrTheOneBefore(
      String signed, Outcome outcome, String passing) {
    Row row = Row.with(r -> r.signed = signed);
    Finding finding = row.find("13.quarter");
    assertEquals(outcome, finding.outcome());
    if (passing != null) {
      assertNotNull(finding.change());
      assertEquals(passing, finding.change().steps().getFirst().to());
      row.quarter = Quarter.parse(passing);
      assertTrue(row.find("13.quarter").met());
    }
  }

  @Test
  void shouldTakeAnEarlierPolicyOnAGroundOfTheRegulatorButNeverALaterOne() {
    Row earlier = Row.with(r -> r.signed = "2025-12-31");
    earlier.lateGround = true;
    assertTrue(earlier.find("13.quarter").met());
    Row later = Row.with(r -> r.signed = "2026-07-01");
    later.lateGround = true;
    assertEquals(Outcome.NOT_MET, later.find("13.quarter").outcome());
  }

  @Test
  void shouldNotLimitLateFilingWhereTheEditionDoesNot() {
    Edition noLimit = Editions.answering("late-filing", "no-limit");
    Row earlier = Row.with(r -> r.signed = "2025-07-02");
    assertTrue(earlier.find("13.quarter", noLimit).met());
    assertEquals(Outcome.NOT_MET, earlier.find("13.quarter").outcome());
    Row later = Row.with(r -> r.signed = "2026-07-01");
    assertEquals(Outcome.NOT_MET, later.find("13.quarter", noLimit).outcome());
  }

  @Test
  void shouldWantACopyOfTheContract() {
    assertEquals(
        Outcome.NOT_MET, Row.with(r -> r.contractCopy = false).find("13.contract-copy").outcome());
  }

  @ParameterizedTest(name = "version {0}, confirmed {1}, stamped {2}, disputed {3}: {4}")
  @CsvSource({
    "1, 1, false, false, MET, MET",
    "2, 1, false, false, UNDETERMINED, MET",
    "1, , false, false, UNDETERMINED, MET",
    "1, , true, false, MET, MET",
    "1, 1, true, true, UNDETERMINED, UNDETERMINED",
  })
  void shouldWantTheFormConfirmedInThatVersionOrStamped(
      int version,
      Integer confirmed,
      boolean stamped,
      boolean disputed,
      Outcome outcome,
      Outcome notRequired) {
    Row row =
        Row.with(r -> r.form = new ApplicationFormFacts(version, confirmed, stamped, disputed));
    String rule = "13.application-form";
    assertEquals(outcome, row.find(rule).outcome());
    Edition edition = Editions.answering("application-form", "not-required");
    assertEquals(notRequired, row.find(rule, edition).outcome());
  }

  @ParameterizedTest(name = "stated {0}: {1}")
  @CsvSource({"3, MET", "3.00, MET", "2.9, NOT_MET", "3.01, NOT_MET"})
  void shouldCheckTheStatedRateAgainstTheFigures(BigDecimal rate, Outcome outcome) {
    Row row = Row.with(r -> r.stated = new StatedFigures(rate, null));
    assertEquals(outcome, row.find("13.rate").outcome());
  }

  @ParameterizedTest(name = "stated {0}: {1}")
  @CsvSource({"30000.00, MET", "29999.99, NOT_MET", "30000.01, NOT_MET"})
  void shouldCheckTheStatedSubsidyAgainstTheFigures(String stated, Outcome outcome) {
    Row row = Row.with(r -> r.stated = new StatedFigures(null, Money.parse(stated)));
    Finding finding = row.find("13.subsidy");
    assertEquals(outcome, finding.outcome());
    if (finding.change() != null) {
      assertEquals("30000.00", finding.change().steps().getFirst().to());
    }
  }

  @Test
  void shouldWantTheColumnsThatTheYearlyNoticeRequires() {
    Finding finding =
        Row.with(r -> r.missing = Set.of(OptionalColumn.INVOICE_NUMBER)).find("13.columns");
    assertEquals(Outcome.NOT_MET, finding.outcome());
    assertTrue(finding.sentence().zh().contains("发票号码"), finding.toString());
  }

  @ParameterizedTest
  @CsvSource({"ALLOWED, MET", "PENDING, UNDETERMINED", "REFUSED, NOT_MET"})
  void shouldFileAPendingPolicyAndRefuseARefusedOne(Verdict policy, Outcome outcome) {
    assertEquals(outcome, Row.with(r -> r.policyVerdict = policy).find("13.policy").outcome());
  }

  @Test
  void shouldChangeNothingThatASignedPlanHolds() {
    assertEquals(
        Outcome.NOT_MET, Row.with(r -> r.inSignedPlan = true).find("13.signed-plan").outcome());
  }

  @ParameterizedTest(name = "barred from {0}, arrived 2026-07-10: {1}")
  @CsvSource({"2026-07-11, MET", "2026-07-10, NOT_MET", "2026-07-09, NOT_MET"})
  void shouldRefuseNewFilingsFromABarOn(LocalDate from, Outcome outcome) {
    assertEquals(outcome, Row.with(r -> r.barredFrom = from).find("15.bar").outcome());
  }

  /** Every rule that can refuse a row and names facts with which it would have passed. */
  private static final Set<String> WITH_STEPS =
      Set.of("13.window", "13.quarter", "13.rate", "13.subsidy", "15.bar");

  /** Those that ask for something to be done instead, or for nothing that could be. */
  private static final Set<String> WITHOUT_STEPS =
      Set.of("13.contract-copy", "13.columns", "13.policy", "13.signed-plan");

  @Test
  void shouldPassEachRuleOnceItsSmallestChangeIsMadeAndNotByLess() {
    Map<String, Integer> tried = new TreeMap<>();
    for (long seed = 0; seed < 500; seed++) {
      for (Finding finding : spoiled(seed).decide().listNotMet()) {
        assertPassesByItsChangeAndNotByLess(seed, finding);
        tried.merge(finding.rule(), 1, Integer::sum);
      }
    }

    Set<String> rules = new TreeSet<>(WITH_STEPS);
    rules.addAll(WITHOUT_STEPS);
    assertEquals(rules, tried.keySet());
    assertTrue(tried.values().stream().allMatch(times -> times >= 20), tried.toString());
  }

  private static void assertPassesByItsChangeAndNotByLess(long seed, Finding finding) {
    Change change = finding.change();
    String said = "seed " + seed + " " + finding;
    assertNotNull(change, said);
    assertEquals(WITHOUT_STEPS.contains(finding.rule()), change.steps().isEmpty(), said);
    for (Change.Step step : change.steps()) {
      assertEquals(Outcome.MET, changed(seed, step, step.to(), finding), said);
      nearer(step)
          .ifPresent(
              less -> assertEquals(Outcome.NOT_MET, changed(seed, step, less, finding), said));
    }
  }

  @Test
  void shouldPassOnceWhatTheSentenceAsksForIsDone() {
    Row row = spoiledInEverything();
    row.contractCopy = true;
    row.missing = Set.of();
    row.policyVerdict = Verdict.ALLOWED;

    for (String rule : List.of("13.contract-copy", "13.columns", "13.policy")) {
      Finding refused = spoiledInEverything().find(rule);
      assertEquals(Outcome.NOT_MET, refused.outcome(), rule);
      assertNotNull(refused.change(), rule);
      assertFalse(refused.change().sentence().zh().isBlank(), rule);
      assertFalse(refused.change().sentence().en().isBlank(), rule);
      assertEquals(Outcome.MET, row.find(rule).outcome(), rule);
    }
  }

  @Test
  void shouldSayWhichColumnsAreToBeFilledIn() {
    Change change = spoiledInEverything().find("13.columns").change();

    assertNotNull(change);
    assertTrue(change.sentence().zh().contains("发票号码"), change.toString());
    assertTrue(change.sentence().zh().contains("出厂编号"), change.toString());
  }

  private static Row spoiledInEverything() {
    return Row.with(
        row -> {
          row.contractCopy = false;
          row.missing = Set.of(OptionalColumn.INVOICE_NUMBER, OptionalColumn.SERIAL_NUMBERS);
          row.policyVerdict = Verdict.REFUSED;
        });
  }

  private static Outcome changed(long seed, Change.Step step, String value, Finding finding) {
    return spoiled(seed).put(step.name(), value).find(finding.rule()).outcome();
  }

  /** What lies one day or quarter nearer to what failed; figures have nothing between. */
  private static Optional<String> nearer(Change.Step step) {
    return switch (step.name()) {
      case "arrived" -> {
        LocalDate passing = LocalDate.parse(step.to());
        boolean early = LocalDate.parse(step.from()).isBefore(passing);
        yield Optional.of(passing.plusDays(early ? -1 : 1).toString());
      }
      case "quarter" -> {
        Quarter passing = Quarter.parse(step.to());
        boolean early = Quarter.parse(step.from()).isBefore(passing);
        yield Optional.of((early ? passing.previous() : passing.next()).toString());
      }
      default -> Optional.empty();
    };
  }

  private static Row spoiled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Row.with(
        row -> {
          row.arrived =
              Instant.parse("2026-06-20T02:00:00Z").plusSeconds(random.nextLong(4_000_000));
          row.signed = LocalDate.of(2025, 7, 2).plusDays(random.nextLong(540)).toString();
          row.policyVerdict = random.nextBoolean() ? Verdict.REFUSED : Verdict.PENDING;
          row.contractCopy = random.nextBoolean();
          row.inSignedPlan = random.nextInt(4) == 0;
          row.lateGround = random.nextInt(4) == 0;
          row.stated =
              new StatedFigures(
                  BigDecimal.valueOf(random.nextLong(280, 320), 2),
                  Money.ofFen(random.nextLong(2_999_000, 3_001_000)));
          row.missing = random.nextBoolean() ? Set.of() : Set.of(OptionalColumn.INVOICE_NUMBER);
          row.barredFrom = LocalDate.of(2026, 6, 25).plusDays(random.nextLong(60));
        });
  }
}
