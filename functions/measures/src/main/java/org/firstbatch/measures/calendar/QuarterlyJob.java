package org.firstbatch.measures.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When the quarterly job makes a year's plans (第十三条): at 06:00 in Shanghai on the 21st of the month
 * after each quarter.
 */
public final class QuarterlyJob {

  private static final int DAY = 21;
  private static final LocalTime TIME = LocalTime.of(6, 0);

  private QuarterlyJob() {}

  /**
   * The day of the first job, as seen from an instant, that takes what was filed in a window: one
   * on the budget of its fiscal year, begun when the window had closed. Empty when the last is
   * over.
   */
  public static Optional<LocalDate> dayOf(FilingWindow window, Instant seenFrom) {
    int year = window.quarter().year();
    for (Quarter quarter = window.quarter(); quarter.year() == year; quarter = quarter.next()) {
      LocalDate day = quarter.next().firstDay().withDayOfMonth(DAY);
      Instant begins = day.atTime(TIME).atZone(Shanghai.ZONE).toInstant();
      if (window.hasClosedAt(begins) && begins.isAfter(seenFrom)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }
}
