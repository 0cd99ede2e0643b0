package org.firstbatch.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ClaimUpdate;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.PlanLine;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.money.Money;

/**
 * Where a policy stands in queue and plans. The act that asks is fenced first, so that the last
 * signature of a plan that lists the policy and a change of the policy cannot both happen.
 */
final class Standing {

  private final Optional<ClaimUpdate.Fenced> claim;
  private final List<PlanLine> signed;

  private Standing(Optional<ClaimUpdate.Fenced> claim, List<PlanLine> signed) {
    this.claim = claim;
    this.signed = signed;
  }

  /** Only what is in a queue, or was, can be in a plan. */
  static Standing of(Records records, Unit unit, String policy) {
    String scheme = unit.actor().scheme();
    Optional<ClaimUpdate.Fenced> claim =
        ClaimUpdate.find(records, scheme, policy).map(found -> found.fenced(unit));
    return new Standing(
        claim, claim.isEmpty() ? List.of() : Plans.listSignedLines(records, scheme, policy));
  }

  /** Its claim, when it was filed. */
  Optional<ClaimUpdate.Fenced> claim() {
    return claim;
  }

  /** Whether a signed plan lists it: then it is no longer corrected or withdrawn. */
  boolean isInSignedPlan() {
    return !signed.isEmpty();
  }

  /** What signed plans awarded it in all. */
  Money awarded() {
    return sum(signed.stream());
  }

  /** What signed plans of other years than that of its queue awarded it. */
  Money awardedOutside(int year) {
    return sum(signed.stream().filter(line -> line.year() != year));
  }

  private static Money sum(Stream<PlanLine> lines) {
    return lines.map(PlanLine::award).reduce(Money.ZERO, Money::plus);
  }

  /** Why it is no longer corrected or withdrawn. */
  Problem refusal() {
    PlanLine line = signed.getFirst();
    return Problem.conflict(
            "该保单已在 %d 年度第 %d 号已签署计划中，不能再更正或撤回；可办理批改或退保。".formatted(line.year(), line.place()),
            "This policy is in signed plan %d of %d and is no longer corrected or withdrawn; it can be endorsed or surrendered."
                .formatted(line.place(), line.year()))
        .under("第十三条");
  }
}
