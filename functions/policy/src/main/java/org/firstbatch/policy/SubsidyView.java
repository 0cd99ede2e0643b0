package org.firstbatch.policy;

import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.Rate;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Options.DiscountBase;

/**
 * The subsidy as it is answered, with the numbers by which anybody can compute it again (第七条).
 *
 * @param amount what the city pays for the policy, before cap and budget
 * @param charged what the insurer charges the enterprise at signing: premium less subsidy
 * @param insuredAmount I
 * @param premium P
 * @param days D, the days of the whole term
 * @param subsidisedDays d, those of the subsidised term
 * @param otherSubsidy O
 * @param formula the formula with these numbers in it, amounts in fen
 */
record SubsidyView(
    Money amount,
    Money charged,
    Money insuredAmount,
    Money premium,
    long days,
    long subsidisedDays,
    Money otherSubsidy,
    Text formula) {

  static SubsidyView of(Policy policy, Edition edition, Money amount, Money charged) {
    Law law = Law.of(policy, edition);
    Sums sums = policy.sums();
    return new SubsidyView(
        amount,
        charged,
        sums.insuredAmount(),
        sums.premium(),
        policy.cover().days(),
        law.subsidisedDays(policy.cover()),
        sums.otherSubsidy(),
        formula(policy, law));
  }

  private static Text formula(Policy policy, Law law) {
    String exact = policy.cover().days() < 1 ? "0" : floor(policy, law);
    long room = policy.sums().premium().minusButAtLeastZero(policy.sums().otherSubsidy()).fen();
    return switch (law.otherSubsidy().value()) {
      case NO_EFFECT -> Text.of(exact + " 分", exact + " fen");
      case CAPPED_AT_PREMIUM, REFUSED ->
          Text.of(
              "%s 分，至多 max(0, P − O) = %d 分".formatted(exact, room),
              "%s fen, at most max(0, P − O) = %d fen".formatted(exact, room));
    };
  }

  private static String floor(Policy policy, Law law) {
    Rate rate = law.discount().value();
    long days = policy.cover().days();
    long counted = law.subsidisedDays(policy.cover());
    long insured = policy.sums().insuredAmount().fen();
    long premium = policy.sums().premium().fen();
    return law.discountBase().value() == DiscountBase.PREMIUM
        ? "⌊%d·%d·%d ÷ (%d·%d)⌋"
            .formatted(rate.numerator(), premium, counted, rate.denominator(), days)
        : "⌊min(%d·%d·%d, %d·%d·%d) ÷ (%d·%d)⌋"
            .formatted(
                rate.numerator(),
                insured,
                days,
                rate.denominator(),
                premium,
                counted,
                rate.denominator(),
                days);
  }
}
