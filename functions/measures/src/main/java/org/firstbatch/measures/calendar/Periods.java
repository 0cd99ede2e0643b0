package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How periods are counted (第十一条; 民法典 201–203 and what was in force before it). */
public final class Periods {

  /** No run of rest days is longer, so beyond it an act is late whatever a notice may say. */
  static final int LONGEST_REST = 31;

  private Periods() {}

  /**
   * The last day of a period of days. The day on which it starts is not counted; a last day that is
   * a rest day moves to the next day that is not one.
   *
   * @param start the day of the event that starts the period
   * @param days 1 or more
   */
  public static LastDay days(LocalDate start, int days, RestDays restDays) {
    requirePositive(days);
    return endingOn(start.plusDays(days), restDays);
  }

  /** The last day of a period that ends on a named day unless that is a rest day. */
  public static LastDay endingOn(LocalDate nominal, RestDays restDays) {
    List<DayKind> reasons = new ArrayList<>();
    LegalBasis basis = LegalBasis.on(nominal);
    for (LocalDate day = nominal; ; day = day.plusDays(1)) {
      DayKind kind = restDays.dayKind(day);
      reasons.add(kind);
      switch (kind) {
        case DayKind.Workday _ -> {
          return new LastDay.Certain(day, nominal, reasons, basis);
        }
        case DayKind.Unknown _ -> {
          LocalDate latest = nominal.plusDays(LONGEST_REST);
          return new LastDay.Undetermined(nominal, day, latest, reasons, basis);
        }
        case DayKind.RestDay _ -> {}
      }
    }
  }

  /**
   * As {@link #endingOn}, for a period that by its own rule is not moved where the calendar is not
   * known.
   */
  public static LastDay.Certain endingOnOrUnmoved(LocalDate nominal, RestDays restDays) {
    return switch (endingOn(nominal, restDays)) {
      case LastDay.Certain certain -> certain;
      case LastDay.Undetermined open ->
          new LastDay.Certain(nominal, nominal, open.reasons(), open.basis());
    };
  }

  /**
   * The working day that is so many working days after {@code start}, which is not counted. While
   * the calendar is not known each unknown day may be a workday, or be followed by the longest
   * rest.
   *
   * @param count 1 or more
   */
  public static LastDay workingDays(LocalDate start, int count, RestDays restDays) {
    requirePositive(count);
    List<DayKind> reasons = new ArrayList<>();
    LocalDate day = start;
    int unknown = 0;
    for (int counted = 0; counted < count; ) {
      day = day.plusDays(1);
      DayKind kind = restDays.dayKind(day);
      reasons.add(kind);
      counted += kind instanceof DayKind.RestDay ? 0 : 1;
      unknown += kind instanceof DayKind.Unknown ? 1 : 0;
    }
    LegalBasis basis = LegalBasis.on(day);
    return unknown == 0
        ? new LastDay.Certain(day, day, reasons, basis)
        : new LastDay.Undetermined(
            day, day, day.plusDays((long) unknown * LONGEST_REST), reasons, basis);
  }

  /**
   * The last day of a period of years: the corresponding day, not moved by rest days. 29 February
   * corresponds to 28 February where there is no 29th.
   *
   * @param years 1 or more
   */
  public static LocalDate correspondingDay(LocalDate start, int years) {
    requirePositive(years);
    return start.plusYears(years);
  }

  /** Whether so many years since {@code start} are full on a day; they are on the corresponding. */
  public static boolean areYearsFull(LocalDate start, int years, LocalDate on) {
    return !on.isBefore(correspondingDay(start, years));
  }

  private static void requirePositive(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("a period has a length of 1 or more, not " + length);
    }
  }
}
