package org.firstbatch.measures.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestDaysTest {

  private static final RestDays SHIPPED = RestDays.shipped();

  @ParameterizedTest
  @CsvSource({
    "2015, 25, 5, 116",
    "2016, 24, 6, 116",
    "2017, 24, 5, 116",
    "2018, 25, 7, 115",
    "2019, 28, 6, 115",
    "2020, 30, 6, 117",
    "2021, 31, 7, 115",
    "2022, 32, 7, 116",
    "2023, 26, 7, 116",
    "2024, 28, 8, 115",
    "2025, 28, 5, 117",
    "2026, 33, 6, 117"
  })
  void shouldKnowEveryDayOfTheShippedYears(int year, int declared, int makeUp, int restDays) {
    CalendarYear loaded = SHIPPED.findYear(year).orElseThrow();
    RestDays withNext = SHIPPED.with(new CalendarYearBuilder(year + 1).build());
    RestDays calendar = year == 2026 ? withNext : SHIPPED;
    long counted =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(day -> calendar.dayKind(day) instanceof DayKind.RestDay)
            .count();
    assertEquals(declared, loaded.restDays().size());
    assertEquals(makeUp, loaded.makeUpWorkdays().size());
    assertEquals(restDays, counted);
  }

  @Test
  void shouldShipTwelveYears() {
    assertEquals(12, SHIPPED.years().size());
    assertEquals(2015, SHIPPED.years().firstKey());
    assertEquals(2026, SHIPPED.years().lastKey());
  }

  @Test
  void shouldTellAMakeUpSaturdayFromAWeekend() {
    DayKind makeUp = SHIPPED.dayKind(LocalDate.of(2026, 2, 14));
    DayKind weekend = SHIPPED.dayKind(LocalDate.of(2026, 3, 7));
    DayKind holiday = SHIPPED.dayKind(LocalDate.of(2026, 2, 17));
    DayKind ordinary = SHIPPED.dayKind(LocalDate.of(2026, 3, 4));
    List<String> notices = SHIPPED.findYear(2026).orElseThrow().notices();

    LocalDate saturday = LocalDate.of(2026, 2, 14);
    assertEquals(new DayKind.Workday(saturday, DayKind.WorkReason.MAKE_UP, "春节", notices), makeUp);
    assertEquals(DayKind.RestReason.WEEKEND, ((DayKind.RestDay) weekend).reason());
    assertEquals(DayKind.RestReason.HOLIDAY, ((DayKind.RestDay) holiday).reason());
    assertEquals(DayKind.WorkReason.ORDINARY, ((DayKind.Workday) ordinary).reason());
    assertEquals("2026-02-14星期六：春节调休上班日，是工作日", makeUp.zh());
    assertEquals("Sat 2026-02-14: a make-up workday (春节)", makeUp.en());
    assertEquals("Tue 2026-02-17: a declared holiday (春节)", holiday.en());
    assertEquals("2026-03-07星期六：周末，未调为上班日", weekend.zh());
    assertEquals("Wed 2026-03-04: a workday", ordinary.en());
  }

  @Test
  void shouldNotGuessADayWhoseYearIsNotLoaded() {
    DayKind unknown = SHIPPED.dayKind(LocalDate.of(2027, 1, 2));
    assertEquals(new DayKind.Unknown(LocalDate.of(2027, 1, 2), 2027), unknown);
    assertTrue(unknown.notices().isEmpty());
    assertFalse(RestDays.none().isCertain(LocalDate.of(2026, 3, 4)));
  }

  @ParameterizedTest
  @CsvSource({"2026-12-24, true", "2026-12-25, false", "2026-12-31, false", "2025-12-31, true"})
  void shouldKnowTheLastWeekOfAYearOnlyWithTheNextYearsNotice(LocalDate day, boolean certain) {
    assertEquals(certain, SHIPPED.isCertain(day));
  }

  @Test
  void shouldLetTheNextYearsNoticeDisposeOfTheLastWeek() {
    LocalDate thursday = LocalDate.of(2026, 12, 31);
    LocalDate saturday = LocalDate.of(2026, 12, 26);
    RestDays calendar =
        SHIPPED.with(new CalendarYearBuilder(2027).rest(thursday).work(saturday).build());

    assertInstanceOf(DayKind.RestDay.class, calendar.dayKind(thursday));
    assertInstanceOf(DayKind.Workday.class, calendar.dayKind(saturday));
    assertEquals(List.of("https://example.org/2027"), calendar.dayKind(thursday).notices());
  }

  @Test
  void shouldCiteBothNoticesForALastWeekThatNeitherNames() {
    RestDays calendar = SHIPPED.with(new CalendarYearBuilder(2027).build());
    assertEquals(2, calendar.dayKind(LocalDate.of(2026, 12, 28)).notices().size());
    assertEquals(2, calendar.dayKind(LocalDate.of(2015, 9, 3)).notices().size());
  }

  @Test
  void shouldHashTheSameCalendarAlike() {
    RestDays rebuilt = RestDays.of(List.copyOf(SHIPPED.years().values()).reversed());
    assertEquals(SHIPPED.sha256(), rebuilt.sha256());
    assertEquals(64, SHIPPED.sha256().length());
    assertNotEquals(SHIPPED.sha256(), SHIPPED.without(2026).sha256());
  }

  @Test
  void shouldReadItsOwnCanonicalText() {
    for (CalendarYear year : SHIPPED.years().values()) {
      assertEquals(year, CalendarYear.parse("canonical", year.canonicalText()));
    }
  }
}
