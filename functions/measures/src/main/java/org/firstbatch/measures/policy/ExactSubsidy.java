package org.firstbatch.measures.policy;

import java.math.BigInteger;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.Rate;
import org.firstbatch.measures.scheme.Options.DiscountBase;

/**
 * 第七条: the discount of one policy before it is rounded, a fraction of fen.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
record ExactSubsidy(BigInteger numerator, BigInteger denominator) {
  static final ExactSubsidy NONE = new ExactSubsidy(BigInteger.ZERO, BigInteger.ONE);

  /**
   * min(I·D, 100·P·d) ÷ (100·D), or P·d ÷ (100·D) where the discount is on the premium.
   *
   * @param days D, 1 or more
   * @param subsidisedDays d, 1 to D
   */
  static ExactSubsidy of(
      Money insuredAmount,
      Money premium,
      long days,
      long subsidisedDays,
      Rate discount,
      DiscountBase base) {
    BigInteger ofAmount = product(discount.numerator(), insuredAmount.fen(), days);
    BigInteger numerator =
        switch (base) {
          case INSURED_AMOUNT ->
              ofAmount.min(product(discount.denominator(), premium.fen(), subsidisedDays));
          case PREMIUM -> product(discount.numerator(), premium.fen(), subsidisedDays);
        };
    return new ExactSubsidy(numerator, product(discount.denominator(), days, 1));
  }

  static ExactSubsidy of(Money amount) {
    return new ExactSubsidy(BigInteger.valueOf(amount.fen()), BigInteger.ONE);
  }

  /** The share of some days in all subsidised days. */
  ExactSubsidy forDays(long some, long all) {
    return new ExactSubsidy(
        numerator.multiply(BigInteger.valueOf(some)),
        denominator.multiply(BigInteger.valueOf(all)));
  }

  ExactSubsidy plus(ExactSubsidy other) {
    return new ExactSubsidy(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  ExactSubsidy min(ExactSubsidy other) {
    BigInteger own = numerator.multiply(other.denominator);
    return own.compareTo(other.numerator.multiply(denominator)) <= 0 ? this : other;
  }

  /** The only rounding: down to the fen. */
  Money floor() {
    return Money.ofFen(numerator.divide(denominator).longValueExact());
  }

  private static BigInteger product(long a, long b, long c) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).multiply(BigInteger.valueOf(c));
  }
}
