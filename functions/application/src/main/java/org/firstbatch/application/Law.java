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
    return new Turn(organisation, null, at, due(stage, Shanghai.dayOf(at)), null);
  }

  /** The last day of a stage that begins on a day; null where the calendar is not known so far. */
  @Nullable LocalDate due(HandlingStage stage, LocalDate day) {
    return WorkingDays.after(day, notice.workingDays(stage, edition, day), restDays).orElse(null);
  }

  /** It goes to the applicant, and the clock of whoever had it stands. */
  Turn withApplicant(Case found, Open open) {
    Turn turn = found.application().turn();
    Integer left = turn.daysLeft() == null ? left(found) : turn.daysLeft();
    return new Turn(found.application().enterprise(), null, found.at(), open.until(), left);
  }

  /** The working days that a stage has left; null where no day is set. */
  @Nullable Integer left(Case found) {
    LocalDate due = found.application().turn().due();
    if (due == null) {
      return null;
    }
    OptionalInt left = WorkingDays.left(found.day(), due, restDays);
    return left.isPresent() ? left.getAsInt() : null;
  }

  /** A turn during which the clock of another stage stands. */
  static Turn keeping(Turn turn, @Nullable Integer left) {
    return new Turn(turn.organisation(), turn.handler(), turn.since(), turn.due(), left);
  }

  /**
   * It comes back to whoever had it, with the days that they had left; a stage of which that is not
   * known begins again.
   */
  Turn resume(Case found, String organisation, HandlingStage stage) {
    Integer left = found.application().turn().daysLeft();
    return left == null
        ? begin(organisation, stage, found.at())
        : new Turn(
            organisation,
            null,
            found.at(),
            WorkingDays.after(found.day(), left, restDays).orElse(null),
            null);
  }

  /** What the rules find of an application that is submitted on a day. */
  Decision decide(ApplicationFacts facts, LocalDate day) {
    return ApplicationRules.decide(facts, edition, notice, restDays, day);
  }
}
