package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsidyTest {

  @ParameterizedTest(name = "I {0}, P {1} → {2}")
  @CsvSource({
    "3000000.00, 90000.00, 30000.00",
    "42000000.00, 840000.00, 420000.00",
    // rounded down to the fen
    "1999.99, 59.99, 19.99",
    "0.99, 0.02, 0.00",
    // a premium below one percent is the limit
    "3000000.00, 20000.00, 20000.00",
  })
  void shouldBeOnePercentagePointOfTheInsuredAmount(String insured, String premium, String right) {
    Sample sample = Sample.with(s -> s.insured = money(insured));
    sample.premium = money(premium);
    assertEquals(money(right), subsidy(sample));
  }

  @Test
  void shouldSubsidiseTheFirstYearsShareOfALongerPolicy() {
    // 731 days, first year 365: the premium's share 20,000 · 365 ÷ 731 = 9,986.32 is the limit
    Sample twoYears = Sample.with(s -> s.term("2026-05-01", "2028-05-01"));
    twoYears.insured = money("1000000.00");
    twoYears.premium = money("20000.00");
    assertEquals(money("9986.32"), subsidy(twoYears));
    Edition whole = Editions.answering("subsidised-term", "whole-policy");
    assertEquals(money("10000.00"), subsidy(twoYears, whole));
  }

  @Test
  void shouldBeOnePercentOfThePremiumWhereTheEditionReadsItSo() {
    Edition ofPremium = Editions.answering("discount-base", "premium");
    assertEquals(money("900.00"), subsidy(Sample.good(), ofPremium));
    Sample twoYears = Sample.with(s -> s.term("2026-05-01", "2028-05-01"));
    twoYears.premium = money("20000.00");
    assertEquals(money("99.86"), subsidy(twoYears, ofPremium));
  }

  @Test
  void shouldNeverGoAboveThePremiumTogetherWithOtherSubsidies() {
    Sample sample = Sample.with(s -> s.otherSubsidy = money("60000.00"));
    assertEquals(money("30000.00"), subsidy(sample));
    sample.otherSubsidy = money("60000.01");
    assertEquals(money("29999.99"), subsidy(sample));
    sample.otherSubsidy = money("90000.01");
    assertEquals(Money.ZERO, subsidy(sample));
    assertEquals(
        money("30000.00"), subsidy(sample, Editions.answering("other-subsidy", "no-effect")));
  }

  @Test
  void shouldRefuseAnotherSubsidyWhereTheEditionDoes() {
    Edition refusing = Editions.answering("other-subsidy", "refused");
    Sample sample = Sample.with(s -> s.otherSubsidy = money("0.01"));
    Finding finding = sample.find("7.other-subsidy", refusing);
    assertEquals(Outcome.NOT_MET, finding.outcome());
    assertNotNull(finding.change());
    assertTrue(sample.apply(finding.change()).find("7.other-subsidy", refusing).met());
    assertTrue(Sample.with(s -> s.otherSubsidy = money("1")).find("7.other-subsidy").met());
  }

  @Test
  void shouldChargeTheEnterpriseThePremiumLessTheSubsidy() {
    Sample sample = Sample.with(s -> s.paidByEnterprise = money("60000.00"));
    assertTrue(sample.find("7.discount").met());
    sample.paidByEnterprise = money("60000.01");
    Finding finding = sample.find("7.discount");
    assertNotNull(finding.change());
    assertTrue(sample.apply(finding.change()).find("7.discount").met());
  }

  @Test
  void shouldLetTheInsurerBearAShortfallUnlessTheEditionSaysTheEnterprise() {
    Money awarded = money("10000.00");
    Policy policy = Sample.good().policy();
    assertEquals(
        Money.ZERO, PolicyRules.subsidy(policy, Editions.dalian()).owedByEnterprise(awarded));
    Subsidy borne =
        PolicyRules.subsidy(policy, Editions.answering("shortfall", "enterprise-bears"));
    assertEquals(money("20000.00"), borne.owedByEnterprise(awarded));
    assertEquals(Money.ZERO, borne.owedByEnterprise(money("30000.00")));
  }

  @Test
  void shouldShowTheFactsAndParametersOfTheAmount() {
    Finding finding = Sample.good().find("7.subsidy");
    assertEquals("The subsidy is CNY 30,000.00", finding.sentence().en());
    assertEquals(
        "discount", finding.parameters().getFirst().key(), finding.parameters().toString());
  }

  @Test
  void shouldFollowTheFormulaForAnyFigures() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      Sample sample = Sample.good();
      sample.insured = Money.ofFen(random.nextLong(1, 1_000_000_000_000_000L));
      sample.premium = Money.ofFen(random.nextLong(1, sample.insured.fen() + 1));
      sample.end = Moment.on(sample.inception.day().plusDays(random.nextInt(1, 2000)));
      assertEquals(naive(sample), subsidy(sample).fen(), "seed " + seed + " round " + i);
    }
  }

  private static long naive(Sample sample) {
    Cover cover = sample.policy().cover();
    BigInteger days = BigInteger.valueOf(cover.days());
    BigInteger first = BigInteger.valueOf(Math.min(cover.days(), 365));
    BigInteger hundred = BigInteger.valueOf(100);
    BigInteger byAmount = BigInteger.valueOf(sample.insured.fen()).multiply(days);
    BigInteger byPremium =
        hundred.multiply(BigInteger.valueOf(sample.premium.fen())).multiply(first);
    return byAmount.min(byPremium).divide(hundred.multiply(days)).longValueExact();
  }

  private static Money subsidy(Sample sample) {
    return subsidy(sample, Editions.dalian());
  }

  private static Money subsidy(Sample sample, Edition edition) {
    return PolicyRules.subsidy(sample.policy(), edition).amount();
  }
}
