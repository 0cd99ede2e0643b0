package org.firstbatch.measures.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedNumberTest {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** The Global Release Identifier's own example uses the same check. */
  @Test
  void shouldComputeTheCheckCharacterOfAPublishedExample() {
    assertEquals("A12425GABC1234002M", CheckedNumber.complete("A12425GABC1234002"));
  }

  @Test
  void shouldNotCountHyphens() {
    assertEquals('M', CheckedNumber.checkCharacter("A1-2425G-ABC1234002-"));
    assertTrue(CheckedNumber.isValid(CheckedNumber.complete("DL-2026-0001-")));
  }

  @Test
  void shouldNoticeEverySingleWrongCharacter() {
    long seed = 7064;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2000; i++) {
      String number = randomNumber(random);
      int place = random.nextInt(number.length());
      StringBuilder wrong = new StringBuilder(number);
      wrong.setCharAt(place, ALPHABET.charAt(random.nextInt(36)));
      assertEquals(
          wrong.toString().equals(number),
          CheckedNumber.isValid(wrong.toString()),
          "seed " + seed + " " + number + " → " + wrong);
    }
  }

  @Test
  void shouldNoticeNearlyEverySwapOfNeighbours() {
    long seed = 37;
    SplittableRandom random = new SplittableRandom(seed);
    int missed = 0;
    for (int i = 0; i < 2000; i++) {
      String number = randomNumber(random);
      int place = random.nextInt(number.length() - 1);
      StringBuilder swapped = new StringBuilder(number);
      swapped.setCharAt(place, number.charAt(place + 1));
      swapped.setCharAt(place + 1, number.charAt(place));
      boolean differs = !swapped.toString().equals(number);
      missed += differs && CheckedNumber.isValid(swapped.toString()) ? 1 : 0;
    }
    assertTrue(missed < 20, "missed " + missed + " of 2000 with seed " + seed);
  }

  private static String randomNumber(SplittableRandom random) {
    StringBuilder body = new StringBuilder();
    random.ints(12, 0, 36).forEach(at -> body.append(ALPHABET.charAt(at)));
    return CheckedNumber.complete(body.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "a1", "中", "DL 1"})
  void shouldRefuseWhatHasNoCheckCharacter(String body) {
    assertThrows(IllegalArgumentException.class, () -> CheckedNumber.checkCharacter(body));
    assertFalse(CheckedNumber.isValid(body));
  }
}
