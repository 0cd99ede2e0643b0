package org.firstbatch.measures.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingWindowTest {

  private static final RestDays SHIPPED = RestDays.shipped();

  @ParameterizedTest
  @CsvSource({
    "2026Q1, 2026-04-01, 2026-04-15",
    "2025Q4, 2026-01-01, 2026-01-15",
    "2022Q1, 2022-04-01, 2022-04-15",
    "2023Q1, 2023-04-01, 2023-04-17",
    "2026Q4, 2027-01-01, 2027-01-15"
  })
  void shouldOpenAfterTheQuarterAndCloseOnTheFifteenthOrNextWorkday(
      String quarter, LocalDate opens, LocalDate closes) {
    FilingWindow window = FilingWindow.of(Quarter.parse(quarter), 15, SHIPPED);
    assertEquals(opens, window.opens());
    assertEquals(closes, window.lastDay());
  }

  @Test
  void shouldNotMoveWithoutACalendar() {
    // Given 15 April 2023, a Saturday
    FilingWindow window = FilingWindow.of(new Quarter(2023, 1), 15, RestDays.none());
    assertEquals(LocalDate.of(2023, 4, 15), window.lastDay());
    assertFalse(window.closes().isMoved());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T15:59:59Z, false, false",
    "2026-03-31T16:00:00Z, true, false",
    "2026-04-15T15:59:59Z, true, false",
    "2026-04-15T16:00:00Z, false, true"
  })
  void shouldBeOpenFromMidnightToMidnightInShanghai(Instant at, boolean open, boolean closed) {
    FilingWindow window = FilingWindow.of(new Quarter(2026, 1), 15, SHIPPED);
    assertEquals(open, window.isOpenAt(at));
    assertEquals(closed, window.hasClosedAt(at));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026Q1",
    "2026-03-31, 2026Q1",
    "2026-04-01, 2026Q2",
    "2026-09-30, 2026Q3",
    "2026-12-31, 2026Q4"
  })
  void shouldPutADayIntoItsQuarter(LocalDate day, String name) {
    Quarter quarter = Quarter.of(day);
    assertEquals(name, quarter.toString());
    assertEquals(quarter, Quarter.parse(name));
    assertTrue(quarter.contains(day));
    assertFalse(quarter.contains(quarter.firstDay().minusDays(1)));
    assertFalse(quarter.contains(quarter.lastDay().plusDays(1)));
  }

  @Test
  void shouldWalkFromQuarterToQuarter() {
    Quarter last = new Quarter(2026, 4);
    assertEquals(new Quarter(2027, 1), last.next());
    assertEquals(last, last.next().previous());
    assertEquals(last, last.previous().next());
    assertTrue(last.isBefore(last.next()));
    assertFalse(last.isBefore(last));
    assertEquals(LocalDate.of(2024, 3, 31), new Quarter(2024, 1).lastDay());
    assertEquals(new FiscalYear(2026), last.fiscalYear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026Q5", "2026Q0", "2026q1", "26Q1", "2026-1", "2026Q1 ", ""})
  void shouldRefuseWhatIsNoQuarter(String text) {
    assertThrows(IllegalArgumentException.class, () -> Quarter.parse(text));
  }

  @Test
  void shouldTakeTheCalendarYearAsFiscalYear() {
    FiscalYear year = FiscalYear.parse("2026");
    assertEquals(LocalDate.of(2026, 1, 1), year.firstDay());
    assertEquals(LocalDate.of(2026, 12, 31), year.lastDay());
    assertEquals(year, FiscalYear.of(LocalDate.of(2026, 7, 1)));
    assertEquals(year, year.next().previous());
    assertTrue(year.contains(year.lastDay()));
    assertFalse(year.contains(year.lastDay().plusDays(1)));
    assertEquals("[2026Q1, 2026Q2, 2026Q3, 2026Q4]", year.quarters().toString());
    assertTrue(year.compareTo(year.next()) < 0);
    assertThrows(IllegalArgumentException.class, () -> FiscalYear.parse("1999"));
  }
}
