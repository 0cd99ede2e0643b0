package org.firstbatch.measures.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.firstbatch.measures.calendar.Quarter;
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
}
