package org.firstbatch.measures.allocation;

import static org.firstbatch.measures.allocation.Samples.TERMS;
import static org.firstbatch.measures.allocation.Samples.claim;
import static org.firstbatch.measures.allocation.Samples.plan;
import static org.firstbatch.measures.allocation.Samples.rows;
import static org.firstbatch.measures.allocation.Samples.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The three worked examples of the scheme, figure by figure (in fen). */
class WorkedExamplesTest {

  private static final Claim FIRST = claim(11, "E1", yuan(300_000));
  private static final Claim SECOND = claim(12, "E2", yuan(600_000));
  private static final Claim THIRD = claim(13, "E1", yuan(250_000));
  private static final Claim FOURTH = claim(14, "E3", yuan(10_000));

  @Test
  void shouldMakeTheFirstPlanOfTheYear() {
    Lines lines = plan(TERMS, FOURTH, SECOND, FIRST, THIRD);

    assertEquals(
        List.of(
            "E1 30000000 50000000 100000000 30000000 FUNDED",
            "E2 60000000 50000000 70000000 50000000 REDUCED_BY_CAP",
            "E1 25000000 20000000 20000000 20000000 REDUCED_BY_CAP",
            "E3 1000000 50000000 0 0 WAITLISTED"),
        rows(lines));
    assertEquals(new Allocation.Totals(4, yuan(1_000_000), 0), lines.totals());
  }

  @Test
  void shouldMakeTheNextPlanAfterASupplement() {
    List<Awarded> awarded =
        List.of(
            new Awarded("E1", Awarded.BUDGET_YEAR, yuan(500_000)),
            new Awarded("E2", Awarded.BUDGET_YEAR, yuan(500_000)));
    List<Claim> claims =
        List.of(
            claim(15, "E4", yuan(450_000)),
            Samples.withOutstanding(THIRD, yuan(50_000)),
            FOURTH,
            Samples.withOutstanding(SECOND, yuan(100_000)));

    Lines lines = Allocation.allocate(TERMS.withBudget(yuan(1_400_000)), awarded, claims);

    assertEquals(
        List.of(
            "E2 10000000 0 40000000 0 CAP_EXHAUSTED",
            "E1 5000000 0 40000000 0 CAP_EXHAUSTED",
            "E3 1000000 50000000 40000000 1000000 FUNDED",
            "E4 45000000 50000000 39000000 39000000 REDUCED_BY_BUDGET"),
        rows(lines));
  }

  @Test
  void shouldSetTheHeldClaimAsideAndLeaveTheOthersAsTheyWere() {
    Claim held = claim(12, "E2", yuan(600_000), Reason.HELD_BY_FINANCE);

    Lines lines = plan(TERMS, FIRST, held, THIRD, FOURTH);

    assertEquals(
        List.of(
            "E1 30000000 50000000 100000000 30000000 FUNDED",
            "E2 60000000 50000000 70000000 0 SET_ASIDE",
            "E1 25000000 20000000 20000000 20000000 REDUCED_BY_CAP",
            "E3 1000000 50000000 0 0 WAITLISTED"),
        rows(lines));
    assertEquals(yuan(500_000), lines.get(1).would());
    assertEquals(new Allocation.Totals(4, yuan(500_000), yuan(500_000)), lines.totals());
  }
}
