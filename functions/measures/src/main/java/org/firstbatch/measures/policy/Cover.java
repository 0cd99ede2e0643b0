package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.firstbatch.measures.calendar.Periods;

/**
 * The term of a policy, by whole days. 保险止期 is a covered day, until 24:00; given as 零时 (00:00), or
 * as the corresponding day of a later year without a time, it means the day before.
 *
 * @param inception 保险起期 as written
 * @param end 保险止期 as written
 */
public record Cover(Moment inception, Moment end) {

  /** The first covered day. */
  public LocalDate firstDay() {
    boolean atMidnightAfter = isAt(inception, Moment.END_OF_DAY);
    return atMidnightAfter ? inception.day().plusDays(1) : inception.day();
  }

  /** The last covered day, before the first when the end is not after the inception. */
  public LocalDate lastDay() {
    return endsAtMidnightBefore() ? end.day().minusDays(1) : end.day();
  }

  /** D: the covered days of the whole term; less than 1 when the term is no term. */
  public long days() {
    return ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1;
  }

  /**
   * d: the covered days of the first years, which end the day before the corresponding day.
   *
   * @param years 1 or more
   */
  public long daysOfFirst(int years) {
    LocalDate corresponding = Periods.correspondingDay(firstDay(), years);
    return Math.min(days(), ChronoUnit.DAYS.between(firstDay(), corresponding));
  }

  private boolean endsAtMidnightBefore() {
    return isAt(end, 0) || (!end.timed() && endIsCorrespondingDay());
  }

  private boolean endIsCorrespondingDay() {
    int years = end.day().getYear() - firstDay().getYear();
    return years > 0 && firstDay().plusYears(years).equals(end.day());
  }

  private static boolean isAt(Moment moment, int second) {
    Integer given = moment.second();
    return given != null && given == second;
  }

  @Override
  public String toString() {
    return firstDay() + " … " + lastDay();
  }
}
