package org.firstbatch.measures.allocation;

import org.firstbatch.measures.scheme.Options;

/**
 * What a plan is made under: the money and the edition's answers to the questions that touch it.
 *
 * @param budget fen of the fiscal year's budget with its supplements, 0 to 10^15
 * @param cap fen that one enterprise may get in a year (第七条), 0 to 10^15
 * @param partialFunding question 4
 * @param capYear question 6
 * @param unpaidAtYearEnd question 10
 * @param unready question 15
 */
public record Terms(
    long budget,
    long cap,
    Options.PartialFunding partialFunding,
    Options.CapYear capYear,
    Options.UnpaidAtYearEnd unpaidAtYearEnd,
    Options.Unready unready) {

  public Terms {
    Limits.requireAmount("budget", budget, 0);
    Limits.requireAmount("cap", cap, 0);
  }

  /** The terms that an edition's options give. */
  public static Terms of(long budget, long cap, Options options) {
    return new Terms(
        budget,
        cap,
        options.partialFunding(),
        options.capYear(),
        options.unpaidAtYearEnd(),
        options.unready());
  }

  /** For a what-if: the same plan with another budget, say after a supplement. */
  public Terms withBudget(long fen) {
    return new Terms(fen, cap, partialFunding, capYear, unpaidAtYearEnd, unready);
  }

  /** For a what-if: the same plan with another cap. */
  public Terms withCap(long fen) {
    return new Terms(budget, fen, partialFunding, capYear, unpaidAtYearEnd, unready);
  }
}
