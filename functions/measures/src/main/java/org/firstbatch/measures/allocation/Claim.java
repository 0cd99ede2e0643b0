package org.firstbatch.measures.allocation;

import java.util.Objects;

/**
 * One subsidy claim as a plan sees it (第十三条): business keys and instants of the law only.
 *
 * @param enterprise Unified Social Credit Code of the insured enterprise
 * @param enterpriseName its name on the day of the record
 * @param insurer business key of the insurer on the published list
 * @param policy policy number, as the insurer writes it
 * @param insured insuring time, a {@link LocalSecond}; which act gives it is question 3 of the
 *     edition and decided by whoever builds the claim
 * @param received when the claim's row was first received, a {@link LocalSecond}
 * @param quarter the quarter of its filing, like {@code 2026Q1}
 * @param outstanding fen of subsidy that signed plans of any year have not awarded yet, 1 to 10^15
 * @param reasons why the claim is not ready, or none
 * @param carried left unpaid by the budget of a closed year and therefore first in line (question
 *     10); claims that were set aside when a year closed are not carried in this sense, they queue
 *     by their insuring time
 */
public record Claim(
    String enterprise,
    String enterpriseName,
    String insurer,
    String policy,
    long insured,
    long received,
    String quarter,
    long outstanding,
    Reasons reasons,
    boolean carried) {

  public Claim {
    Limits.requireText("enterprise", enterprise);
    Limits.requireText("enterpriseName", enterpriseName);
    Limits.requireText("insurer", insurer);
    Limits.requireText("policy", policy);
    LocalSecond.requireInRange(insured);
    LocalSecond.requireInRange(received);
    Limits.requireQuarter(quarter);
    Limits.requireAmount("outstanding", outstanding, 1);
    Objects.requireNonNull(reasons);
  }

  /** Accepted by all three bodies, confirmed, decided and not held. */
  public boolean isReady() {
    return reasons.isEmpty();
  }

  /** The year whose cap counts when question 6 looks at the insuring time. */
  public int insuringYear() {
    return LocalSecond.yearOf(insured);
  }

  /** The words by which messages name a claim. */
  public String label() {
    return insurer + " " + policy;
  }
}
