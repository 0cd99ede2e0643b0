package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** What the official calendar says of one day, with the notices that say it. */
public sealed interface DayKind {

  LocalDate day();

  /** Why, in Chinese. */
  String zh();

  /** Why, in English. */
  String en();

  /** Addresses of the notices relied on; empty where none is loaded. */
  List<String> notices();

  /** Why a day is a workday. */
  public enum WorkReason {
    ORDINARY,
    MAKE_UP
  }

  /** Why a day is a rest day. */
  public enum RestReason {
    HOLIDAY,
    WEEKEND
  }

  /** A day on which a period may end. */
  record Workday(LocalDate day, WorkReason reason, String occasion, List<String> notices)
      implements DayKind {

    @Override
    public String zh() {
      return switch (reason) {
        case ORDINARY -> dated(day) + "：工作日";
        case MAKE_UP -> dated(day) + "：" + occasion + "调休上班日，是工作日";
      };
    }

    @Override
    public String en() {
      return switch (reason) {
        case ORDINARY -> datedInEnglish(day) + ": a workday";
        case MAKE_UP -> datedInEnglish(day) + ": a make-up workday (" + occasion + ")";
      };
    }
  }

  /** A day on which no period ends. */
  record RestDay(LocalDate day, RestReason reason, String occasion, List<String> notices)
      implements DayKind {

    @Override
    public String zh() {
      return switch (reason) {
        case HOLIDAY -> dated(day) + "：" + occasion + "放假";
        case WEEKEND -> dated(day) + "：周末，未调为上班日";
      };
    }

    @Override
    public String en() {
      return switch (reason) {
        case HOLIDAY -> datedInEnglish(day) + ": a declared holiday (" + occasion + ")";
        case WEEKEND -> datedInEnglish(day) + ": a weekend day, not declared a workday";
      };
    }
  }

  /**
   * A day of which the loaded notices do not dispose.
   *
   * @param missingYear the year whose notice would tell
   */
  record Unknown(LocalDate day, int missingYear) implements DayKind {

    @Override
    public String zh() {
      return dated(day) + "：" + missingYear + "年放假安排尚未载入，不能确定";
    }

    @Override
    public String en() {
      return datedInEnglish(day) + ": unknown, the notice for " + missingYear + " is not loaded";
    }

    @Override
    public List<String> notices() {
      return List.of();
    }
  }

  private static String dated(LocalDate day) {
    return day + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA);
  }

  private static String datedInEnglish(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + day;
  }
}
