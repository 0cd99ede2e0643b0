package org.firstbatch.measures.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  private static final long SEED = 20250701L;

  @ParameterizedTest
  @CsvSource({
    "0, 0.00, 0.00",
    "5, 0.05, 0.05",
    "99, 0.99, 0.99",
    "100, 1.00, 1.00",
    "99999, 999.99, 999.99",
    "100000, 1000.00, '1,000.00'",
    "420000000, 4200000.00, '4,200,000.00'",
    "1000000000000000, 10000000000000.00, '10,000,000,000,000.00'"
  })
  void shouldWriteYuanWithTwoDecimals(long fen, String plain, String grouped) {
    assertEquals(plain, Money.ofFen(fen).toString());
    assertEquals(grouped, Money.ofFen(fen).grouped());
  }

  @Test
  void shouldNeverBeNegative() {
    assertThrows(IllegalArgumentException.class, () -> Money.ofFen(-1));
    assertThrows(ArithmeticException.class, () -> Money.ofFen(1).minus(Money.ofFen(2)));
    assertEquals(Money.ZERO, Money.ofFen(1).minusButAtLeastZero(Money.ofFen(2)));
    assertEquals(Money.ofFen(1), Money.ofFen(3).minusButAtLeastZero(Money.ofFen(2)));
  }

  @Test
  void shouldRefuseWhatDoesNotFit() {
    Money largest = Money.ofFen(Long.MAX_VALUE);
    assertThrows(ArithmeticException.class, () -> largest.plus(Money.ofFen(1)));
    assertThrows(ArithmeticException.class, () -> largest.times(2));
    assertThrows(ArithmeticException.class, () -> largest.mulDivFloor(2, 1));
    assertThrows(ArithmeticException.class, () -> Money.ofYuan(Long.MAX_VALUE));
  }

  @Test
  void shouldCompareAmounts() {
    Money less = Money.ofYuan(1);
    Money more = Money.ofYuan(2);
    assertEquals(less, less.min(more));
    assertEquals(less, more.min(less));
    assertEquals(more, less.max(more));
    assertTrue(more.isMoreThan(less));
    assertFalse(less.isMoreThan(less));
    assertTrue(less.isAtMost(less));
    assertTrue(less.compareTo(more) < 0);
    assertTrue(Money.ZERO.isZero());
  }

  @Test
  void shouldRoundASubsidyDownToTheFen() {
    assertEquals(Money.parse("0.33"), Money.parse("33.99").timesFloor(Rate.ofPercent("1")));
    assertEquals(Money.parse("42000.00"), Money.parse("4200000").timesFloor(Rate.ofPercent("1")));
    assertEquals(Money.ofFen(33), Money.ofFen(100).mulDivFloor(1, 3));
    assertThrows(IllegalArgumentException.class, () -> Money.ofFen(1).mulDivFloor(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Money.ofFen(1).mulDivFloor(-1, 1));
  }

  @Test
  void shouldMultiplyAndDivideAsBigIntegersDo() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      long fen = random.nextLong() >>> (1 + random.nextInt(62));
      long numerator = random.nextLong() >>> (1 + random.nextInt(62));
      long denominator = 1 + (random.nextLong() >>> (2 + random.nextInt(61)));
      BigInteger exact =
          BigInteger.valueOf(fen)
              .multiply(BigInteger.valueOf(numerator))
              .divide(BigInteger.valueOf(denominator));
      String where = "seed " + SEED + ": " + fen + " × " + numerator + " ÷ " + denominator;
      if (exact.bitLength() < 64) {
        Money actual = Money.ofFen(fen).mulDivFloor(numerator, denominator);
        assertEquals(exact.longValueExact(), actual.fen(), where);
      } else {
        assertThrows(
            ArithmeticException.class,
            () -> Money.ofFen(fen).mulDivFloor(numerator, denominator),
            where);
      }
    }
  }
}
