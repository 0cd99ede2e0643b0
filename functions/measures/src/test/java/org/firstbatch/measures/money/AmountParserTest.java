package org.firstbatch.measures.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.firstbatch.measures.money.MoneyFormatException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountParserTest {

  private static final long SEED = 7L;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.00, 0",
    "0.5, 50",
    "0.05, 5",
    "4200000, 420000000",
    "4200000.5, 420000050",
    "4200000.05, 420000005",
    "10000000000000.00, 1000000000000000"
  })
  void shouldReadDecimalYuan(String text, long fen) {
    assertEquals(fen, Money.parse(text).fen());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, EMPTY",
    "-1, 0, SIGN",
    "+1, 0, SIGN",
    "1e6, 1, EXPONENT",
    "'4,200', 1, GROUPING",
    "' 1', 0, GROUPING",
    "007, 0, LEADING_ZERO",
    "00, 0, LEADING_ZERO",
    ".5, 0, NOT_A_DIGIT",
    "5., 2, NOT_A_DIGIT",
    "5.., 2, NOT_A_DIGIT",
    "4２, 1, NOT_A_DIGIT",
    "1元, 1, NOT_A_DIGIT",
    "0x10, 1, NOT_A_DIGIT",
    "NaN, 0, NOT_A_DIGIT",
    "1.234, 4, TOO_MANY_DECIMALS",
    "1.000, 4, TOO_MANY_DECIMALS",
    "1.23x, 4, NOT_A_DIGIT",
    "10000000000000.01, 0, TOO_LARGE",
    "99999999999999999999999999, 16, TOO_LARGE"
  })
  void shouldSayWhatIsWrongAndWhere(String text, int index, Problem problem) {
    var broken = assertThrows(MoneyFormatException.class, () -> Money.parse(text));
    assertEquals(problem, broken.problem(), broken.getMessage());
    assertEquals(index, broken.index(), broken.getMessage());
    assertEquals(text, broken.text());
    assertTrue(broken.toString().contains(broken.zh()));
    assertTrue(broken.toString().contains(broken.en()));
  }

  @ParameterizedTest
  @CsvSource({
    "4200000, 420000000",
    "'4,200,000.00', 420000000",
    "'４，２００，０００．００', 420000000",
    "'￥4,200,000', 420000000",
    "'¥ 4200000.00 元', 420000000",
    "420万元, 420000000",
    "420.5万元, 420500000",
    "420.123456万元, 420123456",
    "'　420 万元　', 420000000",
    "4200000.000, 420000000",
    "0, 0",
    "999, 99900"
  })
  void shouldReadAmountsAsPeopleTypeThem(String text, long fen) {
    assertEquals(fen, Money.parseLenient(text).fen());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, EMPTY",
    "'  ', 2, EMPTY",
    "元, 0, EMPTY",
    "¥, 1, EMPTY",
    "'1,23', 0, GROUPING",
    "'1234,567', 0, GROUPING",
    "'12,34,567', 1, GROUPING",
    "',123', 0, GROUPING",
    "'1,234,', 1, GROUPING",
    "'1,234.5,6', 7, GROUPING",
    "－5, 0, SIGN",
    "4.2E6, 3, EXPONENT",
    "1.234, 4, TOO_MANY_DECIMALS",
    "1.2345678万元, 8, TOO_MANY_DECIMALS",
    "1.23元整, 4, NOT_A_DIGIT",
    "10000000001万元, 0, TOO_LARGE"
  })
  void shouldRefuseWhatNobodyCanBeSureOf(String text, int index, Problem problem) {
    var broken = assertThrows(MoneyFormatException.class, () -> Money.parseLenient(text));
    assertEquals(problem, broken.problem(), broken.getMessage());
    assertEquals(index, broken.index(), broken.getMessage());
  }

  @Test
  void shouldTakeTheUnitFromTheHeadingUnlessTheFigureHasItsOwn() {
    assertEquals(Money.ofYuan(4_200_000), Money.parseLenient("420", AmountUnit.WAN_YUAN));
    assertEquals(Money.ofYuan(420), Money.parseLenient("420元", AmountUnit.WAN_YUAN));
    assertEquals(Money.ofYuan(4_200_000), Money.parseLenient("420万元", AmountUnit.YUAN));
  }

  @Test
  void shouldReadBackWhateverItWrites() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      Money amount = Money.ofFen(random.nextLong(Money.MAX.fen() + 1) >>> random.nextInt(48));
      String where = "seed " + SEED + ": " + amount.fen();
      assertEquals(amount, Money.parse(amount.toString()), where);
      assertEquals(amount, Money.parseLenient("￥" + amount.grouped() + "元"), where);
    }
  }
}
