package org.firstbatch.documents.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.firstbatch.casework.problem.PermanentFault;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static final Typeface TYPEFACE = new Typeface();

  private static List<String> lines(String text, int characters) {
    return Lines.of(TYPEFACE, text, 10, characters * 10 + 1);
  }

  @Test
  void shouldBreakBetweenHanCharacters() {
    assertEquals(List.of("大连第一", "机床厂"), lines("大连第一机床厂", 4));
  }

  @Test
  void shouldBeginNoLineWithAClosingMark() {
    assertEquals(List.of("大连第", "一，机床", "厂"), lines("大连第一，机床厂", 4));
  }

  @Test
  void shouldEndNoLineWithAnOpeningMark() {
    assertEquals(List.of("大连第", "（一）厂"), lines("大连第（一）厂", 4));
  }

  @Test
  void shouldKeepWordsWholeWhereTheyFit() {
    assertEquals(List.of("first", "batch"), lines("first batch", 3));
  }

  @Test
  void shouldCutAWordThatIsWiderThanALine() {
    List<String> lines = lines("0123456789abcdef0123456789abcdef", 5);
    assertEquals("0123456789abcdef0123456789abcdef", String.join("", lines));
    assertTrue(lines.size() > 2);
  }

  @Test
  void shouldGiveAnEmptyTextOneLine() {
    assertEquals(List.of(""), lines("", 4));
  }

  @Test
  void shouldNameTheCharacterThatTheFontLacks() {
    PermanentFault fault =
        assertThrows(PermanentFault.class, () -> TYPEFACE.require("机床\uD83C\uDFED"));
    assertTrue(String.valueOf(fault.getMessage()).contains("U+1F3ED (FACTORY)"));
    assertThrows(PermanentFault.class, () -> TYPEFACE.require("a\u0007b"));
  }
}
