package org.firstbatch.measures.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final RestDays SHIPPED = RestDays.shipped();

  @ParameterizedTest(name = "{1} working days after {0}: {2}")
  @CsvSource({
    "2026-03-02, 1, 2026-03-03",
    "2026-03-06, 1, 2026-03-09",
    "2026-03-07, 1, 2026-03-09",
    "2026-02-13, 1, 2026-02-14",
    "2026-02-14, 1, 2026-02-24",
    "2026-02-13, 5, 2026-02-27",
    "2026-03-02, 0, 2026-03-02",
    "2026-12-23, 1, 2026-12-24",
    "2026-12-23, 2,",
    "2027-03-01, 1,",
  })
  void shouldCountByTheOfficialCalendarAndNotGuess(LocalDate start, int count, LocalDate last) {
    assertEquals(Optional.ofNullable(last), WorkingDays.after(start, count, SHIPPED));
  }

  @ParameterizedTest(name = "on {0} to {1}: {2}")
  @CsvSource({
    "2026-03-02, 2026-03-03, 1",
    "2026-03-03, 2026-03-03, 0",
    "2026-03-04, 2026-03-03, 0",
    "2026-03-06, 2026-03-09, 1",
    "2026-03-07, 2026-03-09, 1",
    "2026-02-13, 2026-02-27, 5",
    "2026-02-14, 2026-02-24, 1",
  })
  void shouldTellHowManyAreLeft(LocalDate on, LocalDate last, int left) {
    assertEquals(OptionalInt.of(left), WorkingDays.left(on, last, SHIPPED));
  }

  @Test
  void shouldNotTellWhatIsLeftWhereTheCalendarIsNotKnown() {
    LocalDate known = LocalDate.of(2026, 12, 24);
    assertEquals(OptionalInt.of(1), WorkingDays.left(known.minusDays(1), known, SHIPPED));
    assertEquals(OptionalInt.empty(), WorkingDays.left(known, known.plusDays(1), SHIPPED));
  }

  @Test
  void shouldGoOnWithWhatWasLeftWhenTheClockWasStopped() {
    LocalDate start = LocalDate.of(2026, 2, 9);
    LocalDate due = WorkingDays.after(start, 10, SHIPPED).orElseThrow();
    LocalDate stopped = LocalDate.of(2026, 2, 12);
    int left = WorkingDays.left(stopped, due, SHIPPED).orElseThrow();
    assertEquals(7, left);
    assertEquals(Optional.of(due), WorkingDays.after(stopped, left, SHIPPED));
  }

  @Test
  void shouldRefuseANumberBelowZero() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertThrows(IllegalArgumentException.class, () -> WorkingDays.after(day, -1, SHIPPED));
  }
}
