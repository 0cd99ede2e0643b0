package org.firstbatch.measures.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.firstbatch.measures.scheme.Options.PartialFunding;
import org.junit.jupiter.api.Test;

/** What holds of every plan, on cases made from seeds; a failure names its seed. */
class AllocationPropertyTest {

  private static final int CASES = 3_000;

  private static void forEveryCase(Consumer<RandomCase> property) {
    for (long seed = 1; seed <= CASES; seed++) {
      try {
        property.accept(RandomCase.of(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static Lines plan(RandomCase given) {
    return Allocation.allocate(given.terms(), given.awarded(), given.shuffled());
  }

  @Test
  void shouldAgreeWithTheNaiveModel() {
    forEveryCase(given -> assertEquals(NaiveModel.rows(given), Samples.rows(plan(given))));
  }

  @Test
  void shouldMeetEveryOutcomeAmongTheCases() {
    Map<Outcome, Integer> met = new HashMap<>();
    forEveryCase(given -> plan(given).forEach(line -> met.merge(line.outcome(), 1, Integer::sum)));

    assertEquals(Outcome.values().length, met.size(), met.toString());
    assertTrue(met.values().stream().allMatch(count -> count > 100), met.toString());
  }

  @Test
  void shouldNeverPassTheBudget() {
    forEveryCase(
        given -> {
          long before =
              given.awarded().stream()
                  .filter(entry -> entry.year() == Awarded.BUDGET_YEAR)
                  .mapToLong(Awarded::fen)
                  .sum();
          Lines lines = plan(given);
          Allocation.Totals totals = lines.totals();
          assertTrue(before + totals.awarded() + totals.setAside() <= given.terms().budget());
          assertEquals(totals.awarded(), lines.stream().mapToLong(Line::award).sum());
        });
  }

  @Test
  void shouldNeverPassACapThatCounts() {
    forEveryCase(
        given -> {
          Ledger ledger = Ledger.of(given.terms().capYear(), given.awarded());
          for (Line line : plan(given)) {
            Claim claim = line.claim();
            long left = ledger.left(ledger.account(claim.enterprise()), claim, given.terms().cap());
            assertTrue(line.award() <= left, "award " + line);
            ledger.add(claim.enterprise(), claim.insuringYear(), line.award());
          }
        });
  }

  @Test
  void shouldPassNobodyOver() {
    forEveryCase(
        given -> {
          if (given.terms().partialFunding() == PartialFunding.SKIP_TO_NEXT_THAT_FITS) {
            return;
          }
          boolean cut = false;
          for (Line line : plan(given)) {
            assertTrue(!cut || line.award() == 0, "somebody behind was paid: " + line);
            long fundable = Math.min(line.claim().outstanding(), line.capLeft());
            cut |= line.claim().isReady() && line.award() < fundable;
          }
        });
  }

  @Test
  void shouldSkipOnlyWhatDoesNotFit() {
    forEveryCase(
        given -> {
          for (Line line : plan(given)) {
            long fundable = Math.min(line.claim().outstanding(), line.capLeft());
            boolean fits = fundable <= line.budgetLeft();
            boolean mayStop = given.terms().partialFunding() == PartialFunding.STOP;
            assertTrue(mayStop || !fits || line.would() == fundable, line.toString());
          }
        });
  }

  @Test
  void shouldMakeTheSamePlanOfAnyInputOrder() {
    forEveryCase(
        given ->
            assertEquals(
                plan(given),
                Allocation.allocate(given.terms(), given.awarded(), given.reshuffled())));
  }

  @Test
  void shouldMakeTheSamePlanOfAStream() {
    forEveryCase(
        given -> {
          List<Line> lines = new ArrayList<>();
          List<Claim> ordered = InsuringOrder.inOrder(given.shuffled());
          Allocation.Totals totals =
              Allocation.allocate(given.terms(), given.awarded(), ordered.iterator(), lines::add);
          assertEquals(plan(given), lines);
          assertEquals(plan(given).totals(), totals);
        });
  }

  @Test
  void shouldAwardInTwoPlansWhatOneWithBothBudgetsWould() {
    forEveryCase(
        seeded -> {
          RandomCase given = seeded.ready();
          Terms both = given.terms();
          if (both.partialFunding() == PartialFunding.SKIP_TO_NEXT_THAT_FITS) {
            return;
          }
          long before =
              given.awarded().stream()
                  .filter(entry -> entry.year() == Awarded.BUDGET_YEAR)
                  .mapToLong(Awarded::fen)
                  .sum();
          Terms first = both.withBudget(before + (both.budget() - before) / 3);
          Lines one = Allocation.allocate(first, given.awarded(), given.shuffled());
          Lines two =
              Allocation.allocate(both, after(both.capYear(), given, one), outstandingAfter(one));
          Map<Claim, Long> sums = awardsByKey(one);
          awardsByKey(two).forEach((key, award) -> sums.merge(key, award, Long::sum));
          assertEquals(awardsByKey(plan(given)), sums);
        });
  }

  private static List<Awarded> after(CapYear capYear, RandomCase given, Lines lines) {
    Ledger ledger = Ledger.of(capYear, given.awarded());
    lines.forEach(
        line -> ledger.add(line.claim().enterprise(), line.claim().insuringYear(), line.award()));
    return ledger.entries();
  }

  private static List<Claim> outstandingAfter(Lines lines) {
    return lines.stream()
        .filter(line -> line.outcome() != Outcome.FUNDED)
        .map(
            line ->
                Samples.withOutstanding(line.claim(), line.claim().outstanding() - line.award()))
        .toList();
  }

  private static Map<Claim, Long> awardsByKey(Lines lines) {
    return lines.stream()
        .collect(
            Collectors.toMap(
                line -> Samples.withOutstanding(line.claim(), 1),
                Line::award,
                Long::sum,
                HashMap::new));
  }
}
