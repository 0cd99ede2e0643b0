package org.firstbatch.measures.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.firstbatch.measures.explain.Finding;
import org.junit.jupiter.api.Test;

class PlanStandingTest {
  private static final PlanSignature FINANCE = new PlanSignature(Body.FINANCE, "li", "h1");
  private static final PlanSignature COMMISSION = new PlanSignature(Body.COMMISSION, "wang", "h1");
  private static final PlanSignature REGULATOR = new PlanSignature(Body.REGULATOR, "zhao", "h1");

  @Test
  void shouldBeSignedByThreePeopleOfThreeBodiesOnOneHash() {
    assertEquals(PlanStatus.DRAFT, plan(FINANCE, COMMISSION).status());
    assertTrue(plan(FINANCE, COMMISSION).maySign(REGULATOR).allowed());
    assertEquals(PlanStatus.SIGNED, plan(FINANCE, COMMISSION, REGULATOR).status());
  }

  @Test
  void shouldRefuseOnePersonSigningForTwoBodies() {
    assertRefused("13.plan-person", plan(FINANCE), new PlanSignature(Body.REGULATOR, "li", "h1"));
  }

  @Test
  void shouldRefuseASecondSignatureOfABody() {
    assertRefused("13.plan-body", plan(FINANCE), new PlanSignature(Body.FINANCE, "sun", "h1"));
  }

  @Test
  void shouldRefuseASignatureOnAStaleHash() {
    assertRefused("13.plan-hash", plan(), new PlanSignature(Body.FINANCE, "li", "h0"));
  }

  @Test
  void shouldRefuseTheSignatureOfWhoAskedForThePlan() {
    PlanStanding asked = new PlanStanding("h1", "zhao", false, List.of());
    assertRefused("13.plan-asker", asked, REGULATOR);
    assertTrue(asked.maySign(FINANCE).allowed());
  }

  @Test
  void shouldRefuseSignaturesOnAPlanThatIsSignedOrDiscarded() {
    PlanStanding discarded = new PlanStanding("h1", null, true, List.of(FINANCE, COMMISSION));
    assertEquals(PlanStatus.DISCARDED, discarded.status());
    assertRefused("13.plan-open", discarded, REGULATOR);
    assertFalse(plan(FINANCE, COMMISSION, REGULATOR).maySign(REGULATOR).allowed());
  }

  @Test
  void shouldNotCountSignaturesOnAnEarlierHash() {
    PlanStanding redrawn =
        new PlanStanding("h2", null, false, List.of(FINANCE, COMMISSION, REGULATOR));
    assertEquals(PlanStatus.DRAFT, redrawn.status());
  }

  @Test
  void shouldNeverNameAPersonInAFinding() {
    String all = plan(FINANCE).maySign(new PlanSignature(Body.REGULATOR, "li", "h1")).toString();
    assertFalse(all.matches("(?s).*\\bli\\b.*"), all);
  }

  private static PlanStanding plan(PlanSignature... signatures) {
    return new PlanStanding("h1", null, false, List.of(signatures));
  }

  private static void assertRefused(String rule, PlanStanding plan, PlanSignature next) {
    List<String> failed = plan.maySign(next).listNotMet().stream().map(Finding::rule).toList();
    assertEquals(List.of(rule), failed);
  }
}
