package org.firstbatch.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Plans.State;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a fiscal year: signed ones in a chain, behind them at most one that is not.
 *
 * @param revision the year's input revision, read before the plans
 * @param plans by place, from 1
 */
record Chain(long revision, List<Stored<Plan>> plans) {

  /** Why a draft is void whose input changed. */
  static final String INPUT_CHANGED = "输入已变更 input changed";

  Chain {
    plans = List.copyOf(plans);
  }

  static Chain of(Records records, String scheme, int year) {
    long revision = records.counter(Claims.inputRevision(scheme, year));
    List<Stored<Plan>> plans = new ArrayList<>();
    records.forEach(
        RecordQuery.prefixed(Table.PLANS, Plans.partition(scheme, year), "plan!"),
        record -> plans.add(Plans.PLAN.read(record)));
    return new Chain(revision, plans);
  }

  /** The last signed plan; empty for none. */
  Optional<Plan> lastSigned() {
    return plans.stream()
        .map(Stored::value)
        .filter(plan -> plan.state().isSigned())
        .reduce((_, later) -> later);
  }

  /** The place that the next plan takes. */
  int nextPlace() {
    return lastSigned().map(Plan::place).orElse(0) + 1;
  }

  /** What stands at the place that the next plan takes: null, or a plan that was never signed. */
  @Nullable Stored<Plan> atNextPlace() {
    int next = nextPlace();
    return next <= plans.size() ? plans.get(next - 1) : null;
  }

  /** A draft whose input still stands; null for none. */
  @Nullable Stored<Plan> open() {
    Stored<Plan> last = atNextPlace();
    return last != null && state(last.value()) == State.DRAFT ? last : null;
  }

  /** A draft whose input no longer stands, not yet recorded as discarded; null for none. */
  @Nullable Stored<Plan> voided() {
    Stored<Plan> last = atNextPlace();
    return last != null && last.value().state() == State.DRAFT && open() == null ? last : null;
  }

  /** Where a plan really is: a draft whose input changed counts as discarded for every reader. */
  State state(Plan plan) {
    boolean isVoid = plan.state() == State.DRAFT && plan.inputRevision() != revision;
    return isVoid ? State.DISCARDED : plan.state();
  }

  /** Why a plan is discarded; null for any other. */
  @Nullable String ground(Plan plan) {
    boolean isVoid = plan.state() == State.DRAFT && plan.inputRevision() != revision;
    return isVoid ? INPUT_CHANGED : plan.ground();
  }

  Optional<Stored<Plan>> find(int place) {
    return place >= 1 && place <= plans.size()
        ? Optional.of(plans.get(place - 1))
        : Optional.empty();
  }

  /** No plan of the year may open, change or be signed between reading and writing. */
  void standOn(Unit unit, int year) {
    Stored<Plan> next = atNextPlace();
    if (next == null) {
      unit.relyAbsent(Plans.key(unit.actor().scheme(), year, nextPlace()));
    } else {
      unit.rely(next);
    }
  }

  /** What the signed plans award in all. */
  Money awarded() {
    return plans.stream()
        .map(Stored::value)
        .filter(plan -> plan.state().isSigned())
        .map(Plan::awarded)
        .reduce(Money.ZERO, Money::plus);
  }
}
