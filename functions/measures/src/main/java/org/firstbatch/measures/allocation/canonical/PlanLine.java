package org.firstbatch.measures.allocation.canonical;

import org.firstbatch.measures.allocation.Line;
import org.firstbatch.measures.allocation.LocalSecond;
import org.firstbatch.measures.allocation.Outcome;
import org.firstbatch.measures.allocation.Reasons;

/**
 * The public columns of a plan's line. Amounts in fen.
 *
 * @param enterprise Unified Social Credit Code
 * @param enterpriseName name of the enterprise
 * @param insurer business key of the insurer
 * @param policy policy number
 * @param insured insuring time, a {@link LocalSecond}
 * @param received when the row was first received, a {@link LocalSecond}
 * @param outstanding what signed plans had not awarded
 * @param capLeft what the cap left
 * @param budgetLeft what the budget left
 * @param award what the claim gets
 * @param outcome the first that fits
 * @param reasons of SET_ASIDE; none for every other outcome
 */
public record PlanLine(
    String enterprise,
    String enterpriseName,
    String insurer,
    String policy,
    long insured,
    long received,
    long outstanding,
    long capLeft,
    long budgetLeft,
    long award,
    Outcome outcome,
    Reasons reasons) {

  /** The public part of a line. */
  public static PlanLine of(Line line) {
    return new PlanLine(
        line.claim().enterprise(),
        line.claim().enterpriseName(),
        line.claim().insurer(),
        line.claim().policy(),
        line.claim().insured(),
        line.claim().received(),
        line.claim().outstanding(),
        line.capLeft(),
        line.budgetLeft(),
        line.award(),
        line.outcome(),
        line.claim().reasons());
  }

  /** The year whose cap counts when question 6 looks at the insuring time. */
  public int insuringYear() {
    return LocalSecond.yearOf(insured);
  }
}
