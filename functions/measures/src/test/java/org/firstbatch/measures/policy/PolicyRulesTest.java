package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.firstbatch.measures.policy.Sample.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Options.InsuringTime;
import org.firstbatch.measures.scheme.ProductClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRulesTest {
  private static final Edition DALIAN = Editions.dalian();

  @Test
  void shouldAllowAPolicyThatEveryRuleAllows() {
    Decision decision = Sample.good().decide(DALIAN);
    assertEquals(List.of(), decision.listNotMet());
    assertEquals(Verdict.ALLOWED, decision.verdict());
  }

  @Test
  void shouldNameEveryRuleInTheOrderOfTheArticles() {
    List<String> rules =
        Sample.good().decide(DALIAN).findings().stream().map(Finding::rule).toList();
    assertEquals(
        List.of(
            "2.contract-batch",
            "2.production-batch",
            "2.first-use",
            "3.rate-ceiling",
            "3.clause-filed",
            "3.clause-insurer",
            "3.clause-period",
            "4.quality",
            "4.liability",
            "4.class",
            "5.number",
            "5.insured-amount",
            "5.premium",
            "5.term",
            "6.enterprise",
            "6.product",
            "6.specification",
            "6.valid",
            "7.subsidy",
            "7.other-subsidy",
            "7.discount",
            "11.window",
            "11.not-early",
            "12.selected",
            "12.suspended",
            "15.bar",
            "15.term"),
        rules);
  }

  @Test
  void shouldNotStopAtTheFirstRuleThatFails() {
    Sample sample =
        Sample.with(
            s -> {
              s.premium = money("90000.01");
              s.clause = null;
              s.certificate = null;
              s.insurerRecord = null;
              s.signed = Moment.parse("2026-06-01");
              s.batch = "";
            });
    List<String> failed = sample.decide(DALIAN).listNotMet().stream().map(Finding::rule).toList();
    assertEquals(
        List.of(
            "2.production-batch",
            "3.rate-ceiling",
            "3.clause-filed",
            "6.certificate",
            "11.window",
            "12.selected"),
        failed);
  }

  @ParameterizedTest(name = "signed {0}: {1}")
  @CsvSource({
    "2025-06-30, NOT_MET, 2025-07-01",
    "2025-07-01, MET,",
    "2025-07-02, MET,",
    "2028-06-29, MET,",
    "2028-06-30, MET,",
    "2028-07-01, NOT_MET, 2028-06-30",
  })
  void shouldApplyTheSchemeFromItsIssueToItsLastDay(
      String signed, Outcome outcome, String nearest) {
    Finding finding = Sample.with(s -> s.signed = Moment.parse(signed)).find("15.term");
    assertEquals(outcome, finding.outcome());
    Change change = finding.change();
    assertEquals(nearest, change == null ? null : change.steps().getFirst().to());
  }

  @Test
  void shouldWantSumsAboveZeroANumberAndATerm() {
    Sample sample =
        Sample.with(
            s -> {
              s.number = " ";
              s.insured = Money.ZERO;
              s.premium = Money.ZERO;
              s.term("2026-05-01", "2026-04-30");
            });
    List<String> failed = sample.decide(DALIAN).listNotMet().stream().map(Finding::rule).toList();
    assertEquals(List.of("5.number", "5.insured-amount", "5.premium", "5.term"), failed);
    sample.premium = money("0.01");
    assertEquals(Outcome.NOT_MET, sample.find("3.rate-ceiling").outcome());
  }

  @Test
  void shouldPassEachRuleOnceItsSmallestChangeIsMade() {
    int changes = 0;
    for (long seed = 0; seed < 500; seed++) {
      for (Finding finding : spoiled(seed).decide(DALIAN).listNotMet()) {
        Change change = finding.change();
        if (change != null && !change.steps().isEmpty()) {
          Outcome outcome = spoiled(seed).apply(change).find(finding.rule()).outcome();
          assertEquals(Outcome.MET, outcome, "seed " + seed + " " + finding);
          changes++;
        }
      }
    }
    assertTrue(changes > 1000, "only " + changes + " changes were tried");
  }

  @Test
  void shouldPlaceAPolicyInTheQueueByTheActThatTheEditionNames() {
    Policy policy = Sample.good().policy();
    assertEquals(
        Instant.parse("2026-04-20T02:15:00Z"),
        policy.insuringMoment(InsuringTime.PROPOSAL_RECEIVED).instant());
    assertEquals(
        Instant.parse("2026-04-21T15:59:59Z"),
        policy.insuringMoment(InsuringTime.CONTRACT_SIGNED).instant());
    assertEquals(
        Instant.parse("2026-05-01T15:59:59Z"),
        policy.insuringMoment(InsuringTime.INCEPTION).instant());
  }

  @Test
  void shouldSayEverythingInBothLanguages() {
    Sample sample = spoiled(5);
    for (Finding finding : sample.decide(DALIAN).findings()) {
      assertTrue(finding.sentence().zh().matches("(?s).*[\\u4e00-\\u9fff].*"), finding.toString());
      assertTrue(finding.sentence().en().matches("(?s).*[a-z].*"), finding.toString());
      assertTrue(finding.article().startsWith("第"), finding.article());
    }
  }

  private static Sample spoiled(long seed) {
    return Sample.with(sample -> spoil(sample, new SplittableRandom(seed)));
  }

  private static void spoil(Sample sample, SplittableRandom random) {
    sample.premium = Money.ofFen(random.nextLong(0, 40_000_000));
    sample.insured = Money.ofFen(random.nextLong(0, 400_000_000));
    sample.otherSubsidy = Money.ofFen(random.nextLong(0, 2) * random.nextLong(0, 20_000_000));
    sample.paidByEnterprise =
        random.nextBoolean() ? null : Money.ofFen(random.nextLong(0, 40_000_000));
    sample.batch = random.nextBoolean() ? "B1" : "B1、B2";
    sample.specification = random.nextBoolean() ? "VMC-850L" : "VMC-1000";
    sample.productClass = random.nextBoolean() ? ProductClass.ORDINARY : ProductClass.NUCLEAR;
    sample.signed = Moment.on(day("2025-06-01").plusDays(random.nextInt(0, 500)));
    sample.proposal = Moment.on(sample.signed.day().minusDays(random.nextInt(0, 20)));
    sample.delivered = sample.signed.day().minusDays(random.nextInt(-10, 60));
    sample.supplySigned = sample.delivered.minusDays(random.nextInt(-10, 60));
    sample.end = Moment.on(sample.inception.day().plusDays(random.nextInt(-10, 800)));
  }
}
