package org.firstbatch.measures.allocation;

/**
 * One line of a plan, with the three numbers that decided it. All amounts in fen.
 *
 * @param claim whose line it is
 * @param capLeft what the cap left to the enterprise when the claim's turn came
 * @param budgetLeft what the budget left when the claim's turn came
 * @param would what the claim gets if it is ready: the smallest of outstanding, cap left and budget
 *     left, or 0 where question 4 lets it be skipped or stopped
 * @param award what it gets
 * @param outcome the first that fits
 */
public record Line(
    Claim claim, long capLeft, long budgetLeft, long would, long award, Outcome outcome) {

  /** What would have had to be different for the claim to get all that is outstanding. */
  public SmallestChange smallestChange() {
    long fundable = Math.min(claim.outstanding(), capLeft);
    return new SmallestChange(
        Math.max(0, claim.outstanding() - capLeft),
        Math.max(0, claim.outstanding() - budgetLeft),
        would == 0 && fundable > 0 && fundable <= budgetLeft,
        claim.reasons());
  }
}
