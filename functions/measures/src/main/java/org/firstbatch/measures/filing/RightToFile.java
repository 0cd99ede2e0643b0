package org.firstbatch.measures.filing;

import static org.firstbatch.measures.filing.FilingFact.ARRIVED;
import static org.firstbatch.measures.filing.FilingFact.IN_SIGNED_PLAN;
import static org.firstbatch.measures.filing.FilingFact.POLICY_VERDICT;
import static org.firstbatch.measures.policy.PolicyFact.BARRED;
import static org.firstbatch.measures.policy.PolicyFact.INSURER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord.Bar;

/**
 * 第十三条, 第十五条（二）: an insurer that was not barred after fraud files policies that the rules allow,
 * and changes no row that a signed plan holds.
 */
public final class RightToFile {
  private final FilingFacts facts;

  RightToFile(FilingFacts facts) {
    this.facts = facts;
  }

  List<Finding> findings() {
    return List.of(policyAllowed(), notInSignedPlan(), notBarred());
  }

  /** The policy passes its own rules; one that the calendar leaves open may be filed. */
  public Finding policyAllowed() {
    Grounds grounds = Grounds.of("13.policy", "第十三条").fact(POLICY_VERDICT, facts.policyVerdict());
    return switch (facts.policyVerdict()) {
      case ALLOWED -> grounds.met(Text.of("保单符合规定", "The policy passes its rules"));
      case PENDING ->
          grounds.undetermined(
              Text.of("保单待日历公布后确定", "The policy is undetermined until the calendar is known"));
      case REFUSED ->
          grounds.notMet(
              Text.of("保单不符合规定", "The rules refuse the policy"),
              Change.of(Text.of("按保单审查意见更正", "Correct what the policy's findings name")));
    };
  }

  /** No signed plan holds the claim. */
  public Finding notInSignedPlan() {
    Grounds grounds =
        Grounds.of("13.signed-plan", "第十三条").fact(IN_SIGNED_PLAN, facts.inSignedPlan());
    return facts.inSignedPlan()
        ? grounds.notMet(
            Text.of("该保单已列入签署的补贴计划", "A signed plan already holds this policy"),
            Change.of(Text.of("不得再次申报或更正", "It cannot be filed again or corrected")))
        : grounds.met(Text.of("未列入签署的补贴计划", "No signed plan holds this policy"));
  }

  /** The insurer has the right to file on the day of arrival. */
  public Finding notBarred() {
    LocalDate arrived = Shanghai.dayOf(facts.arrived());
    Grounds grounds =
        Grounds.of("15.bar", "第十五条（二）")
            .fact(INSURER, facts.insurer().key())
            .fact(ARRIVED, Shanghai.format(facts.arrived()));
    Optional<Bar> bar = facts.insurer().findBar(arrived);
    return bar.isEmpty()
        ? grounds.met(Text.of("机构有申报资格", "The insurer has the right to file"))
        : barred(grounds, arrived, bar.get());
  }

  private static Finding barred(Grounds grounds, LocalDate arrived, Bar bar) {
    LocalDate last = bar.from().minusDays(1);
    Text reason = bar.reason();
    return grounds
        .fact(BARRED, bar.from())
        .notMet(
            Text.of("机构已被取消申报资格：" + reason.zh(), "Barred from filing: " + reason.en()),
            Change.of(
                Text.of(
                    "取消资格前（%s 及以前）到达方可".formatted(last),
                    "Arriving by %s it would pass".formatted(last)),
                Step.of(ARRIVED, arrived, last)));
  }
}
