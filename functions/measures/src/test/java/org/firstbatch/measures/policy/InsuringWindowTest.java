package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.scheme.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsuringWindowTest {
  private static final String RULE = "11.window";
  private static final String EARLY = "11.not-early";
  private static final Edition SINCE_2016 = Editions.issued(2016);

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "2017-08-31, 2017-09-30",
    "2017-09-02, 2017-10-09",
    "2018-06-14, 2018-07-16",
    "2018-11-29, 2018-12-29",
    "2016-12-31, 2017-02-03",
    "2019-01-06, 2019-02-11",
  })
  void shouldEndTheWindowOnTheDayOfTheVectors(String start, String lastDay) {
    assertWindowEnds(start, lastDay, SINCE_2016);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({"2026-01-15, 2026-02-14", "2026-01-16, 2026-02-24", "2026-04-01, 2026-05-06"})
  void shouldEndTheWindowOnTheDayOfTheVectorsOf2026(String start, String lastDay) {
    assertWindowEnds(start, lastDay, Editions.dalian());
  }

  private static void assertWindowEnds(String start, String lastDay, Edition edition) {
    LocalDate last = day(lastDay);
    assertEquals(Outcome.MET, signedOn(start, last.minusDays(1)).find(RULE, edition).outcome());
    assertEquals(Outcome.MET, signedOn(start, last).find(RULE, edition).outcome());
    Finding late = signedOn(start, last.plusDays(1)).find(RULE, edition);
    assertEquals(Outcome.NOT_MET, late.outcome());
    assertNotNull(late.change());
    assertEquals(lastDay, late.change().steps().getFirst().to());
  }

  @Test
  void shouldRefusePolicySignedOneDayAfterTheWindow() {
    Sample sample = signedOn("2017-09-02", day("2017-10-10"));
    sample.proposal = Moment.parse("2017-10-09");
    Finding finding = sample.find(RULE, SINCE_2016);
    assertEquals("第十一条", finding.article());
    assertNotNull(finding.change());
    assertEquals(
        "Insurance contract signed 2017-10-10, one day after 2017-10-09",
        finding.change().sentence().en());
    assertEquals("保险合同签订时间为 2017-10-10，比 2017-10-09 晚 1 天", finding.change().sentence().zh());
  }

  @Test
  void shouldStartTheClockOnTheLaterOfContractAndDelivery() {
    Sample deliveredLast = signedOn("2026-04-01", day("2026-05-06"));
    deliveredLast.supplySigned = day("2026-01-01");
    assertTrue(deliveredLast.find(RULE).met());
    Sample contractLast = signedOn("2026-04-01", day("2026-05-06"));
    contractLast.delivered = day("2026-01-01");
    assertTrue(contractLast.find(RULE).met());
  }

  @Test
  void shouldTakeTheWholeLastDay() {
    Sample midnight = signedOn("2026-04-01", day("2026-05-06"));
    midnight.signed = Moment.parse("2026-05-06T24:00");
    assertTrue(midnight.find(RULE).met());
    midnight.signed = Moment.parse("2026-05-07T00:00:00");
    assertEquals(Outcome.NOT_MET, midnight.find(RULE).outcome());
  }

  @Test
  void shouldLetTheLaterOfProposalAndSigningCount() {
    Sample lateProposal = signedOn("2026-04-01", day("2026-05-06"));
    lateProposal.proposal = Moment.parse("2026-05-07");
    assertEquals(Outcome.NOT_MET, lateProposal.find(RULE).outcome());
    assertTrue(lateProposal.find(RULE, Editions.answering("window-act", "contract-only")).met());
  }

  @Test
  void shouldRefuseInsuranceTakenBeforeTheClockStarts() {
    Sample early = signedOn("2026-04-01", day("2026-04-01"));
    assertTrue(early.find(EARLY).met());
    early.proposal = Moment.parse("2026-03-31T24:00");
    Finding refused = early.find(EARLY);
    assertEquals(Outcome.NOT_MET, refused.outcome());
    assertNotNull(refused.change());
    assertEquals("2026-04-01", refused.change().steps().getFirst().to());
    assertTrue(early.find(EARLY, Editions.answering("insured-early", "allowed")).met());
  }

  @Test
  void shouldLeaveTheDaysOpenThatAnUnknownCalendarDecides() {
    // Given a start whose day 30, 2027-01-19, lies in a year without a notice
    String start = "2026-12-20";
    // Then day 30 is in time, 31 days more may be, the next day is late
    assertEquals(Outcome.MET, uncertain(start, "2027-01-19"));
    assertEquals(Outcome.UNDETERMINED, uncertain(start, "2027-01-20"));
    assertEquals(Outcome.UNDETERMINED, uncertain(start, "2027-02-19"));
    assertEquals(Outcome.NOT_MET, uncertain(start, "2027-02-20"));
  }

  @Test
  void shouldLeaveAPolicyPendingThatOnlyTheCalendarCanDecide() {
    Sample sample = signedOn("2026-12-20", day("2027-01-20"));
    sample.certify("2026-10-01", "2027-10-01");
    assertEquals(Verdict.PENDING, sample.decide(Editions.dalian()).verdict());
    String sentence = sample.find(RULE).sentence().zh();
    assertTrue(sentence.contains("放假安排"), sentence);
  }

  @Test
  void shouldNotWaitForACalendarThatCannotMatter() {
    // Given a certificate that ends before day 30 could move
    Sample sample = signedOn("2026-12-20", day("2027-01-20"));
    sample.certify("2026-01-19", "2027-01-19");
    assertEquals(Outcome.NOT_MET, sample.find(RULE).outcome());
  }

  @Test
  void shouldEndWithTheCertificateOrTheScheme() {
    Sample sample = signedOn("2026-04-01", day("2026-04-20"));
    sample.certify("2025-04-20", "2026-04-20");
    assertTrue(sample.find(RULE).met());
    sample.signed = Moment.parse("2026-04-21");
    assertEquals(Outcome.NOT_MET, sample.find(RULE).outcome());
    Sample atTheEnd = signedOn("2028-06-10", day("2028-07-01"));
    atTheEnd.certify("2028-01-01", "2029-01-01");
    assertEquals(Outcome.NOT_MET, atTheEnd.find(RULE).outcome());
    assertEquals(Outcome.NOT_MET, atTheEnd.find("15.term").outcome());
  }

  @Test
  void shouldNameTheLastDayThatPassesForAnyDates() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      LocalDate start = day("2025-07-01").plusDays(random.nextInt(0, 600));
      Sample sample = signedOn(start.toString(), start.plusDays(random.nextInt(63, 200)));
      sample.certificate = null;
      Finding late = sample.find(RULE);
      assertNotNull(late.change(), "seed " + seed + " round " + i);
      sample.apply(late.change());
      assertTrue(sample.find(RULE).met(), "seed " + seed + " round " + i);
      sample.signed = Moment.on(sample.signed.day().plusDays(1));
      assertTrue(!sample.find(RULE).met(), "seed " + seed + " round " + i);
    }
  }

  private static Outcome uncertain(String start, String signed) {
    Sample sample = signedOn(start, day(signed));
    sample.certificate = null;
    return PolicyRules.decide(sample.facts(), Editions.dalian(), RestDays.shipped().without(2027))
        .getFinding(RULE)
        .outcome();
  }

  /** Contract and delivery on the start, proposal and signing on one day. */
  private static Sample signedOn(String start, LocalDate signed) {
    return Sample.with(
        sample -> {
          sample.supplySigned = day(start);
          sample.delivered = day(start);
          sample.proposal = Moment.on(signed);
          sample.signed = Moment.on(signed);
          sample.certificate = null;
        });
  }
}
