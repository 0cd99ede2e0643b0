package org.firstbatch.measures.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

final class Weekend {

  private Weekend() {}

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
