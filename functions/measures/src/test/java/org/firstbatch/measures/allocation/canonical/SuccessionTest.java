package org.firstbatch.measures.allocation.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.RandomCase;
import org.firstbatch.measures.allocation.Samples;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.junit.jupiter.api.Test;

class SuccessionTest {

  private static List<Succession.Break> breaks(
      Canonical.File before, Canonical.File plan, Canonical.File next) {
    return Succession.breaks(
        new InputReader(before.stream()),
        new PlanReader(plan.stream()),
        new InputReader(next.stream()));
  }

  private static List<Awarded> after(Canonical.File before, Canonical.File plan) {
    InputReader input = new InputReader(before.stream());
    return Succession.awardedAfter(
        input.head().terms().capYear(), input.awarded(), new PlanReader(plan.stream()));
  }

  @Test
  void shouldCarryTheAwardsOfTheFirstExampleIntoTheSecond() throws IOException {
    Canonical.File input = Canonical.firstExample();

    assertEquals(
        List.of(
            new Awarded("E1", Awarded.BUDGET_YEAR, Samples.yuan(500_000)),
            new Awarded("E2", Awarded.BUDGET_YEAR, Samples.yuan(500_000))),
        after(input, Canonical.plan(input)));
  }

  @Test
  void shouldFindNothingWrongInAChainThatFollows() throws IOException {
    for (long seed = 1; seed <= 300; seed++) {
      RandomCase given = RandomCase.of(seed);
      Canonical.File before = Canonical.input(given);
      Canonical.File plan = Canonical.plan(before);
      InputHead head = Canonical.head(given.place() + 1, plan.sha256(), given.terms());
      Canonical.File next = Canonical.input(head, after(before, plan), List.of());

      assertEquals(List.of(), breaks(before, plan, next), "seed " + seed);
    }
  }

  @Test
  void shouldNameWhatDoesNotFollow() throws IOException {
    Canonical.File before = Canonical.firstExample();
    Canonical.File plan = Canonical.plan(before);
    InputHead head = Canonical.head(3, Canonical.PREVIOUS, Samples.TERMS);
    List<Awarded> awarded = List.of(new Awarded("E1", Awarded.BUDGET_YEAR, 1));

    List<Succession.Break> breaks = breaks(before, plan, Canonical.input(head, awarded, List.of()));

    assertEquals(
        List.of("plan", "previous", "awarded"),
        breaks.stream().map(Succession.Break::what).toList());
  }

  @Test
  void shouldEndTheBudgetYearAndKeepInsuringYears() throws IOException {
    var terms = Samples.with(CapYear.BOTH_SMALLER_LEFT);
    var claims = List.of(Samples.claim(2025, 3, "E1", 70), Samples.claim(2026, 3, "E1", 50));
    Canonical.File input = Canonical.input(Canonical.head(1, null, terms), List.of(), claims);

    List<Awarded> awarded = after(input, Canonical.plan(input));

    assertEquals(
        List.of(
            new Awarded("E1", Awarded.BUDGET_YEAR, 120),
            new Awarded("E1", 2025, 70),
            new Awarded("E1", 2026, 50)),
        awarded);
    assertEquals(awarded.subList(1, 3), Succession.intoNextYear(awarded));
  }
}
