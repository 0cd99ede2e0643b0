package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.firstbatch.measures.policy.Sample.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.EndorsementOrSurrender.Change;
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
  void shouldTakeNothingForARaiseThatIsTakenBack() {
    List<Change> doubled = List.of(endorsement("2026-07-13", "6000000.00", "180000.00"));

    EndorsementOrSurrender back =
        after(doubled, endorsement("2026-08-13", "3600000.00", "108000.00"));

    assertEquals(money("30000.00"), back.subsidyBeforeSigning());
    assertEquals(Money.ZERO, back.recoveryOf(money("30000.00")));
  }

  @Test
  void shouldSurrenderAfterARaiseAsIfThereHadBeenNone() {
    List<Change> doubled = List.of(endorsement("2026-05-02", "6000000.00", "180000.00"));
    Change surrendered = Change.surrender(day("2026-07-13"));

    assertEquals(money("6000.00"), after(doubled, surrendered).subsidyBeforeSigning());
    assertEquals(money("24000.00"), after(doubled, surrendered).recoveryOf(money("30000.00")));
  }

  @Test
  void shouldTakeFromTheSecondTimeOnOnlyWhatIsStillThere() {
    // 73 days at 30,000.00 a year, 73 at 15,000.00, 219 at 7,500.00
    List<Change> halved = List.of(endorsement("2026-07-13", "1500000.00", "45000.00"));
    EndorsementOrSurrender quartered =
        after(halved, endorsement("2026-09-24", "750000.00", "22500.00"));

    assertEquals(219, quartered.unexpiredDays());
    assertEquals(money("13500.00"), quartered.subsidyBeforeSigning());
    assertEquals(money("4500.00"), quartered.recoveryOf(money("18000.00")));
  }

  @Test
  void shouldNotRaiseTheDaysThatAnEarlierChangeLoweredAlready() {
    List<Change> halved = List.of(endorsement("2026-07-13", "1500000.00", "45000.00"));

    EndorsementOrSurrender restored =
        after(halved, endorsement("2026-09-24", "3000000.00", "90000.00"));

    assertEquals(money("18000.00"), restored.subsidyBeforeSigning());
    assertEquals(Money.ZERO, restored.recoveryOf(money("18000.00")));
  }

  @Test
  void shouldGoByTheLowestAmountsOfADayWhateverTheOrderOfTheChanges() {
    Change later = endorsement("2026-09-24", "750000.00", "22500.00");
    Change sooner = endorsement("2026-07-13", "1500000.00", "45000.00");

    assertEquals(
        after(List.of(sooner), later).subsidyBeforeSigning(),
        after(List.of(later), sooner).subsidyBeforeSigning());
  }

  @Test
  void shouldLowerByDaysWhatAnotherSubsidyLeavesBelowThePremium() {
    Sample sample = Sample.with(s -> s.otherSubsidy = money("75000.00"));

    EndorsementOrSurrender surrender = surrender(sample, "2026-07-13", Editions.dalian());

    assertEquals(money("3000.00"), surrender.subsidyBeforeSigning(), "a fifth of 15,000.00");
  }

  @Test
  void shouldLowerNothingByAnotherSubsidyWhereItHasNoEffect() {
    Sample sample = Sample.with(s -> s.otherSubsidy = money("75000.00"));
    Edition noEffect = Editions.answering("other-subsidy", "no-effect");

    EndorsementOrSurrender surrender = surrender(sample, "2026-07-13", noEffect);

    assertEquals(money("6000.00"), surrender.subsidyBeforeSigning(), "a fifth of 30,000.00");
  }

  @Test
  void shouldRecoverNothingOfAPolicyThatHadNoSubsidyLeft() {
    Sample sample = Sample.with(s -> s.otherSubsidy = money("90000.00"));

    EndorsementOrSurrender surrender = surrender(sample, "2026-07-13", Editions.dalian());

    assertEquals(Money.ZERO, surrender.subsidyBeforeSigning());
    assertEquals(Money.ZERO, surrender.recoveryOf(money("10000.00")));
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
    return EndorsementOrSurrender.of(
        policy, Law.of(policy, edition), List.of(), Change.surrender(day(effective)));
  }

  private static EndorsementOrSurrender endorse(String effective, String insured, String premium) {
    return after(List.of(), endorsement(effective, insured, premium));
  }

  private static Change endorsement(String effective, String insured, String premium) {
    Sums sums = Sums.of(money(insured), money(premium), Money.ZERO);
    return Change.endorsement(day(effective), sums);
  }

  private static EndorsementOrSurrender after(List<Change> earlier, Change change) {
    Policy policy = Sample.good().policy();
    return EndorsementOrSurrender.of(policy, Law.of(policy, Editions.dalian()), earlier, change);
  }
}
