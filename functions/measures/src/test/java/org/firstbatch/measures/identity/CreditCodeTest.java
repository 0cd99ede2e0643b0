package org.firstbatch.measures.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.firstbatch.measures.explain.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91110000802100433B", "91440300708461136T"})
  void shouldAcceptCodesInUse(String code) {
    assertEquals(Optional.empty(), CreditCode.findFault(code));
    assertEquals(code, new CreditCode(code).toString());
  }

  @Test
  void shouldSayWhichCheckCharacterWouldBeRight() {
    Text fault = CreditCode.findFault("91350100M000100Y44").orElseThrow();
    assertEquals("校验码“4”有误，按前 17 位应为“3”", fault.zh());
    assertEquals("check character '4' is wrong; the first 17 characters call for '3'", fault.en());
  }

  @Test
  void shouldReadNoCodeWithAWrongCheckCharacterUnlessAnOfficerLetsItPass() {
    String wrong = "91350100M000100Y44";
    assertThrows(IllegalArgumentException.class, () -> CreditCode.parse(wrong));
    assertEquals(wrong, new CreditCode(wrong).value());
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y4, 17",
    "91350100M000100Y433, 19",
    "91350100m000100Y43, character 9",
    "9135O100M000100Y43, character 5",
  })
  void shouldSayWhatElseIsWrong(String code, String named) {
    assertTrue(CreditCode.findFault(code).orElseThrow().en().contains(named));
    assertThrows(IllegalArgumentException.class, () -> new CreditCode(code));
  }

  @Test
  void shouldNoticeEverySingleWrongCharacter() {
    long seed = 32100;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2000; i++) {
      String body =
          random
              .ints(17, 0, 31)
              .mapToObj(at -> ALPHABET.substring(at, at + 1))
              .collect(Collectors.joining());
      String code = body + CreditCode.checkCharacter(body);
      int place = random.nextInt(18);
      char other = ALPHABET.charAt(random.nextInt(31));
      String slip = code.substring(0, place) + other + code.substring(place + 1);
      assertEquals(
          slip.equals(code), CreditCode.findFault(slip).isEmpty(), "seed " + seed + " " + slip);
    }
  }

  @Test
  void shouldCompareNamesAsPeopleMeanThem() {
    assertTrue(Names.same("某机床（大连）有限公司", "某机床(大连) 有限公司"));
    assertTrue(Names.same("ABC-1", "ａｂｃ－１"));
    assertNotEquals(Names.key("ABC-1"), Names.key("ABC-2"));
  }
}
