package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Working days by the official calendar, for stages of a case whose clock can be stopped and go on.
 * Where the calendar is not known there is no answer: no weekend is guessed.
 */
public final class WorkingDays {
  private WorkingDays() {}

  /**
   * The working day that is so many working days after {@code start}, which is not counted.
   *
   * @param count 0 or more; with 0 it is the start itself
   * @return empty where the calendar is not known that far
   */
  public static Optional<LocalDate> after(LocalDate start, int count, RestDays restDays) {
    if (count == 0) {
      return Optional.of(start);
    }
    return switch (Periods.workingDays(start, count, restDays)) {
      case LastDay.Certain certain -> Optional.of(certain.date());
      case LastDay.Undetermined _ -> Optional.empty();
    };
  }

  /**
   * How many working days are left on a day, which is not counted, to the last day, which is. A
   * clock that stops on that day and goes on later ends that many working days {@link #after} the
   * day on which it goes on.
   *
   * @return 0 once the last day has come; empty where the calendar is not known that far
   */
  public static OptionalInt left(LocalDate on, LocalDate lastDay, RestDays restDays) {
    int left = 0;
    for (LocalDate day = on.plusDays(1); !day.isAfter(lastDay); day = day.plusDays(1)) {
      switch (restDays.dayKind(day)) {
        case DayKind.Workday _ -> left++;
        case DayKind.RestDay _ -> {}
        case DayKind.Unknown _ -> {
          return OptionalInt.empty();
        }
      }
    }
    return OptionalInt.of(left);
  }
}
