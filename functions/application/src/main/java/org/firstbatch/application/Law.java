package org.firstbatch.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.measures.application.ApplicationFacts;
import org.firstbatch.measures.application.ApplicationRules;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.calendar.WorkingDays;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.HandlingStage;
import org.firstbatch.measures.scheme.YearlyNotice;
import org.jspecify.annotations.Nullable;

/**
 * What an application is decided under, and how long each stage has. Working days are counted;
 * while it is with the applicant the clock of the stage stands.
 */
record Law(Edition edition, YearlyNotice notice, RestDays restDays) {

  /** The stage of an organisation begins. */
  Turn begin(String organisation, HandlingStage stage, Instant at) {
    return counting(organisation, null, at, notice.workingDays(stage, edition, Shanghai.dayOf(at)));
  }

  /** A turn of so many working days. Where the calendar is not known so far no day is guessed. */
  private Turn counting(String organisation, @Nullable String handler, Instant at, int days) {
    @Nullable LocalDate due = WorkingDays.after(Shanghai.dayOf(at), days, restDays).orElse(null);
    return new Turn(organisation, handler, at, due, days, null);
  }

  /** The last day of a stage that begins on a day; null where the calendar is not known so far. */
  @Nullable LocalDate due(HandlingStage stage, LocalDate day) {
    return WorkingDays.after(day, notice.workingDays(stage, edition, day), restDays).orElse(null);
  }

  /** It goes to the applicant, and the clock of whoever had it stands. */
  Turn withApplicant(Case found, Open open, @Nullable String handler) {
    Turn turn = found.application().turn();
    Integer left = turn.daysLeft() == null ? left(found) : turn.daysLeft();
    return new Turn(
        found.application().enterprise(), handler, found.at(), open.until(), null, left);
  }

  /**
   * The working days that a stage has left: those to its last day or, where that is not determined,
   * those that it had less those that are used.
   *
   * @return null where no working days are counted, or a day that is over is not known
   */
  @Nullable Integer left(Case found) {
    Turn turn = found.application().turn();
    LocalDate due = turn.due();
    if (due != null) {
      return orNull(WorkingDays.left(found.day(), due, restDays));
    }
    Integer days = turn.days();
    Integer used = orNull(WorkingDays.left(Shanghai.dayOf(turn.since()), found.day(), restDays));
    return days == null || used == null ? null : Math.max(0, days - used);
  }

  private static @Nullable Integer orNull(OptionalInt days) {
    return days.isPresent() ? days.getAsInt() : null;
  }

  /**
   * It comes back to whoever had it, with the days that they had left; a stage of which that is not
   * known begins again.
   *
   * @param handler who has it in hand again; null for nobody
   */
  Turn resume(Case found, String organisation, @Nullable String handler, HandlingStage stage) {
    Integer left = found.application().turn().daysLeft();
    return left == null
        ? begin(organisation, stage, found.at()).inHandsOf(handler)
        : counting(organisation, handler, found.at(), left);
  }

  /** What the rules find of an application that is submitted on a day. */
  Decision decide(ApplicationFacts facts, LocalDate day) {
    return ApplicationRules.decide(facts, edition, notice, restDays, day);
  }
}
