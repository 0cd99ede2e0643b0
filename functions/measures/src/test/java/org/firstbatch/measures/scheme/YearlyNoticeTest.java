package org.firstbatch.measures.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.datafile.BrokenFileException;
import org.firstbatch.measures.money.Money;
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

  private static final String APPLICATIONS =
      """
      notice 2026
      material SIZE 上年度 审计报告
      material SIZE 社保缴费证明
      material STANDARDS 产品标准
      industry 数控机床
      industry 轴承
      application-window from 2025-11-01 to 2026-10-31
      working-days confirm 7
      working-days return 15
      unit-price-threshold 50000000.00
      further 近三年无重大质量事故
      """;

  @Test
  void shouldKnowWhatItSaysAboutApplications() {
    ApplicationTerms terms = YearlyNotice.parse("2026", APPLICATIONS).application();
    assertEquals(List.of("上年度 审计报告", "社保缴费证明"), terms.materials(Condition.SIZE));
    assertEquals(2, terms.requiredPieces(Condition.SIZE));
    assertEquals(1, terms.requiredPieces(Condition.ENVIRONMENT));
    assertEquals(1, terms.requiredPieces(Condition.FURTHER));
    assertTrue(terms.supports("轴 承"));
    assertFalse(terms.supports("纺织"));
    assertEquals(
        new ApplicationTerms.Window(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 10, 31)),
        terms.findWindow().orElseThrow());
    assertEquals(Money.ofYuan(50_000_000), terms.findUnitPriceThreshold().orElseThrow());
    assertEquals(List.of("近三年无重大质量事故"), terms.further());
  }

  @Test
  void shouldAskForOnePieceAConditionOfEveryIndustryAtAnyTimeWhenSilent() {
    ApplicationTerms silent = YearlyNotice.silent(new FiscalYear(2026)).application();
    assertEquals(1, silent.requiredPieces(Condition.SIZE));
    assertEquals(0, silent.requiredPieces(Condition.FURTHER));
    assertTrue(silent.supports("纺织"));
    assertTrue(silent.findWindow().isEmpty());
    assertTrue(silent.findUnitPriceThreshold().isEmpty());
    assertEquals("", silent.canonicalText());
  }

  @Test
  void shouldLeaveTheWorkingDaysOfOtherStagesToTheEdition() {
    YearlyNotice notice = YearlyNotice.parse("2026", APPLICATIONS);
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertEquals(7, notice.workingDays(HandlingStage.CONFIRM, SAMPLE, day));
    assertEquals(15, notice.workingDays(HandlingStage.RETURN, SAMPLE, day));
    assertEquals(20, notice.workingDays(HandlingStage.ASSESS, SAMPLE, day));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"2025-10-31, 2025", "2025-11-01, 2026", "2025-12-31, 2026"})
  void shouldPutAnApplicationUnderTheNextYearsNoticeOnceItsWindowIsOpen(
      LocalDate day, String year) {
    YearlyNotice own = YearlyNotice.silent(new FiscalYear(2025));
    YearlyNotice next = YearlyNotice.parse("2026", APPLICATIONS);
    assertEquals(year, YearlyNotice.forApplication(day, own, next).year().toString());
    YearlyNotice silent = YearlyNotice.silent(new FiscalYear(2026));
    assertEquals(own, YearlyNotice.forApplication(day, own, silent));
  }

  @Test
  void shouldReadItsOwnCanonicalTextAboutApplications() {
    YearlyNotice notice = YearlyNotice.parse("2026", APPLICATIONS);
    assertTrue(notice.canonicalText().endsWith(APPLICATIONS.substring("notice 2026\n".length())));
    assertEquals(notice, YearlyNotice.parse("again", notice.canonicalText()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          material SIZE                                       | material             | material SIZE
          material size 审计报告                              | material             | FIRST_BATCH, SIZE
          material SIZE 社保 缴费证明                         | material             | material of a condition once
          industry                                            | industry             | industry 数控机床
          industry 轴承                                       | industry             | each industry once
          application-window 2025-11-01 2026-10-31            | application-window   | application-window from
          application-window on 2025-11-01 to 2026-10-31      | application-window   | application-window from
          application-window from 2025-11-01 to 2026-10-31    | application-window   | one window a year
          working-days confirm                                | working-days         | working-days confirm 10
          working-days sleep 3                                | working-days         | confirm, assign, assess
          working-days assess 0                               | working-days         | 1 to 250
          working-days assess 251                             | working-days         | 1 to 250
          working-days confirm 8                              | working-days         | each stage once
          unit-price-threshold 60000000.00                    | unit-price-threshold | one threshold
          further                                             | further              | further 近三年
          further 近三年无重大质量事故                        | further              | each condition once
          colour red                                          | colour               | material, industry
          """)
  void shouldNameWhatIsWrongAboutApplications(String line, String key, String expected) {
    assertBroken(APPLICATIONS + line, 12, key, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application-window from 2026-02-02 to 2026-02-01    | application-window   | closes on or after
          application-window from 2027-01-01 to 2027-02-01    | application-window   | a day of 2026
          application-window from 2025-01-01 to 2025-12-31    | application-window   | a day of 2026
          application-window from 2026-02-30 to 2026-12-31    | application-window   | a date that exists
          unit-price-threshold 0.00                           | unit-price-threshold | above 0
          unit-price-threshold 5千万                          | unit-price-threshold | an amount in yuan
          unit-price-threshold                                | unit-price-threshold | 50000000.00
          """)
  void shouldNameWhatIsWrongInAnotherwiseSilentNotice(String line, String key, String expected) {
    assertBroken("notice 2026\n" + line, 2, key, expected);
  }

  private static void assertBroken(String text, int line, String key, String expected) {
    var broken = assertThrows(BrokenFileException.class, () -> YearlyNotice.parse("2026", text));
    assertEquals(line, broken.line());
    assertEquals(key, broken.key());
    assertTrue(broken.expected().contains(expected), broken.getMessage());
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
    assertBroken(TEXT + line, 6, key, expected);
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
