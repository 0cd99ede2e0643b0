package org.firstbatch.measures.filing;

import org.jspecify.annotations.Nullable;

/**
 * 第十三条: how the enterprise's application form of a claim stands.
 *
 * @param policyVersion the version of the policy that is filed, 1 or more
 * @param confirmedVersion the version that the enterprise confirmed itself; null when it did not
 * @param stampedCopy whether its stamped form for this version is among the copies
 * @param disputed whether it disputes the claim and has not withdrawn that
 */
public record ApplicationFormFacts(
    int policyVersion, @Nullable Integer confirmedVersion, boolean stampedCopy, boolean disputed) {

  /** Confirmed in the version that is filed, or stamped. */
  public boolean isGiven() {
    return stampedCopy || isConfirmed();
  }

  private boolean isConfirmed() {
    return confirmedVersion != null && confirmedVersion == policyVersion;
  }
}
