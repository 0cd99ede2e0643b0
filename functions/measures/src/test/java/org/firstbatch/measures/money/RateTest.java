package org.firstbatch.measures.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({"2.8, 7, 250", "3, 3, 100", "0, 0, 1", "100, 1, 1", "0.000000001, 1, 100000000000"})
  void shouldReadPercentages(String percent, long numerator, long denominator) {
    assertEquals(Rate.of(numerator, denominator), Rate.ofPercent(percent));
    assertEquals(percent, Rate.ofPercent(percent).percent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2.", ".8", "2.8%", "-1", "1e2", "02", "2,8", "1.0000000001"})
  void shouldRefuseWhatIsNoPercentage(String text) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Rate.ofPercent(text));
    assertTrue(refused.toString().contains("2.8"));
  }

  @Test
  void shouldKeepLowestTerms() {
    assertEquals(Rate.of(1, 3), Rate.of(2, 6));
    assertEquals(Rate.of(0, 1), Rate.of(0, 7));
    assertEquals("1/3", Rate.of(2, 6).toString());
    assertThrows(IllegalArgumentException.class, () -> Rate.of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Rate.of(-1, 3));
  }

  @Test
  void shouldCompareExactlyWhereProductsOverflow() {
    Rate third = Rate.of(Long.MAX_VALUE / 3, Long.MAX_VALUE - 1);
    Rate more = Rate.of(Long.MAX_VALUE / 3, Long.MAX_VALUE - 2);
    assertTrue(more.isMoreThan(third));
    assertTrue(third.isAtMost(more));
    assertTrue(third.isAtMost(third));
  }

  @Test
  void shouldFindAPremiumOneFenAboveTheCeiling() {
    Rate ceiling = Rate.ofPercent("3");
    Money insured = Money.parse("3000000.00");
    assertTrue(Rate.ofParts(Money.parse("90000.00"), insured).isAtMost(ceiling));
    assertTrue(Rate.ofParts(Money.parse("90000.01"), insured).isMoreThan(ceiling));
  }

  @Test
  void shouldRoundAPercentageOnlyAsNamed() {
    Rate third = Rate.of(1, 3);
    assertThrows(ArithmeticException.class, third::percent);
    assertEquals("33.33", third.percent(2, RoundingMode.DOWN));
    assertEquals("33.34", third.percent(2, RoundingMode.UP));
  }
}
