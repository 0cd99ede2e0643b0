package org.firstbatch.measures.allocation;

import static org.firstbatch.measures.allocation.Samples.TERMS;
import static org.firstbatch.measures.allocation.Samples.carried;
import static org.firstbatch.measures.allocation.Samples.claim;
import static org.firstbatch.measures.allocation.Samples.plan;
import static org.firstbatch.measures.allocation.Samples.rows;
import static org.firstbatch.measures.allocation.Samples.with;
import static org.firstbatch.measures.allocation.Samples.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.firstbatch.measures.scheme.Options.PartialFunding;
import org.firstbatch.measures.scheme.Options.UnpaidAtYearEnd;
import org.firstbatch.measures.scheme.Options.Unready;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllocationTest {

  private static final Terms SMALL = TERMS.withBudget(yuan(100));

  private static List<Long> awards(List<Line> lines) {
    return lines.stream().map(Line::award).toList();
  }

  private static Terms small(PartialFunding partial) {
    return with(partial).withBudget(yuan(100));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void shouldSetAsideForEveryReason(Reason reason) {
    Line line = plan(TERMS, claim(1, "E1", yuan(10), reason)).getFirst();

    assertEquals(Outcome.SET_ASIDE, line.outcome());
    assertEquals(0, line.award());
    assertEquals(yuan(10), line.would());
    assertEquals(List.of(reason), line.smallestChange().cleared().list());
    assertTrue(line.smallestChange().chinese().contains(reason.chinese()));
  }

  @Test
  void shouldPayThePartThatIsLeft() {
    Lines lines = plan(SMALL, claim(1, "E1", 6_000), claim(2, "E2", 6_000), claim(3, "E3", 1_000));

    assertEquals(
        List.of(
            "E1 6000 50000000 10000 6000 FUNDED",
            "E2 6000 50000000 4000 4000 REDUCED_BY_BUDGET",
            "E3 1000 50000000 0 0 WAITLISTED"),
        rows(lines));
  }

  @Test
  void shouldSkipToTheNextThatFits() {
    Lines lines =
        plan(
            small(PartialFunding.SKIP_TO_NEXT_THAT_FITS),
            claim(1, "E1", 6_000),
            claim(2, "E2", 6_000),
            claim(3, "E3", 1_000));

    assertEquals(
        List.of(
            "E1 6000 50000000 10000 6000 FUNDED",
            "E2 6000 50000000 4000 0 WAITLISTED",
            "E3 1000 50000000 4000 1000 FUNDED"),
        rows(lines));
  }

  @Test
  void shouldStopAtTheFirstThatDoesNotFit() {
    Lines lines =
        plan(
            small(PartialFunding.STOP),
            claim(1, "E1", 6_000),
            claim(2, "E2", 6_000),
            claim(3, "E3", 1_000));

    assertEquals(List.of(6_000L, 0L, 0L), awards(lines));
    assertEquals(Outcome.WAITLISTED, lines.get(2).outcome());
    assertTrue(lines.get(2).smallestChange().stoppedEarlier());
    assertEquals(2_000, lines.get(1).smallestChange().moreBudget());
  }

  @Test
  void shouldCompareWhatTheCapAllowsWithTheBudgetWhenSkippingOrStopping() {
    Terms terms = small(PartialFunding.STOP).withCap(4_000);

    Lines lines = plan(terms, claim(1, "E1", 7_000), claim(2, "E2", 5_000));

    assertEquals(List.of(4_000L, 4_000L), awards(lines));
    assertEquals(Outcome.REDUCED_BY_CAP, lines.get(1).outcome());
  }

  @Test
  void shouldNotStopAtAClaimWithoutCap() {
    Terms terms = small(PartialFunding.STOP).withCap(9_999);

    Lines lines = plan(terms, claim(1, "E1", 9_999), claim(2, "E1", 500), claim(3, "E2", 1));

    assertEquals(List.of(9_999L, 0L, 1L), awards(lines));
    assertEquals(Outcome.CAP_EXHAUSTED, lines.get(1).outcome());
  }

  @Test
  void shouldStopAtAClaimThatIsSetAsideAsIfItWereReady() {
    Claim held = claim(1, "E1", 20_000, Reason.HELD_BY_REGULATOR);

    Lines lines = plan(small(PartialFunding.STOP), held, claim(2, "E2", 1));

    assertEquals(List.of(0L, 0L), awards(lines));
    assertEquals(0, lines.totals().setAside());
  }

  @Test
  void shouldSetNothingAsideWhenTheEditionSaysSo() {
    Terms terms = with(Unready.NOTHING_SET_ASIDE).withBudget(yuan(100)).withCap(8_000);
    Claim held = claim(1, "E1", 8_000, Reason.DISPUTED);

    Lines lines = plan(terms, held, claim(2, "E1", 8_000), claim(3, "E2", 2_000));

    assertEquals(List.of(0L, 8_000L, 2_000L), awards(lines));
    assertEquals(Outcome.SET_ASIDE, lines.getFirst().outcome());
    assertEquals(0, lines.totals().setAside());
  }

  @Test
  void shouldNotStopAtAnUnreadyClaimWhenNothingIsSetAside() {
    Terms terms =
        new Terms(
            10_000,
            50_000,
            PartialFunding.STOP,
            CapYear.BUDGET_YEAR,
            UnpaidAtYearEnd.LAPSES,
            Unready.NOTHING_SET_ASIDE);
    Claim held = claim(1, "E1", 20_000, Reason.DISPUTED);

    assertEquals(List.of(0L, 5L), awards(plan(terms, held, claim(2, "E2", 5))));
  }

  @Test
  void shouldCountTheCapOfTheBudgetYear() {
    List<Awarded> awarded = List.of(new Awarded("E1", Awarded.BUDGET_YEAR, yuan(400_000)));

    Lines lines = Allocation.allocate(TERMS, awarded, List.of(claim(2025, 3, "E1", yuan(150_000))));

    assertEquals(yuan(100_000), lines.getFirst().award());
  }

  @Test
  void shouldCountTheCapOfTheInsuringYear() {
    List<Awarded> awarded = List.of(new Awarded("E1", 2025, yuan(450_000)));
    List<Claim> claims =
        List.of(claim(2025, 3, "E1", yuan(150_000)), claim(2026, 3, "E1", yuan(500_000)));

    Lines lines = Allocation.allocate(with(CapYear.INSURING_YEAR), awarded, claims);

    assertEquals(List.of(yuan(50_000), yuan(500_000)), awards(lines));
  }

  @Test
  void shouldCountTheSmallerOfBothCaps() {
    List<Awarded> awarded =
        List.of(
            new Awarded("E1", Awarded.BUDGET_YEAR, yuan(100_000)),
            new Awarded("E1", 2025, yuan(450_000)));
    List<Claim> claims =
        List.of(claim(2025, 3, "E1", yuan(150_000)), claim(2026, 3, "E1", yuan(500_000)));

    Lines lines = Allocation.allocate(with(CapYear.BOTH_SMALLER_LEFT), awarded, claims);

    assertEquals(List.of(yuan(50_000), yuan(350_000)), awards(lines));
  }

  @Test
  void shouldPutCarriedClaimsFirstInLine() {
    Terms terms = with(UnpaidAtYearEnd.CARRIED_FIRST_IN_LINE).withBudget(yuan(100));
    Claim later = carried(claim(2025, 20, "E2", yuan(80)));

    Lines lines = plan(terms, claim(2025, 2, "E1", yuan(80)), later);

    assertEquals(later, lines.getFirst().claim());
    assertEquals(List.of(yuan(80), yuan(20)), awards(lines));
  }

  @Test
  void shouldRefuseCarriedClaimsWhereTheyLapse() {
    Claim claim = carried(claim(1, "E1", 1));

    assertThrows(IllegalArgumentException.class, () -> plan(TERMS, claim));
  }

  @Test
  void shouldRefuseAStreamOutOfOrder() {
    Allocation allocation = new Allocation(TERMS, List.of());
    allocation.next(claim(2, "E1", 1));

    var fault =
        assertThrows(IllegalArgumentException.class, () -> allocation.next(claim(1, "E2", 1)));
    assertEquals(
        "claim PICC P1 must not come after PICC P2: out of order or twice", fault.getMessage());
  }

  @Test
  void shouldRefuseTheSameClaimTwice() {
    assertThrows(
        IllegalArgumentException.class, () -> plan(TERMS, claim(1, "E1", 1), claim(1, "E1", 1)));
  }

  @Test
  void shouldRefuseAwardsBeyondTheBudget() {
    List<Awarded> awarded = List.of(new Awarded("E1", Awarded.BUDGET_YEAR, yuan(101)));

    assertThrows(IllegalArgumentException.class, () -> new Allocation(SMALL, awarded));
  }

  @Test
  void shouldRefuseInsuringYearsThatDoNotCount() {
    List<Awarded> awarded = List.of(new Awarded("E1", 2025, 1));

    assertThrows(IllegalArgumentException.class, () -> new Allocation(TERMS, awarded));
  }

  @Test
  void shouldHandEveryLineOfAStreamOnAtOnce() {
    List<Claim> claims = List.of(claim(1, "E1", 6_000), claim(2, "E2", 6_000));
    List<Line> lines = new ArrayList<>();

    Allocation.Totals totals = Allocation.allocate(SMALL, List.of(), claims.iterator(), lines::add);

    assertEquals(List.copyOf(plan(SMALL, claims.toArray(Claim[]::new))), lines);
    assertEquals(new Allocation.Totals(2, 10_000, 0), totals);
  }

  @Test
  void shouldSayWhatWouldHaveFundedTheClaim() {
    Line line = plan(SMALL.withCap(5_000), claim(1, "E1", 123_456)).getFirst();

    assertEquals(
        "企业限额尚缺 1,184.56 元（第七条）；轮到时预算尚缺 1,134.56 元（第十三条）", line.smallestChange().chinese());
    assertEquals(
        "1,184.56 yuan more cap (art. 7); 1,134.56 yuan more budget at its turn (art. 13)",
        line.smallestChange().english());
  }

  @Test
  void shouldHaveNothingToChangeInAFundedClaim() {
    assertTrue(plan(SMALL, claim(1, "E1", 10_000)).getFirst().smallestChange().isNothing());
  }
}
