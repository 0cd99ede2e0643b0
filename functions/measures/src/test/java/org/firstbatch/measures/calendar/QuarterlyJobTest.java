package org.firstbatch.measures.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuarterlyJobTest {

  private static FilingWindow closing(String quarter, String lastDay) {
    Quarter filed = Quarter.parse(quarter);
    LocalDate last = LocalDate.parse(lastDay);
    return FilingWindow.closingOn(filed, filed.next().firstDay(), last, RestDays.none());
  }

  private static Optional<LocalDate> seen(FilingWindow window, String instant) {
    return QuarterlyJob.dayOf(window, Instant.parse(instant));
  }

  private static Optional<LocalDate> day(String day) {
    return Optional.of(LocalDate.parse(day));
  }

  @Test
  void shouldBeOnThe21stOfTheMonthAfterTheQuarter() {
    FilingWindow window = closing("2026Q1", "2026-04-15");

    assertEquals(day("2026-04-21"), seen(window, "2026-04-10T02:00:00Z"));
  }

  @Test
  void shouldBeTheNextOneFromTheSecondInWhichItBegins() {
    FilingWindow window = closing("2026Q1", "2026-04-15");

    assertEquals(day("2026-04-21"), seen(window, "2026-04-20T21:59:59Z"));
    assertEquals(day("2026-07-21"), seen(window, "2026-04-20T22:00:00Z"));
  }

  @Test
  void shouldNotTakeWhatIsStillBeingFiled() {
    assertEquals(day("2026-04-21"), seen(closing("2026Q1", "2026-04-20"), "2026-04-10T02:00:00Z"));
    assertEquals(day("2026-07-21"), seen(closing("2026Q1", "2026-04-21"), "2026-04-10T02:00:00Z"));
  }

  @Test
  void shouldEndWithTheJobForTheLastQuarterOfTheYear() {
    FilingWindow window = closing("2026Q4", "2027-01-15");

    assertEquals(day("2027-01-21"), seen(window, "2027-01-20T21:59:59Z"));
    assertEquals(Optional.empty(), seen(window, "2027-01-20T22:00:00Z"));
  }
}
