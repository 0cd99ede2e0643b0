package org.firstbatch.measures.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.datafile.BrokenFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearlyNoticeTest {

  private static final Edition SAMPLE = Edition.findShipped("dalian").orElseThrow();
  private static final RestDays SHIPPED = RestDays.shipped();
  private static final String TEXT =
      """
      notice 2026
      filing-window 2026Q1 from 2026-04-02 to 2026-04-18
      required-column 发票号码
      negotiated-class 核电装备
      negotiated-class 飞机
      """;

  @Test
  void shouldSetTheWindowThatItNamesAndMoveItsLastDay() {
    YearlyNotice notice = YearlyNotice.parse("2026", TEXT);
    var named = notice.filingWindow(new Quarter(2026, 1), SAMPLE, SHIPPED);
    assertEquals(LocalDate.of(2026, 4, 2), named.opens());
    assertEquals(LocalDate.of(2026, 4, 20), named.lastDay());
  }

  @Test
  void shouldLeaveTheOtherWindowsToTheEdition() {
    YearlyNotice notice = YearlyNotice.parse("2026", TEXT);
    var other = notice.filingWindow(new Quarter(2026, 2), SAMPLE, SHIPPED);
    assertEquals(LocalDate.of(2026, 7, 1), other.opens());
    assertEquals(LocalDate.of(2026, 7, 15), other.lastDay());
    assertThrows(
        IllegalArgumentException.class,
        () -> notice.filingWindow(new Quarter(2025, 4), SAMPLE, SHIPPED));
  }

  @Test
  void shouldKnowColumnsAndClasses() {
    YearlyNotice notice = YearlyNotice.parse("2026", TEXT);
    assertEquals(Set.of(OptionalColumn.INVOICE_NUMBER), notice.requiredColumns());
    assertEquals(Set.of(ProductClass.AIRCRAFT, ProductClass.NUCLEAR), notice.negotiatedClasses());
  }

  @Test
  void shouldLeaveAllThreeClassesWhenSilent() {
    YearlyNotice silent = YearlyNotice.silent(new FiscalYear(2026));
    assertEquals(3, silent.negotiatedClasses().size());
    assertEquals(silent, YearlyNotice.parse("2026", "notice 2026"));
  }

  @Test
  void shouldReadItsOwnCanonicalText() {
    YearlyNotice notice = YearlyNotice.parse("2026", TEXT);
    assertEquals(notice, YearlyNotice.parse("again", notice.canonicalText()));
    assertEquals(notice.sha256(), YearlyNotice.parse("a", notice.canonicalText()).sha256());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          budget 100                                          | budget           | one of
          filing-window 2026Q2 from 2026-07-01                | filing-window    | filing-window 2026Q1
          filing-window 2026Q2 on 2026-07-01 to 2026-07-02    | filing-window    | filing-window 2026Q1
          filing-window 2026Q9 from 2026-07-01 to 2026-07-20  | filing-window    | a quarter such as
          filing-window 2025Q4 from 2026-01-01 to 2026-01-20  | filing-window    | a quarter of 2026
          filing-window 2026Q2 from 2026-06-30 to 2026-07-20  | filing-window    | opens after 2026-06-30
          filing-window 2026Q2 from 2026-07-20 to 2026-07-19  | filing-window    | closes later
          filing-window 2026Q1 from 2026-04-01 to 2026-04-20  | filing-window    | one window a quarter
          required-column 颜色                                | required-column  | an optional column
          required-column 发票号码                            | required-column  | each column once
          negotiated-class 一般                               | negotiated-class | negotiated class once
          negotiated-class 飞机                               | negotiated-class | negotiated class once
          negotiated-class 汽车                               | negotiated-class | 飞机
          """)
  void shouldNameFileLineKeyAndWhatWasExpected(String line, String key, String expected) {
    var broken =
        assertThrows(BrokenFileException.class, () -> YearlyNotice.parse("2026", TEXT + line));
    assertEquals(6, broken.line());
    assertEquals(key, broken.key());
    assertTrue(broken.expected().contains(expected), broken.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"''", "required-column 发票号码", "notice", "notice 26"})
  void shouldRefuseANoticeWithoutItsYear(String text) {
    var broken = assertThrows(BrokenFileException.class, () -> YearlyNotice.parse("f", text));
    assertEquals("notice", broken.key());
  }

  @Test
  void shouldReadTheClassesOfTheSheet() {
    assertEquals(ProductClass.ORDINARY, ProductClass.ofLabel("一般"));
    for (ProductClass kind : ProductClass.values()) {
      assertEquals(kind, ProductClass.ofLabel(kind.label()));
      assertEquals(kind != ProductClass.ORDINARY, kind.isNegotiated());
    }
  }
}
