package org.firstbatch.measures.allocation.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Samples;
import org.firstbatch.measures.allocation.canonical.Interleaved.Signed;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuccessionTest {

  private static final int CASES = 200;

  private static List<Succession.Break> breaks(Canonical.File next, List<Canonical.File> signed) {
    Succession succession = new Succession(new InputReader(next.stream()));
    signed.forEach(plan -> succession.add(new PlanReader(plan.stream())));
    return succession.breaks();
  }

  private static List<String> what(List<Succession.Break> breaks) {
    return breaks.stream().map(Succession.Break::what).toList();
  }

  @Test
  void shouldCarryTheAwardsOfTheFirstExampleIntoTheSecond() throws IOException {
    Canonical.File plan = Canonical.plan(Canonical.firstExample());
    InputHead head = Canonical.head(2, plan.sha256(), Samples.TERMS);
    List<Awarded> awarded =
        List.of(
            new Awarded("E1", Awarded.BUDGET_YEAR, Samples.yuan(500_000)),
            new Awarded("E2", Awarded.BUDGET_YEAR, Samples.yuan(500_000)));

    assertEquals(List.of(), breaks(Canonical.input(head, awarded, List.of()), List.of(plan)));
  }

  @ParameterizedTest
  @EnumSource
  void shouldFindNothingWrongInChainsThatFollowWhateverOrderTheFilesComeIn(CapYear capYear)
      throws IOException {
    for (long seed = 1; seed <= CASES; seed++) {
      List<Signed> signed = Interleaved.of(seed, capYear);
      List<Canonical.File> files = new ArrayList<>(signed.stream().map(Signed::plan).toList());
      Collections.shuffle(files, new Random(seed));
      for (Signed plan : signed) {
        assertEquals(List.of(), breaks(plan.input(), files), "seed " + seed + " " + plan.key());
      }
    }
  }

  /** What the plans of all years together award, against caps and budgets. */
  @ParameterizedTest
  @EnumSource
  void shouldNeverPassACapOverThePlansOfAllYears(CapYear capYear) throws IOException {
    long capped = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Map<String, Long> sums = new HashMap<>();
      Map<Integer, Long> spent = new HashMap<>();
      List<Signed> signed = Interleaved.of(seed, capYear);
      for (Signed plan : signed) {
        for (PlanLine line : plan.lines()) {
          spent.merge(plan.key().fiscalYear(), line.award(), Long::sum);
          if (capYear != CapYear.INSURING_YEAR) {
            String inBudgetYear = line.enterprise() + " of budget " + plan.key().fiscalYear();
            sums.merge(inBudgetYear, line.award(), Long::sum);
          }
          if (capYear != CapYear.BUDGET_YEAR) {
            sums.merge(line.enterprise() + line.insuringYear(), line.award(), Long::sum);
          }
        }
        long inBudgetYear = spent.getOrDefault(plan.key().fiscalYear(), 0L);
        assertTrue(inBudgetYear <= plan.terms().budget(), "seed " + seed);
      }
      long cap = signed.getFirst().terms().cap();
      String sentence = "seed " + seed + ", cap " + cap + ": " + sums;
      assertTrue(sums.values().stream().allMatch(sum -> sum <= cap), sentence);
      capped += sums.values().stream().filter(sum -> sum == cap).count();
    }
    assertTrue(capped > CASES, "the caps were never reached: " + capped);
  }

  @Test
  void shouldNameWhatDoesNotFollow() throws IOException {
    Canonical.File plan = Canonical.plan(Canonical.firstExample());
    InputHead head = Canonical.head(2, Canonical.PREVIOUS, Samples.TERMS);
    List<Awarded> awarded = List.of(new Awarded("E1", Awarded.BUDGET_YEAR, 1));

    Canonical.File next = Canonical.input(head, awarded, List.of());

    assertEquals(List.of("previous", "awarded"), what(breaks(next, List.of(plan))));
    assertEquals(List.of("plan 1 of 2026"), what(breaks(next, List.of())));
    assertEquals(
        List.of("plan 1 of 2026", "previous", "awarded"), what(breaks(next, List.of(plan, plan))));
  }

  @Test
  void shouldNameAPlanOfAnotherYearThatIsMissingOrNotTheOneThatWasCounted() throws IOException {
    Canonical.File counted = planOf2025(70);
    Canonical.File other = planOf2025(60);
    InputHead head = Canonical.head(1, null, Samples.with(CapYear.INSURING_YEAR));
    Canonical.File next =
        Canonical.input(
            head,
            List.of(new CountedPlan(2025, 1, counted.sha256())),
            List.of(new Awarded("E1", 2025, 70)),
            List.of());

    assertEquals(List.of(), breaks(next, List.of(counted)));
    assertEquals(List.of("plan 1 of 2025"), what(breaks(next, List.of())));
    assertEquals(List.of("counted", "awarded"), what(breaks(next, List.of(other))));
  }

  private static Canonical.File planOf2025(long fen) throws IOException {
    InputHead head =
        Canonical.head(new PlanKey("dalian", 2025, 1), null, Samples.with(CapYear.INSURING_YEAR));
    return Canonical.plan(
        Canonical.input(head, List.of(), List.of(Samples.claim(2025, 3, "E1", fen))));
  }
}
