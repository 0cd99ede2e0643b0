package org.firstbatch.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Plans.PlanLine;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a policy's claim stands in plans. A plan that lists it and is not signed is relied on, so
 * that its last signature and a change of the policy cannot both happen.
 */
final class Standing {

  private final List<PlanLine> signed;
  private final List<Stored<Plan>> open;

  private Standing(List<PlanLine> signed, List<Stored<Plan>> open) {
    this.signed = signed;
    this.open = open;
  }

  static Standing of(Records records, String scheme, String claim) {
    List<PlanLine> lines = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.PLAN_LINES, RecordKey.join(scheme, "claim", claim)),
        record -> lines.add(Plans.LINE.read(record).value()));
    return lines.isEmpty() ? new Standing(List.of(), List.of()) : of(records, scheme, lines);
  }

  private static Standing of(Records records, String scheme, List<PlanLine> lines) {
    Map<RecordKey, Stored<Plan>> plans = new LinkedHashMap<>();
    records
        .findAll(lines.stream().map(line -> planKey(scheme, line)).distinct().toList())
        .forEach((key, record) -> plans.put(key, Plans.PLAN.read(record)));
    List<PlanLine> signed =
        lines.stream().filter(line -> isSigned(plans.get(planKey(scheme, line)), line)).toList();
    List<Stored<Plan>> open =
        plans.values().stream().filter(plan -> !plan.value().state().isSigned()).toList();
    return new Standing(signed, open);
  }

  private static boolean isSigned(@Nullable Stored<Plan> plan, PlanLine line) {
    return plan != null && plan.value().state().isSigned() && plan.value().run().equals(line.run());
  }

  private static RecordKey planKey(String scheme, PlanLine line) {
    return Plans.key(scheme, line.year(), line.place());
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

  void rely(Unit unit) {
    open.forEach(unit::rely);
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
