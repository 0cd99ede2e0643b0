package org.firstbatch.measures.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseAmountTest {

  private static final long SEED = 2016_7L;

  @ParameterizedTest
  @CsvSource({
    "0, 零元整",
    "0.05, 伍分",
    "0.50, 伍角",
    "0.55, 伍角伍分",
    "1, 壹元整",
    "1.05, 壹元零伍分",
    "10, 壹拾元整",
    "101, 壹佰零壹元整",
    "1001, 壹仟零壹元整",
    "1010, 壹仟零壹拾元整",
    "1409.50, 壹仟肆佰零玖元伍角",
    "6007.14, 陆仟零柒元壹角肆分",
    "1680.32, 壹仟陆佰捌拾元叁角贰分",
    "16409.02, 壹万陆仟肆佰零玖元零贰分",
    "107000.53, 壹拾万柒仟元伍角叁分",
    "100000, 壹拾万元整",
    "100001, 壹拾万零壹元整",
    "1000000, 壹佰万元整",
    "4200000, 肆佰贰拾万元整",
    "100000000, 壹亿元整",
    "100000001, 壹亿零壹元整",
    "100001000, 壹亿零壹仟元整",
    "100100000, 壹亿零壹拾万元整",
    "1000000000000, 壹万亿元整",
    "1000000000001, 壹万亿零壹元整",
    "1000100000000, 壹万零壹亿元整",
    "10000000000000, 壹拾万亿元整"
  })
  void shouldWriteTheZerosAsBillsDo(String yuan, String capitals) {
    assertEquals(capitals, Money.parse(yuan).inChinese());
    assertEquals(Money.parse(yuan), Money.parseChinese(capitals));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "元整", "壹", "壹元", "零壹元整", "壹佰壹元整", "壹仟零零壹元整", "壹元伍角整", "零元伍分", "一元整", "壹圆整", "壹元整 ",
        "壹亿万元整", "柒柒元整", "4200000"
      })
  void shouldRefuseEveryOtherSpelling(String text) {
    assertThrows(MoneyFormatException.class, () -> Money.parseChinese(text));
  }

  @Test
  void shouldRefuseWhatIsTooLong() {
    String tooLong = "玖".repeat(65);
    assertThrows(MoneyFormatException.class, () -> Money.parseChinese(tooLong));
    assertThrows(MoneyFormatException.class, () -> Money.parseChinese("玖拾万亿元整"));
    assertThrows(ArithmeticException.class, () -> Money.ofFen(Money.MAX.fen() + 1).inChinese());
  }

  @Test
  void shouldBeUndoneByItsParser() {
    Random random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      Money amount = Money.ofFen(fullOfZeros(random));
      String capitals = amount.inChinese();
      String where = "seed " + SEED + ": " + amount.fen() + " " + capitals;
      assertFalse(capitals.contains("零零"), where);
      assertEquals(amount, Money.parseChinese(capitals), where);
    }
  }

  @Test
  void shouldBeUndoneByItsParserForEverySmallAmount() {
    for (long fen = 0; fen <= 1_200_000; fen += fen < 20_000 ? 1 : 97) {
      assertEquals(fen, Money.parseChinese(Money.ofFen(fen).inChinese()).fen());
    }
  }

  /** Up to 15 digits, each zero with an even chance: the zeros are where the rules are. */
  private static long fullOfZeros(Random random) {
    long fen = 0;
    int digits = 1 + random.nextInt(15);
    for (int i = 0; i < digits; i++) {
      fen = fen * 10 + (random.nextBoolean() ? 0 : 1 + random.nextInt(9));
    }
    return fen;
  }
}
