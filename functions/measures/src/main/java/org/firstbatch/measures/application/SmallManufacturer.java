package org.firstbatch.measures.application;

import static org.firstbatch.measures.application.ApplicationFact.MANUFACTURER;
import static org.firstbatch.measures.application.ApplicationFact.REVENUE;
import static org.firstbatch.measures.application.ApplicationFact.STAFF;

import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.scheme.Condition;

/**
 * 第八条: the applicant is a small or medium manufacturer. By the national size standard industry is
 * small or medium below 1,000 staff or below CNY 400 million of revenue: either is enough.
 */
public final class SmallManufacturer {
  private final ApplicationFacts facts;
  private final Law law;
  private final Statements statements;

  SmallManufacturer(ApplicationFacts facts, Law law) {
    this.facts = facts;
    this.law = law;
    this.statements = new Statements(facts);
  }

  List<Finding> findings() {
    return List.of(manufacturer(), size());
  }

  /** The applicant manufactures. */
  public Finding manufacturer() {
    return statements.flagFinding(
        "8.manufacturer",
        MANUFACTURER,
        true,
        Text.of("为生产制造工业企业", "The applicant is a manufacturer"),
        Text.of("不是生产制造工业企业", "The applicant is not a manufacturer"));
  }

  /** Staff or revenue stays below its limit on the day of submission. */
  public Finding size() {
    Optional<Integer> staff = facts.count(STAFF);
    Optional<Money> revenue = facts.amount(REVENUE);
    if (staff.filter(this::isBelow).isPresent() || revenue.filter(this::isBelow).isPresent()) {
      return grounds().met(Text.of("符合中小工业企业划型标准", "Small or medium by the national standard"));
    }
    if (staff.isPresent() && revenue.isPresent()) {
      return tooLarge(staff.get(), revenue.get());
    }
    return grounds().undetermined(missing(staff, revenue));
  }

  private boolean isBelow(int staff) {
    return staff < law.sizeStaffBelow().value();
  }

  private boolean isBelow(Money revenue) {
    return law.sizeRevenueBelow().value().isMoreThan(revenue);
  }

  private Finding tooLarge(int staff, Money revenue) {
    int staffBelow = law.sizeStaffBelow().value();
    Money revenueBelow = law.sizeRevenueBelow().value();
    return grounds()
        .notMet(
            Text.of(
                "从业人员 %d 人且营业收入 %s 元，均达到大型企业标准".formatted(staff, revenue.grouped()),
                "%d staff and CNY %s of revenue: large by both"
                    .formatted(staff, revenue.grouped())),
            Change.of(
                Text.of(
                    "从业人员少于 %d 人或营业收入低于 %s 元方可".formatted(staffBelow, revenueBelow.grouped()),
                    "Fewer than %d staff or less than CNY %s would pass"
                        .formatted(staffBelow, revenueBelow.grouped())),
                nearest(staff, revenue)));
  }

  /** The step to the limit that is exceeded by the smaller share of itself. */
  private Step nearest(int staff, Money revenue) {
    Money limit = law.sizeRevenueBelow().value();
    int staffLimit = law.sizeStaffBelow().value();
    boolean staffIsNearer = limit.mulDivFloor(staff, staffLimit).isAtMost(revenue);
    return staffIsNearer
        ? Step.of(STAFF, staff, staffLimit - 1)
        : Step.of(REVENUE, revenue, Money.ofFen(limit.fen() - 1));
  }

  private static Text missing(Optional<Integer> staff, Optional<Money> revenue) {
    if (staff.isPresent()) {
      return Statements.missing(REVENUE);
    }
    return revenue.isPresent() ? Statements.missing(STAFF) : Statements.missing(STAFF, REVENUE);
  }

  private Grounds grounds() {
    return statements
        .grounds("8.size", Condition.SIZE, STAFF, REVENUE)
        .parameter(law.sizeStaffBelow().parameter())
        .parameter(law.sizeRevenueBelow().parameter());
  }
}
