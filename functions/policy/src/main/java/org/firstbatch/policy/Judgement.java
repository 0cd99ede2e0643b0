package org.firstbatch.policy;

import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.policy.Deadline;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.PolicyFacts;
import org.firstbatch.measures.policy.PolicyRules;
import org.firstbatch.measures.policy.Subsidy;
import org.firstbatch.measures.scheme.Edition;

/**
 * What the law says of a policy.
 *
 * @param policy the policy
 * @param decision every finding
 * @param deadline the last day to insure, with reasons
 * @param subsidy what the city pays, with the numbers it follows from
 */
record Judgement(Policy policy, Decision decision, Deadline deadline, SubsidyView subsidy) {

  static Judgement of(PolicyFacts facts, Edition edition, RestDays restDays) {
    Subsidy subsidy = PolicyRules.subsidy(facts.policy(), edition);
    return new Judgement(
        facts.policy(),
        PolicyRules.decide(facts, edition, restDays),
        PolicyRules.deadline(facts, edition, restDays),
        SubsidyView.of(facts.policy(), edition, subsidy.amount(), subsidy.chargedToEnterprise()));
  }

  Verdict verdict() {
    return decision.verdict();
  }

  State state() {
    return switch (decision.verdict()) {
      case ALLOWED -> State.REGISTERED;
      case PENDING -> State.PENDING;
      case REFUSED -> State.REFUSED;
    };
  }

  /** The refusal, with every finding and what would have passed. */
  Problem refusal() {
    Finding first = decision.listNotMet().getFirst();
    int more = decision.listNotMet().size() - 1;
    String zh = more == 0 ? "" : "（另有 " + more + " 项）";
    String en = more == 0 ? "" : " (and " + more + " more)";
    return Problem.of(Problem.Kind.NOT_MET, first.sentence().zh() + zh, first.sentence().en() + en)
        .under(first.article())
        .with("decision", DecisionView.of(decision))
        .with("deadline", DeadlineView.of(deadline))
        .with("subsidy", subsidy);
  }
}
