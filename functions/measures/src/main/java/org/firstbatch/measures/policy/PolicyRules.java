package org.firstbatch.measures.policy;

import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.scheme.Edition;

/**
 * Every rule on a policy, in the order of the articles; none is left out because another failed.
 */
public final class PolicyRules {
  private PolicyRules() {}

  /**
   * Decides on a policy: allowed (REGISTERED), pending (the calendar leaves it open) or refused.
   *
   * @param edition the scheme's edition; its values of the signing day count
   * @param restDays the official calendar as far as it is known
   */
  public static Decision decide(PolicyFacts facts, Edition edition, RestDays restDays) {
    Policy policy = facts.policy();
    Law law = Law.of(policy, edition);
    Stream<List<Finding>> findings =
        Stream.of(
            new FirstBatch(facts, law).findings(),
            new RateCeiling(facts, law).findings(),
            new FiledClause(facts).findings(),
            new Coverage(facts).findings(),
            new NegotiatedTerms(facts).findings(),
            new SignedContract(policy).findings(),
            new Certified(facts).findings(),
            new Subsidy(policy, law).findings(),
            new InsuringWindow(facts, law, restDays).findings(),
            new SelectedInsurer(facts).findings(),
            new SchemeTerm(policy, law).findings());
    return new Decision(findings.flatMap(List::stream).toList());
  }

  /** The subsidy and what the enterprise is charged, of a policy whatever the rules say of it. */
  public static Subsidy subsidy(Policy policy, Edition edition) {
    return new Subsidy(policy, Law.of(policy, edition));
  }

  /** The last day to insure, with why. */
  public static Deadline deadline(PolicyFacts facts, Edition edition, RestDays restDays) {
    Policy policy = facts.policy();
    return Deadline.of(
        policy.supplyContract().signed(),
        policy.batch().lastDelivered(),
        facts.onRecord().certificate(),
        Law.of(policy, edition),
        restDays);
  }
}
