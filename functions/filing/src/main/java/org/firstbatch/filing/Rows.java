package org.firstbatch.filing;

import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;

/** Changed copies of claims. */
final class Rows {

  private Rows() {}

  static Claim withForm(Claim claim, FormState form) {
    return copy(claim, form, claim.withdrawn());
  }

  static Claim withdrawn(Claim claim) {
    return copy(claim, claim.form(), true);
  }

  private static Claim copy(Claim claim, FormState form, boolean withdrawn) {
    return new Claim(
        claim.id(),
        claim.insurer(),
        claim.number(),
        claim.enterprise(),
        claim.enterpriseName(),
        claim.insured(),
        claim.received(),
        claim.signed(),
        claim.quarter(),
        claim.filing(),
        claim.sequence(),
        claim.revision(),
        claim.subsidy(),
        form,
        claim.pending(),
        claim.certificate(),
        withdrawn,
        claim.carried());
  }
}
