package org.firstbatch.measures.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a quarter is filed (第十三条): from the day after it to a closing day that moves like any last
 * day, and where the calendar is not known does not move.
 *
 * @param opens the first day
 * @param closes the last day, whole, with its reasons
 */
public record FilingWindow(Quarter quarter, LocalDate opens, LastDay.Certain closes) {

  /**
   * The window that the yearly notice leaves as it is.
   *
   * @param closingDay the day of the month after the quarter, 1 to 28
   */
  public static FilingWindow of(Quarter quarter, int closingDay, RestDays restDays) {
    LocalDate opens = quarter.next().firstDay();
    return closingOn(quarter, opens, opens.withDayOfMonth(closingDay), restDays);
  }

  /** The window that the yearly notice names. */
  public static FilingWindow closingOn(
      Quarter quarter, LocalDate opens, LocalDate nominalClose, RestDays restDays) {
    return new FilingWindow(quarter, opens, Periods.endingOnOrUnmoved(nominalClose, restDays));
  }

  public LocalDate lastDay() {
    return closes.date();
  }

  public boolean isOpenAt(Instant instant) {
    LocalDate day = Shanghai.dayOf(instant);
    return !day.isBefore(opens) && !day.isAfter(lastDay());
  }

  /** Whether its last day is over. */
  public boolean hasClosedAt(Instant instant) {
    return Shanghai.dayOf(instant).isAfter(lastDay());
  }
}
