package org.firstbatch.measures.filing;

import java.util.Arrays;
import org.firstbatch.measures.allocation.Reason;
import org.firstbatch.measures.allocation.Reasons;
import org.firstbatch.measures.scheme.Options.ApplicationForm;

/**
 * 第十三条: a plan funds claims that all three bodies accepted, the enterprise confirmed, the calendar
 * decided and nobody holds; any other is set aside, with each reason.
 */
public final class Readiness {
  private Readiness() {}

  /**
   * Why the claim would be set aside if a plan were made now; none when it is ready.
   *
   * @param required the answer to question 16 on the policy's signing day
   */
  public static Reasons reasons(ClaimStanding standing, ApplicationForm required) {
    return new Reasons(
        Arrays.stream(Reason.values())
            .filter(reason -> applies(reason, standing, required))
            .toList());
  }

  private static boolean applies(Reason reason, ClaimStanding standing, ApplicationForm required) {
    return switch (reason) {
      case NOT_ACCEPTED_BY_REGULATOR -> !standing.acceptedBy().contains(Body.REGULATOR);
      case NOT_ACCEPTED_BY_COMMISSION -> !standing.acceptedBy().contains(Body.COMMISSION);
      case NOT_ACCEPTED_BY_FINANCE -> !standing.acceptedBy().contains(Body.FINANCE);
      case UNCONFIRMED -> required != ApplicationForm.NOT_REQUIRED && !standing.form().isGiven();
      case DISPUTED -> standing.form().disputed();
      case UNDETERMINED -> standing.undetermined();
      case HELD_BY_REGULATOR -> standing.heldBy().contains(Body.REGULATOR);
      case HELD_BY_COMMISSION -> standing.heldBy().contains(Body.COMMISSION);
      case HELD_BY_FINANCE -> standing.heldBy().contains(Body.FINANCE);
      case CERTIFICATE_REVOKED -> standing.certificateRevoked();
    };
  }
}
