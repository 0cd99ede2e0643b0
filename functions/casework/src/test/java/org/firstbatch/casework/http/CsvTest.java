package org.firstbatch.casework.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.measures.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  private static String rowOf(String... cells) {
    return new Csv(List.of(cells)).text().substring(1);
  }

  @Test
  void shouldBeginWithAByteOrderMarkAndEndEachLineWithBothCharacters() {
    Csv csv = new Csv(List.of("企业", "金额")).row(Arrays.asList("大连甲", Money.parse("12.30")));

    assertEquals("\uFEFF企业,金额\r\n大连甲,12.30\r\n", csv.text());
  }

  @Test
  void shouldLeaveACellEmptyThatHasNoValue() {
    assertEquals(
        "\uFEFFa,b\r\n,x\r\n", new Csv(List.of("a", "b")).row(Arrays.asList(null, "x")).text());
  }

  @Test
  void shouldQuoteWhatWouldBeReadAsSeveralCellsOrLines() {
    assertEquals("\"a,b\",\"c\"\"d\",\"e\nf\",\" g\"\r\n", rowOf("a,b", "c\"d", "e\nf", " g"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A"})
  void shouldShowAsTextWhatWouldBeAFormula(String cell) {
    assertEquals("'" + cell + "\r\n", rowOf(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
  void shouldShowAsTextWhatWouldBeAFormulaBehindWhiteSpace(String cell) {
    assertTrue(rowOf(cell).contains("'" + cell), rowOf(cell));
  }

  @Test
  void shouldLeaveAloneWhatOnlyContainsSuchACharacter() {
    assertEquals("a=b,DL-2026-00017-X,1+1\r\n", rowOf("a=b", "DL-2026-00017-X", "1+1"));
  }

  @Test
  void shouldNotTakeARowThatDoesNotFitTheHeadings() {
    assertThrows(
        IllegalArgumentException.class, () -> new Csv(List.of("a", "b")).row(List.of("x")));
  }

  @Test
  void shouldNotTakeAFileNameThatBreaksItsHeader() {
    assertThrows(PermanentFault.class, () -> Reply.csv("a\"; b=c.csv", new Csv(List.of("a"))));
  }
}
