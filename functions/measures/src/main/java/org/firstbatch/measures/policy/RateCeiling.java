package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.DAYS;
import static org.firstbatch.measures.policy.PolicyFact.INSURED_AMOUNT;
import static org.firstbatch.measures.policy.PolicyFact.PREMIUM;
import static org.firstbatch.measures.policy.PolicyFact.PRODUCT_CLASS;
import static org.firstbatch.measures.policy.PolicyFact.SUBSIDISED_DAYS;

import java.math.BigInteger;
import java.util.List;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.Rate;
import org.firstbatch.measures.scheme.ProductClass;

/**
 * 第三条: the premium of the first year is at most 3% of the insured amount, 100·P·d ≤ 3·I·D; for
 * classes with negotiated terms there is no ceiling (第四条).
 */
public final class RateCeiling {
  private final PolicyFacts facts;
  private final Law law;

  RateCeiling(PolicyFacts facts, Law law) {
    this.facts = facts;
    this.law = law;
  }

  List<Finding> findings() {
    return List.of(rate());
  }

  /** The first year's share of the premium stays under the ceiling. */
  public Finding rate() {
    Grounds grounds = grounds();
    ProductClass productClass = facts.productClass();
    if (productClass.isNegotiated()) {
      return grounds.met(
          Text.of(
              "%s由双方协商条款，不适用费率上限".formatted(productClass.label()),
              "Terms of this class are negotiated; no ceiling applies"));
    }
    return facts.policy().sums().premium().isAtMost(highestPremium())
        ? grounds.met(Text.of("费率不超过上限", "The rate is within the ceiling"))
        : tooHigh(grounds);
  }

  /** The highest premium of the whole term that passes, ⌊3·I·D ÷ (100·d)⌋ fen. */
  public Money highestPremium() {
    Rate ceiling = law.rateCeiling().value();
    BigInteger highest =
        BigInteger.valueOf(ceiling.numerator())
            .multiply(BigInteger.valueOf(facts.policy().sums().insuredAmount().fen()))
            .multiply(BigInteger.valueOf(days()));
    return Money.ofFen(
        highest
            .divide(
                BigInteger.valueOf(ceiling.denominator())
                    .multiply(BigInteger.valueOf(countedDays())))
            .longValueExact());
  }

  private Finding tooHigh(Grounds grounds) {
    Money premium = facts.policy().sums().premium();
    Money highest = highestPremium();
    String ceiling = law.rateCeiling().value().percent();
    return grounds.notMet(
        Text.of(
            "保险费 %s 元超过投保额的 %s%%".formatted(premium.grouped(), ceiling),
            "A premium of CNY %s is more than %s%% of the insured amount"
                .formatted(premium.grouped(), ceiling)),
        Change.of(
            Text.of(
                "保险费不超过 %s 元即可".formatted(highest.grouped()),
                "A premium of CNY %s or less would pass".formatted(highest.grouped())),
            Step.of(PREMIUM, premium, highest)));
  }

  private Grounds grounds() {
    return Grounds.of("3.rate-ceiling", "第三条")
        .fact(PRODUCT_CLASS, facts.productClass().label())
        .fact(INSURED_AMOUNT, facts.policy().sums().insuredAmount())
        .fact(PREMIUM, facts.policy().sums().premium())
        .fact(DAYS, facts.policy().cover().days())
        .fact(SUBSIDISED_DAYS, countedDays())
        .parameter(law.rateCeiling().parameter())
        .parameter(law.subsidyTermYears().parameter())
        .parameter(law.subsidyTerm().parameter());
  }

  // A term that is no term has its own finding (5.term); here it counts as one day.
  private long days() {
    return Math.max(1, facts.policy().cover().days());
  }

  private long countedDays() {
    return Math.max(1, law.subsidisedDays(facts.policy().cover()));
  }
}
