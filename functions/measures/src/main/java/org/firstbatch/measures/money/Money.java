package org.firstbatch.measures.money;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * An amount of money in whole fen (1/100 yuan), never negative. Arithmetic is exact: what does not
 * fit is an {@link ArithmeticException}, and an operation that rounds names its rounding.
 *
 * @param fen the amount, 0 or more
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  /** The largest amount accepted from outside: 10^15 fen, ten trillion yuan. */
  public static final Money MAX = new Money(1_000_000_000_000_000L);

  private static final Comparator<Money> BY_FEN = Comparator.comparingLong(Money::fen);

  public Money {
    if (fen < 0) {
      throw new IllegalArgumentException("an amount is 0 fen or more, not " + fen);
    }
  }

  public static Money ofFen(long fen) {
    return new Money(fen);
  }

  /** Whole yuan. */
  public static Money ofYuan(long yuan) {
    return new Money(Math.multiplyExact(yuan, 100L));
  }

  /**
   * Reads decimal yuan as machines write it: {@code 4200000}, {@code 4200000.5}, {@code
   * 4200000.00}; 0 to 10^15 fen, at most two decimals, no sign, exponent or grouping.
   *
   * @throws MoneyFormatException naming the first character that is wrong and what would be right
   */
  public static Money parse(String text) {
    return AmountParser.strict(text);
  }

  /**
   * Reads an amount as people type it into sheets: full-width digits, thousands separators, a
   * leading ¥, a trailing 元 or 万元; zeros beyond the fen are accepted, other digits are not.
   *
   * @throws MoneyFormatException naming the first character that is wrong and what would be right
   */
  public static Money parseLenient(String text) {
    return parseLenient(text, AmountUnit.YUAN);
  }

  /**
   * As {@link #parseLenient(String)}, for a column whose heading names the unit; a unit written
   * beside the figure itself wins over the heading.
   */
  public static Money parseLenient(String text, AmountUnit columnUnit) {
    return AmountParser.lenient(text, columnUnit);
  }

  /**
   * The inverse of {@link #inChinese()}; accepts exactly what that writes.
   *
   * @throws MoneyFormatException if the text is not a 大写 amount in that form
   */
  public static Money parseChinese(String text) {
    return ChineseAmount.parse(text);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  /**
   * @throws ArithmeticException if {@code other} is larger
   */
  public Money minus(Money other) {
    if (other.fen > fen) {
      throw new ArithmeticException(this + " minus " + other + " is below zero");
    }
    return new Money(fen - other.fen);
  }

  /** The difference, or zero where {@code other} is larger. */
  public Money minusButAtLeastZero(Money other) {
    return other.fen > fen ? ZERO : minus(other);
  }

  /** {@code fen × factor}, exactly. */
  public Money times(long factor) {
    return new Money(Math.multiplyExact(fen, factor));
  }

  /**
   * ⌊ fen × numerator ÷ denominator ⌋, without overflow in between.
   *
   * @param numerator 0 or more
   * @param denominator 1 or more
   */
  public Money mulDivFloor(long numerator, long denominator) {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
    }
    if (Math.multiplyHigh(fen, numerator) == 0 && fen * numerator >= 0) {
      return new Money(fen * numerator / denominator);
    }
    BigInteger product = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(numerator));
    return new Money(product.divide(BigInteger.valueOf(denominator)).longValueExact());
  }

  /** The share of this amount that {@code rate} gives, rounded down to the fen. */
  public Money timesFloor(Rate rate) {
    return mulDivFloor(rate.numerator(), rate.denominator());
  }

  public Money min(Money other) {
    return fen <= other.fen ? this : other;
  }

  public Money max(Money other) {
    return fen >= other.fen ? this : other;
  }

  public boolean isZero() {
    return fen == 0;
  }

  public boolean isMoreThan(Money other) {
    return fen > other.fen;
  }

  public boolean isAtMost(Money other) {
    return fen <= other.fen;
  }

  @Override
  public int compareTo(Money other) {
    return BY_FEN.compare(this, other);
  }

  /** {@code 4,200,000.00}. */
  public String grouped() {
    StringBuilder text = new StringBuilder(toString());
    for (int i = text.length() - 6; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /**
   * 大写 as the rules on filling in bills write it: {@code 肆佰贰拾万元整}.
   *
   * @throws ArithmeticException above {@link #MAX}
   */
  public String inChinese() {
    return ChineseAmount.format(this);
  }

  /** Decimal yuan with two decimals: {@code 4200000.00}; {@link #parse} reads it back. */
  @Override
  public String toString() {
    long rest = fen % 100;
    return fen / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
