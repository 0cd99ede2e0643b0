package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.DAYS;
import static org.firstbatch.measures.policy.PolicyFact.INSURED_AMOUNT;
import static org.firstbatch.measures.policy.PolicyFact.OTHER_SUBSIDY;
import static org.firstbatch.measures.policy.PolicyFact.PAID_BY_ENTERPRISE;
import static org.firstbatch.measures.policy.PolicyFact.PREMIUM;
import static org.firstbatch.measures.policy.PolicyFact.SUBSIDISED_DAYS;
import static org.firstbatch.measures.policy.PolicyFact.SUBSIDY;

import java.util.List;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.scheme.Options.OtherSubsidy;

/**
 * 第七条: the enterprise is given one percentage point of discount for one year, which the city pays
 * to the insurer: ⌊min(I·D, 100·P·d) ÷ (100·D)⌋, and with other public subsidies never above the
 * premium.
 */
public final class Subsidy {
  private static final String ARTICLE = "第七条";

  private final Policy policy;
  private final Law law;

  Subsidy(Policy policy, Law law) {
    this.policy = policy;
    this.law = law;
  }

  List<Finding> findings() {
    return List.of(amountFinding(), otherSubsidy(), discountGiven());
  }

  /** The subsidy of this policy, before any budget or cap; rounded once, down to the fen. */
  public Money amount() {
    Money full = beforeOtherSubsidies();
    return law.otherSubsidy().value() == OtherSubsidy.NO_EFFECT
        ? full
        : full.min(roomBelowPremium());
  }

  /** What the insurer charges the enterprise when the contract is signed: premium − subsidy. */
  public Money chargedToEnterprise() {
    return policy.sums().premium().minus(amount());
  }

  /**
   * What the enterprise still owes the insurer when the awards stay below the discount: nothing, or
   * the rest where question 14 lets the enterprise bear it.
   *
   * @param awarded what signed plans awarded in all
   */
  public Money owedByEnterprise(Money awarded) {
    return switch (law.shortfall().value()) {
      case INSURER_BEARS -> Money.ZERO;
      case ENTERPRISE_BEARS -> amount().minusButAtLeastZero(awarded);
    };
  }

  /** How the amount comes about; always met. */
  public Finding amountFinding() {
    Sums sums = policy.sums();
    Money amount = amount();
    return Grounds.of("7.subsidy", ARTICLE)
        .fact(INSURED_AMOUNT, sums.insuredAmount())
        .fact(PREMIUM, sums.premium())
        .fact(DAYS, policy.cover().days())
        .fact(SUBSIDISED_DAYS, law.subsidisedDays(policy.cover()))
        .fact(OTHER_SUBSIDY, sums.otherSubsidy())
        .fact(SUBSIDY, amount)
        .parameter(law.discount().parameter())
        .parameter(law.subsidyTermYears().parameter())
        .parameter(law.discountBase().parameter())
        .parameter(law.subsidyTerm().parameter())
        .parameter(law.otherSubsidy().parameter())
        .met(
            Text.of(
                "补贴 %s 元".formatted(amount.grouped()), "The subsidy is CNY " + amount.grouped()));
  }

  /** Another public subsidy does not rule this one out, unless question 11 says so. */
  public Finding otherSubsidy() {
    Money other = policy.sums().otherSubsidy();
    Grounds grounds =
        Grounds.of("7.other-subsidy", ARTICLE)
            .fact(OTHER_SUBSIDY, other)
            .parameter(law.otherSubsidy().parameter());
    if (law.otherSubsidy().value() != OtherSubsidy.REFUSED || other.isZero()) {
      return grounds.met(
          Text.of("其他财政补贴不妨碍本补贴", "Other public subsidies do not rule this one out"));
    }
    return grounds.notMet(
        Text.of(
            "该保单已获其他财政补贴 %s 元".formatted(other.grouped()),
            "The policy already receives CNY %s of another public subsidy"
                .formatted(other.grouped())),
        Change.of(
            Text.of("无其他财政补贴方可", "It would pass without another public subsidy"),
            Step.of(OTHER_SUBSIDY, other, Money.ZERO)));
  }

  /** The enterprise was charged the premium less the subsidy, if the sheet says what it paid. */
  public Finding discountGiven() {
    Money right = chargedToEnterprise();
    Money paid = policy.sums().paidByEnterprise();
    Grounds grounds =
        Grounds.of("7.discount", ARTICLE)
            .fact(PREMIUM, policy.sums().premium())
            .fact(SUBSIDY, amount());
    if (paid == null || paid.equals(right)) {
      return grounds.met(
          Text.of(
              "企业应缴 %s 元".formatted(right.grouped()),
              "The enterprise is charged CNY " + right.grouped()));
    }
    return grounds
        .fact(PAID_BY_ENTERPRISE, paid)
        .notMet(
            Text.of(
                "企业实缴 %s 元，扣除补贴后应为 %s 元".formatted(paid.grouped(), right.grouped()),
                "The enterprise paid CNY %s; premium less subsidy is CNY %s"
                    .formatted(paid.grouped(), right.grouped())),
            Change.of(
                Text.of(
                    "应缴 %s 元".formatted(right.grouped()),
                    "CNY %s would pass".formatted(right.grouped())),
                Step.of(PAID_BY_ENTERPRISE, paid, right)));
  }

  private Money beforeOtherSubsidies() {
    return policy.cover().days() < 1
        ? Money.ZERO
        : law.exactSubsidy(policy.cover(), policy.sums()).floor();
  }

  private Money roomBelowPremium() {
    return policy.sums().premium().minusButAtLeastZero(policy.sums().otherSubsidy());
  }
}
