package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.firstbatch.measures.policy.Sample.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.scheme.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample runs 2026-05-01 to 2027-04-30, 365 days, with a subsidy of 30,000.00. */
class EndorsementOrSurrenderTest {

  @ParameterizedTest(name = "surrendered {0}: {1} left of the subsidy, {2} recovered of the award")
  @CsvSource({
    // never in force, first day, one day of cover, last day, over
    "2026-04-20, 0.00, 30000.00",
    "2026-05-01, 0.00, 30000.00",
    "2026-05-02, 82.19, 29917.80",
    "2027-04-30, 29917.80, 82.19",
    "2027-05-01, 30000.00, 0.00",
    "2027-06-01, 30000.00, 0.00",
  })
  void shouldGoByTheDaysOfTheSubsidisedYear(String effective, String left, String recovered) {
    EndorsementOrSurrender surrender = surrender(Sample.good(), effective, Editions.dalian());
    assertEquals(money(left), surrender.subsidyBeforeSigning());
    assertEquals(money(recovered), surrender.recoveryOf(money("30000.00")));
  }

  @Test
  void shouldRecoverOnlyFromWhatWasAwarded() {
    EndorsementOrSurrender surrender =
        surrender(Sample.good(), "2026-07-13", Editions.dalian()); // 73 of 365 days elapsed
    assertEquals(292, surrender.unexpiredDays());
    assertEquals(money("8000.00"), surrender.recoveryOf(money("10000.00")));
  }

  @Test
  void shouldRecoverNothingWhereTheEditionSaysSo() {
    Edition nothing = Editions.answering("unwinding", "nothing");
    assertEquals(
        Money.ZERO, surrender(Sample.good(), "2026-05-02", nothing).recoveryOf(money("30000.00")));
  }

  @Test
  void shouldNotRecoverForDaysAfterTheSubsidisedYear() {
    Sample twoYears = Sample.with(s -> s.term("2026-05-01", "2028-05-01"));
    EndorsementOrSurrender surrender = surrender(twoYears, "2027-05-01", Editions.dalian());
    assertEquals(Money.ZERO, surrender.recoveryOf(money("10000.00")));
  }

  @Test
  void shouldLowerTheSubsidyByAnEndorsementFromItsDay() {
    // 73 days at 30,000.00 a year, 292 at 15,000.00
    EndorsementOrSurrender halved = endorse("2026-07-13", "1500000.00", "45000.00");
    assertEquals(money("18000.00"), halved.subsidyBeforeSigning());
    assertEquals(money("12000.00"), halved.recoveryOf(money("30000.00")));
  }

  @Test
  void shouldNeverRaiseTheSubsidyByAnEndorsement() {
    EndorsementOrSurrender doubled = endorse("2026-07-13", "6000000.00", "180000.00");
    assertEquals(money("30000.00"), doubled.subsidyBeforeSigning());
    assertEquals(Money.ZERO, doubled.recoveryOf(money("30000.00")));
  }

  @Test
  void shouldRefuseAPolicyWithoutATerm() {
    Sample noTerm = Sample.with(s -> s.term("2026-05-01", "2026-04-30"));
    assertThrows(
        IllegalArgumentException.class, () -> surrender(noTerm, "2026-05-01", Editions.dalian()));
  }

  private static EndorsementOrSurrender surrender(
      Sample sample, String effective, Edition edition) {
    Policy policy = sample.policy();
    return EndorsementOrSurrender.surrender(policy, Law.of(policy, edition), day(effective));
  }

  private static EndorsementOrSurrender endorse(String effective, String insured, String premium) {
    Policy policy = Sample.good().policy();
    Sums sums = Sums.of(money(insured), money(premium), Money.ZERO);
    return EndorsementOrSurrender.endorsement(
        policy, Law.of(policy, Editions.dalian()), day(effective), sums);
  }
}
