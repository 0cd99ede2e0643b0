package org.firstbatch.measures.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

  private static final RestDays SHIPPED = RestDays.shipped();

  @ParameterizedTest
  @CsvSource({
    "2017-08-31, 2017-09-30",
    "2017-09-02, 2017-10-09",
    "2018-06-14, 2018-07-16",
    "2018-11-29, 2018-12-29",
    "2016-12-31, 2017-02-03",
    "2019-01-06, 2019-02-11",
    "2026-01-15, 2026-02-14",
    "2026-01-16, 2026-02-24",
    "2026-04-01, 2026-05-06"
  })
  void shouldEndThirtyDaysOnTheSchemesVectors(LocalDate start, LocalDate end) {
    LastDay last = Periods.days(start, 30, SHIPPED);
    assertEquals(end, assertInstanceOf(LastDay.Certain.class, last).date());
    assertEquals(InTime.IN_TIME, last.check(end.minusDays(1)));
    assertEquals(InTime.IN_TIME, last.check(end));
    assertEquals(InTime.LATE, last.check(end.plusDays(1)));
  }

  @Test
  void shouldExplainAMovedEndDayByDay() {
    var last = (LastDay.Certain) Periods.days(LocalDate.of(2026, 1, 16), 30, SHIPPED);
    assertTrue(last.isMoved());
    assertEquals(LocalDate.of(2026, 2, 15), last.nominal());
    assertEquals(10, last.reasons().size());
    assertEquals("Sun 2026-02-15: a declared holiday (春节)", last.reasons().getFirst().en());
    assertEquals("Tue 2026-02-24: a workday", last.reasons().getLast().en());
    assertEquals(
        List.of("https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm"),
        last.reasons().getFirst().notices());
    assertEquals("期间最后一日 2026-02-15 是休息日，顺延至 2026-02-24（民法典第二百零一条至第二百零三条）", last.zh());
    assertTrue(last.en().contains("2026-02-15 is a rest day"));
  }

  @Test
  void shouldSayThatAMakeUpSaturdayDoesNotExtend() {
    var last = (LastDay.Certain) Periods.days(LocalDate.of(2026, 1, 15), 30, SHIPPED);
    assertFalse(last.isMoved());
    assertEquals(
        List.of("Sat 2026-02-14: a make-up workday (春节)"),
        last.reasons().stream().map(DayKind::en).toList());
    assertTrue(last.zh().contains("期间最后一日是 2026-02-14"));
  }

  @Test
  void shouldLeaveTheYearsEndOpenUntilTheNextNotice() {
    LocalDate start = LocalDate.of(2018, 11, 29);
    LastDay open = Periods.days(start, 30, SHIPPED.without(2019));
    assertInstanceOf(LastDay.Undetermined.class, open);
    assertEquals(InTime.IN_TIME, open.check(LocalDate.of(2018, 12, 29)));
    assertEquals(InTime.UNDETERMINED, open.check(LocalDate.of(2018, 12, 30)));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-22, IN_TIME",
    "2027-01-23, IN_TIME",
    "2027-01-24, UNDETERMINED",
    "2027-02-23, UNDETERMINED",
    "2027-02-24, LATE"
  })
  void shouldBeUndeterminedForThirtyOneDaysWithoutACalendar(LocalDate act, InTime expected) {
    LastDay last = Periods.days(LocalDate.of(2026, 12, 24), 30, SHIPPED);
    assertEquals(expected, last.check(act));
    assertEquals(LocalDate.of(2027, 1, 23), last.nominal());
    assertTrue(last.en().startsWith("in time to 2027-01-23, late after 2027-02-23"), last.en());
    assertTrue(last.zh().startsWith("2027-01-23 及以前在期限内，2027-02-23 以后逾期"), last.zh());
    assertTrue(last.reasons().getLast().zh().contains("2027年放假安排尚未载入"));
  }

  @Test
  void shouldCountKnownRestDaysBeforeTheUnknown() {
    // Given 24 December 2022, a Saturday, and no notice for 2023
    LastDay last = Periods.endingOn(LocalDate.of(2022, 12, 24), SHIPPED.without(2023));
    // Then the 25th is the first day that may be the last, and the bound counts from the nominal
    // day
    assertEquals(InTime.IN_TIME, last.check(LocalDate.of(2022, 12, 25)));
    assertEquals(InTime.UNDETERMINED, last.check(LocalDate.of(2023, 1, 24)));
    assertEquals(InTime.LATE, last.check(LocalDate.of(2023, 1, 25)));
  }

  @Test
  void shouldDecideWhatWasOpenOnceTheNoticeIsLoaded() {
    LocalDate start = LocalDate.of(2026, 12, 24);
    RestDays later = SHIPPED.with(new CalendarYearBuilder(2027).build());
    LastDay last = Periods.days(start, 30, later);
    assertEquals(LocalDate.of(2027, 1, 25), ((LastDay.Certain) last).date());
  }

  @ParameterizedTest
  @CsvSource({
    "2017-09-30, GENERAL_PRINCIPLES_1986",
    "2017-10-01, GENERAL_RULES_2017",
    "2020-12-31, GENERAL_RULES_2017",
    "2021-01-01, CIVIL_CODE"
  })
  void shouldCiteTheStatuteOfTheDay(LocalDate end, LegalBasis basis) {
    assertEquals(basis, Periods.endingOn(end, SHIPPED).basis());
    assertFalse(basis.en().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-18, 1, 2026-12-18",
    "2024-02-29, 1, 2025-02-28",
    "2024-02-29, 4, 2028-02-29",
    "2023-02-28, 1, 2024-02-28",
    "2024-02-29, 2, 2026-02-28"
  })
  void shouldEndYearsOnTheCorrespondingDay(LocalDate start, int years, LocalDate end) {
    assertEquals(end, Periods.correspondingDay(start, years));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-02, false", "2026-03-03, true", "2026-03-04, true"})
  void shouldHaveTwoYearsFullOnTheCorrespondingDay(LocalDate on, boolean full) {
    assertEquals(full, Periods.areYearsFull(LocalDate.of(2024, 3, 3), 2, on));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13, 1, 2026-02-14",
    "2026-02-13, 2, 2026-02-24",
    "2026-02-13, 6, 2026-02-28",
    "2026-02-28, 1, 2026-03-02"
  })
  void shouldCountWorkingDays(LocalDate start, int count, LocalDate end) {
    LastDay last = Periods.workingDays(start, count, SHIPPED);
    assertEquals(end, ((LastDay.Certain) last).date());
  }

  @Test
  void shouldLeaveWorkingDaysOpenWithoutACalendar() {
    LastDay last = Periods.workingDays(LocalDate.of(2026, 12, 23), 3, SHIPPED);
    assertEquals(LocalDate.of(2026, 12, 26), last.nominal());
    assertEquals(InTime.IN_TIME, last.check(LocalDate.of(2026, 12, 26)));
    assertEquals(InTime.UNDETERMINED, last.check(LocalDate.of(2026, 12, 28)));
    assertEquals(InTime.LATE, last.check(LocalDate.of(2026, 12, 26).plusDays(63)));
  }

  @Test
  void shouldRefuseAPeriodWithoutLength() {
    LocalDate start = LocalDate.of(2026, 1, 1);
    assertThrows(IllegalArgumentException.class, () -> Periods.days(start, 0, SHIPPED));
    assertThrows(IllegalArgumentException.class, () -> Periods.workingDays(start, 0, SHIPPED));
    assertThrows(IllegalArgumentException.class, () -> Periods.correspondingDay(start, -1));
  }
}
