package org.firstbatch.measures.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.measures.allocation.Reason;
import org.firstbatch.measures.allocation.Reasons;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Options.ApplicationForm;
import org.junit.jupiter.api.Test;

class ClaimStandingTest {
  private static final Text GROUND = Text.of("理由", "ground");
  private static final ApplicationFormFacts CONFIRMED =
      new ApplicationFormFacts(2, 2, false, false);
  private static final ApplicationFormFacts DISPUTED = new ApplicationFormFacts(2, 2, false, true);
  private static final ApplicationFormFacts NONE = new ApplicationFormFacts(2, 1, false, false);
  private static final ApplicationForm REQUIRED = ApplicationForm.CONFIRMED_OR_STAMPED;

  @Test
  void shouldBeAcceptedOnceAllThreeBodiesAcceptTheRowAsItStands() {
    assertEquals(ClaimStatus.FILED, standing(accepted(2, Body.FINANCE, Body.REGULATOR)).status());
    assertEquals(ClaimStatus.ACCEPTED, standing(accepted(2, Body.values())).status());
  }

  @Test
  void shouldVoidAcceptancesOfARowThatWasCorrected() {
    ClaimStanding corrected = standing(accepted(1, Body.values()));
    assertEquals(ClaimStatus.FILED, corrected.status());
    assertEquals(
        Reasons.of(
            Reason.NOT_ACCEPTED_BY_COMMISSION,
            Reason.NOT_ACCEPTED_BY_FINANCE,
            Reason.NOT_ACCEPTED_BY_REGULATOR),
        Readiness.reasons(corrected, REQUIRED));
  }

  @Test
  void shouldStayHeldUntilEachBodyThatHoldsItReleasesIt() {
    Hold released = new Hold(Body.FINANCE, GROUND, true);
    Hold open = new Hold(Body.REGULATOR, GROUND, false);
    assertEquals(ClaimStatus.HELD, withHolds(released, open).status());
    assertEquals(
        Reasons.of(Reason.HELD_BY_REGULATOR),
        Readiness.reasons(withHolds(released, open), REQUIRED));
    assertEquals(ClaimStatus.ACCEPTED, withHolds(released).status());
  }

  @Test
  void shouldLetOnlyTheBodyThatHoldsAClaimReleaseIt() {
    Hold hold = new Hold(Body.FINANCE, GROUND, false);
    assertTrue(hold.mayBeReleasedBy(Body.FINANCE).met());
    Finding refused = hold.mayBeReleasedBy(Body.REGULATOR);
    assertEquals(Outcome.NOT_MET, refused.outcome());
    assertEquals("Only the Finance bureau releases it", refused.sentence().en());
  }

  @Test
  void shouldBeRejectedOnlyByAllThreeForOneArticleOnTheRowAsItStands() {
    assertEquals(ClaimStatus.ACCEPTED, rejected(2, "第三条", "第三条").status());
    assertEquals(ClaimStatus.ACCEPTED, rejected(2, "第三条", "第三条", "第六条").status());
    assertEquals(ClaimStatus.ACCEPTED, rejected(1, "第三条", "第三条", "第三条").status());
    assertEquals(ClaimStatus.REJECTED, rejected(2, "第三条", "第三条", "第三条").status());
  }

  @Test
  void shouldBeHeldByADisputeThatTheBodiesMayRejectDespiteIt() {
    ClaimStanding disputed = new Builder().form(DISPUTED).build();
    assertEquals(ClaimStatus.HELD, disputed.status());
    assertEquals(Reasons.of(Reason.DISPUTED), Readiness.reasons(disputed, REQUIRED));
    ClaimStanding rejected =
        new Builder().form(DISPUTED).rejections(votes(2, "第三条", "第三条", "第三条")).build();
    assertEquals(ClaimStatus.REJECTED, rejected.status());
  }

  @Test
  void shouldBeWithdrawnWhateverElseWasDone() {
    assertEquals(ClaimStatus.WITHDRAWN, new Builder().withdrawn().build().status());
  }

  @Test
  void shouldBeHeldByACertificateRevokedForFalseMaterial() {
    ClaimStanding revoked = new Builder().certificateRevoked().build();
    assertEquals(ClaimStatus.HELD, revoked.status());
    assertEquals(Reasons.of(Reason.CERTIFICATE_REVOKED), Readiness.reasons(revoked, REQUIRED));
  }

  @Test
  void shouldWaitForTheEnterpriseAndForTheCalendar() {
    ClaimStanding waiting = new Builder().form(NONE).undetermined().build();
    assertEquals(
        Reasons.of(Reason.UNCONFIRMED, Reason.UNDETERMINED), Readiness.reasons(waiting, REQUIRED));
    assertEquals(
        Reasons.of(Reason.UNDETERMINED), Readiness.reasons(waiting, ApplicationForm.NOT_REQUIRED));
  }

  @Test
  void shouldBeReadyWhenAcceptedConfirmedDecidedAndNotHeld() {
    assertEquals(Reasons.NONE, Readiness.reasons(new Builder().build(), REQUIRED));
  }

  private static ClaimStanding standing(List<Acceptance> acceptances) {
    return new Builder().acceptances(acceptances).build();
  }

  private static ClaimStanding withHolds(Hold... holds) {
    return new Builder().holds(List.of(holds)).build();
  }

  private static ClaimStanding rejected(int row, String... articles) {
    return new Builder().rejections(votes(row, articles)).build();
  }

  private static List<Acceptance> accepted(int row, Body... bodies) {
    return Arrays.stream(bodies).map(body -> new Acceptance(body, row)).toList();
  }

  /** One vote a body, in the order of the bodies. */
  private static List<Rejection> votes(int row, String... articles) {
    Iterator<Body> bodies = List.of(Body.values()).iterator();
    return Stream.of(articles)
        .map(article -> new Rejection(bodies.next(), row, article, GROUND))
        .toList();
  }

  /** A claim in row version 2 that is ready. */
  private static final class Builder {
    private boolean withdrawn;
    private List<Acceptance> acceptances = accepted(2, Body.values());
    private List<Hold> holds = List.of();
    private List<Rejection> rejections = List.of();
    private ApplicationFormFacts form = CONFIRMED;
    private boolean undetermined;
    private boolean certificateRevoked;

    Builder withdrawn() {
      withdrawn = true;
      return this;
    }

    Builder acceptances(List<Acceptance> some) {
      acceptances = some;
      return this;
    }

    Builder holds(List<Hold> some) {
      holds = some;
      return this;
    }

    Builder rejections(List<Rejection> some) {
      rejections = some;
      return this;
    }

    Builder form(ApplicationFormFacts some) {
      form = some;
      return this;
    }

    Builder undetermined() {
      undetermined = true;
      return this;
    }

    Builder certificateRevoked() {
      certificateRevoked = true;
      return this;
    }

    ClaimStanding build() {
      return new ClaimStanding(
          2, withdrawn, acceptances, holds, rejections, form, undetermined, certificateRevoked);
    }
  }
}
