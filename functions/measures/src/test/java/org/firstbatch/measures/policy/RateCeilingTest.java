package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.ProductClass;
import org.junit.jupiter.api.Test;

class RateCeilingTest {
  private static final String RULE = "3.rate-ceiling";

  @Test
  void shouldAllowAPremiumOfExactlyThreePercent() {
    assertTrue(Sample.with(s -> s.premium = money("90000.00")).find(RULE).met());
  }

  @Test
  void shouldRefuseAPremiumOfOneFenMoreAndSayWhatPasses() {
    Finding finding = Sample.with(s -> s.premium = money("90000.01")).find(RULE);
    assertEquals(Outcome.NOT_MET, finding.outcome());
    assertEquals("第三条", finding.article());
    assertNotNull(finding.change());
    assertEquals("90000.00", finding.change().steps().getFirst().to());
    assertEquals("A premium of CNY 90,000.00 or less would pass", finding.change().sentence().en());
    assertEquals("保险费不超过 90,000.00 元即可", finding.change().sentence().zh());
  }

  @Test
  void shouldCiteTheCeilingWithItsDateAndArticle() {
    var ceiling = Sample.good().find(RULE).parameters().getFirst();
    assertEquals("rate-ceiling", ceiling.key());
    assertEquals("3", ceiling.value());
    assertEquals("percent", ceiling.unit());
    assertEquals("2025-07-01", ceiling.from());
    assertEquals("第三条", ceiling.article());
  }

  @Test
  void shouldHoldOnlyTheFirstYearsShareOfALongerPolicyUnderTheCeiling() {
    // 731 days, of which the first year has 365: 3% · 3,000,000 · 731 ÷ 365 = 180,246.575…
    Sample twoYears = Sample.with(s -> s.term("2026-05-01", "2028-05-01"));
    twoYears.premium = money("180246.57");
    assertTrue(twoYears.find(RULE).met());
    twoYears.premium = money("180246.58");
    assertEquals(Outcome.NOT_MET, twoYears.find(RULE).outcome());
  }

  @Test
  void shouldHoldTheWholePremiumUnderTheCeilingWhereTheWholePolicyIsSubsidised() {
    Edition whole = Editions.answering("subsidised-term", "whole-policy");
    Sample twoYears = Sample.with(s -> s.term("2026-05-01", "2028-05-01"));
    twoYears.premium = money("90000.00");
    assertTrue(twoYears.find(RULE, whole).met());
    twoYears.premium = money("90000.01");
    assertEquals(Outcome.NOT_MET, twoYears.find(RULE, whole).outcome());
  }

  @Test
  void shouldKnowNoCeilingForNegotiatedClasses() {
    Sample ship = Sample.with(s -> s.premium = money("900000.00"));
    certifyAs(ship, ProductClass.SHIP_OR_OFFSHORE);
    assertTrue(ship.find(RULE).met());
  }

  @Test
  void shouldTakeTheClassFromTheCertificateAndNotFromThePolicy() {
    Sample claimsToBeAShip =
        Sample.with(
            s -> {
              s.premium = money("90000.01");
              s.productClass = ProductClass.SHIP_OR_OFFSHORE;
            });
    assertEquals(Outcome.NOT_MET, claimsToBeAShip.find(RULE).outcome());
    assertEquals(Outcome.NOT_MET, claimsToBeAShip.find("4.class").outcome());
  }

  @Test
  void shouldNameTheHighestPremiumThatPassesForAnyFigures() {
    long seed = 20260501;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      Sample sample = Sample.good();
      sample.insured = Money.ofFen(random.nextLong(1, 1_000_000_000_000_000L));
      sample.end = Moment.on(sample.inception.day().plusDays(random.nextInt(1, 2000)));
      sample.premium = sample.insured.times(9);
      Finding refused = sample.find(RULE);
      assertNotNull(refused.change(), "seed " + seed + " round " + i);
      sample.apply(refused.change());
      assertTrue(sample.find(RULE).met(), "seed " + seed + " round " + i);
      sample.premium = sample.premium.plus(Money.ofFen(1));
      assertEquals(Outcome.NOT_MET, sample.find(RULE).outcome(), "seed " + seed + " round " + i);
    }
  }

  static void certifyAs(Sample sample, ProductClass productClass) {
    Certificate old = sample.certificate;
    assertNotNull(old);
    sample.productClass = productClass;
    sample.certificate =
        new Certificate(
            old.number(),
            old.enterprise(),
            productClass,
            old.product(),
            old.specification(),
            old.published(),
            old.lastDay(),
            null);
  }
}
