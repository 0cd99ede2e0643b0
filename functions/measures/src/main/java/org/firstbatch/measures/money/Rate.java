package org.firstbatch.measures.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An exact, non-negative fraction in lowest terms, such as a premium rate.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
public record Rate(long numerator, long denominator) implements Comparable<Rate> {

  private static final Pattern PERCENT = Pattern.compile("(0|[1-9][0-9]{0,6})(\\.[0-9]{1,9})?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Rate {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException("not a rate: " + numerator + "/" + denominator);
    }
    long divisor = gcd(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  public static Rate of(long numerator, long denominator) {
    return new Rate(numerator, denominator);
  }

  /**
   * What {@code part} is of {@code whole}.
   *
   * @throws IllegalArgumentException if {@code whole} is zero
   */
  public static Rate ofParts(Money part, Money whole) {
    return new Rate(part.fen(), whole.fen());
  }

  /**
   * Reads a percentage such as {@code 2.8}: up to seven digits before and nine after the point.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static Rate ofPercent(String percent) {
    if (!PERCENT.matcher(percent).matches()) {
      throw new IllegalArgumentException(
          "费率“%s”应如 2.8 / rate \"%s\" should be a percentage such as 2.8"
              .formatted(percent, percent));
    }
    BigDecimal value = new BigDecimal(percent);
    long scale = BigInteger.TEN.pow(value.scale()).longValueExact();
    return new Rate(value.unscaledValue().longValueExact(), Math.multiplyExact(100L, scale));
  }

  public boolean isMoreThan(Rate other) {
    return compareTo(other) > 0;
  }

  public boolean isAtMost(Rate other) {
    return compareTo(other) <= 0;
  }

  /** Compares exactly, by cross multiplication. */
  @Override
  public int compareTo(Rate other) {
    return product(numerator, other.denominator).compareTo(product(other.numerator, denominator));
  }

  /**
   * The percentage in full, without trailing zeros: {@code 2.8}.
   *
   * @throws ArithmeticException if its decimals never end
   */
  public String percent() {
    return plain(hundredfold().divide(BigDecimal.valueOf(denominator)));
  }

  /** The percentage with so many decimals, rounded as the caller says. */
  public String percent(int decimals, RoundingMode rounding) {
    return hundredfold()
        .divide(BigDecimal.valueOf(denominator), decimals, rounding)
        .toPlainString();
  }

  private BigDecimal hundredfold() {
    return BigDecimal.valueOf(numerator).multiply(HUNDRED);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
