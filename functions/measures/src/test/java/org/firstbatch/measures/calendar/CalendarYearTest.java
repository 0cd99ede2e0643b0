package org.firstbatch.measures.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.measures.datafile.BrokenFileException;
import org.firstbatch.measures.datafile.DataFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarYearTest {

  private static final String HEAD = "year 2027\nnotice https://example.org/2027\n";

  @Test
  void shouldReadANoticeSuppliedAtRunTime() {
    CalendarYear year =
        CalendarYear.parse(
            "new", "# 2027\r\n" + HEAD + "\nrest 2027-01-01 元旦\nwork 2027-01-03  元旦 调休\n");
    assertEquals(2027, year.year());
    assertEquals("元旦", year.restDays().get(LocalDate.of(2027, 1, 1)));
    assertEquals("元旦 调休", year.makeUpWorkdays().get(LocalDate.of(2027, 1, 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          holiday 2027-01-01 元旦    | 3 | holiday | one of
          rest 2027-01-01            | 3 | rest    | rest 2026-01-01 元旦
          rest 2027-02-29 春节       | 3 | rest    | a date that exists
          rest +12027-01-01 元旦  | 3 | rest    | a date that exists
          rest 2027-1-1 元旦         | 3 | rest    | a date that exists
          rest 2028-01-01 元旦       | 3 | rest    | a day of 2027
          rest 2026-12-24 元旦       | 3 | rest    | a day of 2027
          work 2027-01-04 元旦       | 3 | work    | a Saturday or Sunday
          year 2028                  | 3 | year    | one year a file
          notice example.org         | 3 | notice  | https://
          notice https://a.cn b      | 3 | notice  | notice https://
          notice https://example.org/2027 | 3 | notice | each notice once
          """)
  void shouldNameFileLineKeyAndWhatWasExpected(String line, int at, String key, String expected) {
    var broken =
        assertThrows(BrokenFileException.class, () -> CalendarYear.parse("2027.txt", HEAD + line));
    assertEquals("2027.txt", broken.file());
    assertEquals(at, broken.line());
    assertEquals(key, broken.key());
    assertTrue(broken.expected().contains(expected), broken.getMessage());
    assertTrue(broken.toString().contains("2027.txt:" + at + ": " + key), broken.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "year, 0, notice https://a.cn",
    "notice, 0, year 2027",
    "year, 1, year twenty",
    "year, 1, year 20277",
    "year, 1, year",
    "rest, 1, rest 2027-01-01 元旦"
  })
  void shouldRefuseAFileWithoutItsHead(String key, int line, String text) {
    var broken = assertThrows(BrokenFileException.class, () -> CalendarYear.parse("f", text));
    assertEquals(key, broken.key());
    assertEquals(line, broken.line());
  }

  @Test
  void shouldRefuseADayDeclaredTwice() {
    String twice = HEAD + "rest 2027-01-02 元旦\nwork 2027-01-02 元旦\n";
    var broken = assertThrows(BrokenFileException.class, () -> CalendarYear.parse("f", twice));
    assertEquals(4, broken.line());
    assertEquals("2027-01-02", broken.found());
  }

  @Test
  void shouldReadAFileThatBeginsWithAByteOrderMark() {
    assertEquals(2027, CalendarYear.parse("f", "\uFEFF" + HEAD).year());
  }

  @Test
  void shouldHoldAYearBuiltWithoutAFileToTheSameRules() {
    LocalDate monday = LocalDate.of(2027, 1, 4);
    LocalDate sunday = LocalDate.of(2027, 1, 3);
    var builder = new CalendarYearBuilder(2027);
    assertThrows(IllegalArgumentException.class, () -> builder.work(monday).build());
    var twice = new CalendarYearBuilder(2027).rest(sunday).work(sunday);
    assertThrows(IllegalArgumentException.class, twice::build);
    var foreign = new CalendarYearBuilder(2026).rest(monday);
    assertThrows(IllegalArgumentException.class, foreign::build);
    var days = new TreeMap<>(Map.of(monday, "two\nlines"));
    List<String> notices = List.of("https://example.org/2027");
    assertThrows(
        IllegalArgumentException.class,
        () -> new CalendarYear(2027, notices, days, new TreeMap<>()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CalendarYear(2027, List.of(), new TreeMap<>(), new TreeMap<>()));
  }

  @Test
  void shouldSayWhichFileIsNotThere() {
    var broken =
        assertThrows(BrokenFileException.class, () -> DataFile.resource("calendar/1999.txt"));
    assertEquals("calendar/1999.txt", broken.file());
  }
}
