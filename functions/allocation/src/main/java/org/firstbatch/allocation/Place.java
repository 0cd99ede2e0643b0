package org.firstbatch.allocation;

import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.InsuringOrder;
import org.firstbatch.measures.allocation.canonical.PlanLine;

/**
 * A claim's place in its queue, by which files in the same order are read side by side.
 *
 * @param carried first in line
 * @param insured the insuring time, a local second
 * @param received when its row was first received, a local second
 * @param insurer the insurer
 * @param policy the policy number
 */
record Place(boolean carried, long insured, long received, String insurer, String policy)
    implements Comparable<Place> {

  static Place of(Claim claim) {
    return new Place(
        claim.carried(), claim.insured(), claim.received(), claim.insurer(), claim.policy());
  }

  /** Whether a line, which does not say whether its claim was carried, is of this claim. */
  boolean isOf(PlanLine line) {
    return insured == line.insured()
        && received == line.received()
        && insurer.equals(line.insurer())
        && policy.equals(line.policy());
  }

  @Override
  public int compareTo(Place other) {
    if (carried != other.carried) {
      return carried ? -1 : 1;
    }
    int byTime = Long.compare(insured, other.insured);
    if (byTime != 0) {
      return byTime;
    }
    int byReceipt = Long.compare(received, other.received);
    if (byReceipt != 0) {
      return byReceipt;
    }
    int byInsurer = InsuringOrder.compareUtf8(insurer, other.insurer);
    return byInsurer != 0 ? byInsurer : InsuringOrder.compareUtf8(policy, other.policy);
  }
}
