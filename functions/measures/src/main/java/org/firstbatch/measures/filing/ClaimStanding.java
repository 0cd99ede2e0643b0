package org.firstbatch.measures.filing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 第十三条: how a claim stands, as it follows from what was done to it; nothing rewrites it.
 *
 * @param rowVersion the version of the row that stands, 1 or more
 * @param withdrawn whether the insurer withdrew it
 * @param acceptances every acceptance, those of older row versions too
 * @param holds every hold, released ones too
 * @param rejections every vote to reject
 * @param form the enterprise's application form
 * @param undetermined whether the policy's own decision is still pending
 * @param certificateRevoked whether its certificate was revoked for false material
 */
public record ClaimStanding(
    int rowVersion,
    boolean withdrawn,
    List<Acceptance> acceptances,
    List<Hold> holds,
    List<Rejection> rejections,
    ApplicationFormFacts form,
    boolean undetermined,
    boolean certificateRevoked) {
  private static final Set<Body> ALL = EnumSet.allOf(Body.class);

  public ClaimStanding {
    acceptances = List.copyOf(acceptances);
    holds = List.copyOf(holds);
    rejections = List.copyOf(rejections);
  }

  /** The state of the claim; the first that fits, in this order. */
  public ClaimStatus status() {
    if (withdrawn) {
      return ClaimStatus.WITHDRAWN;
    }
    if (isRejected()) {
      return ClaimStatus.REJECTED;
    }
    if (isHeld()) {
      return ClaimStatus.HELD;
    }
    return acceptedBy().equals(ALL) ? ClaimStatus.ACCEPTED : ClaimStatus.FILED;
  }

  /** The bodies that accepted the row as it stands. */
  public Set<Body> acceptedBy() {
    return acceptances.stream()
        .filter(each -> each.rowVersion() == rowVersion)
        .map(Acceptance::body)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Body.class)));
  }

  /** The bodies with a hold that they have not released. */
  public Set<Body> heldBy() {
    return holds.stream()
        .filter(hold -> !hold.released())
        .map(Hold::body)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Body.class)));
  }

  /** A body, the enterprise's dispute or a certificate revoked for false material holds it. */
  public boolean isHeld() {
    return !heldBy().isEmpty() || form.disputed() || certificateRevoked;
  }

  /** All three bodies reject the row as it stands for the same article. */
  public boolean isRejected() {
    return rejections.stream()
        .filter(each -> each.rowVersion() == rowVersion)
        .collect(
            Collectors.groupingBy(
                Rejection::article, Collectors.mapping(Rejection::body, Collectors.toSet())))
        .containsValue(ALL);
  }
}
