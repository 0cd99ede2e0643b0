package org.firstbatch.application;

import java.time.LocalDate;
import java.util.Optional;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.measures.calendar.Periods;
import org.firstbatch.measures.scheme.HandlingStage;
import org.jspecify.annotations.Nullable;

/**
 * Until when the applicant may correct: the day that the authority names, moved like any last day,
 * or the working days of the notice.
 */
final class LastDays {

  /** The longest time that an authority may give. */
  private static final int MOST_DAYS = 366;

  private LastDays() {}

  /** The day that a body names, or the stage's; with a mistake where there is neither. */
  static LocalDate read(Case found, Fields body, Law law, HandlingStage stage) {
    Optional<LocalDate> named = body.optional("until", body::day);
    named.filter(day -> !isPossible(found, day)).ifPresent(_ -> impossible(found, body));
    return named
        .map(day -> Periods.endingOnOrUnmoved(day, law.restDays()).date())
        .orElseGet(() -> ofStage(found, body, law, stage));
  }

  private static LocalDate ofStage(Case found, Fields body, Law law, HandlingStage stage) {
    @Nullable LocalDate day = law.due(stage, found.day());
    if (day == null) {
      body.mistake(
          "until",
          "放假安排尚未公布，无法推算期限，请写明最后一日",
          "the calendar is not known that far; name the last day");
      return found.day();
    }
    return day;
  }

  private static boolean isPossible(Case found, LocalDate day) {
    return day.isAfter(found.day()) && !day.isAfter(found.day().plusDays(MOST_DAYS));
  }

  private static void impossible(Case found, Fields body) {
    LocalDate first = found.day().plusDays(1);
    LocalDate last = found.day().plusDays(MOST_DAYS);
    body.mistake(
        "until", "应在 " + first + " 至 " + last + " 之间", "must be between " + first + " and " + last);
  }
}
