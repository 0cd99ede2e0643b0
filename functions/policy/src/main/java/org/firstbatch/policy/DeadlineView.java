package org.firstbatch.policy;

import java.time.LocalDate;
import java.util.List;
import org.firstbatch.measures.calendar.DayKind;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The last day to insure as it is answered (第十一条).
 *
 * @param starts the day on which the clock starts, itself not counted
 * @param lastDay the last day; null while the calendar leaves it open
 * @param certain whether the calendar leaves nothing open
 * @param certainlyInTimeThrough in time whatever the missing calendar will say
 * @param certainlyLateAfter late whatever the missing calendar will say
 * @param dayThirty the window's nominal last day, before rest days are looked at
 * @param window how the window's last day was found
 * @param certificateLastDay null when no certificate was given
 * @param schemeLastDay the scheme's last day
 * @param reasons all limits, then each day that was looked at
 * @param notices the State Council's notices relied on
 */
record DeadlineView(
    LocalDate starts,
    @Nullable LocalDate lastDay,
    boolean certain,
    LocalDate certainlyInTimeThrough,
    LocalDate certainlyLateAfter,
    LocalDate dayThirty,
    Text window,
    @Nullable LocalDate certificateLastDay,
    LocalDate schemeLastDay,
    List<Text> reasons,
    List<String> notices) {

  static DeadlineView of(Deadline deadline) {
    return new DeadlineView(
        deadline.start(),
        deadline.isCertain() ? deadline.latest() : null,
        deadline.isCertain(),
        deadline.certainlyInTimeThrough(),
        deadline.latest(),
        deadline.window().nominal(),
        Text.of(deadline.window().zh(), deadline.window().en()),
        deadline.certificateLastDay(),
        deadline.schemeLastDay(),
        deadline.reasons(),
        notices(deadline.window().reasons()));
  }

  private static List<String> notices(List<DayKind> days) {
    return days.stream().flatMap(day -> day.notices().stream()).distinct().toList();
  }
}
