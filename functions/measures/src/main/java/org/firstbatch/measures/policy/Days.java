package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.firstbatch.measures.explain.Text;

/** How explanations speak of a day that fails beside the nearest that passes. */
final class Days {
  private Days() {}

  /** That a signing on one day would have passed on another, and how far apart they are. */
  static Text signedOn(LocalDate actual, LocalDate passing) {
    return Text.of("签订日" + zh(actual, passing), "Signed " + en(actual, passing));
  }

  /** "为 2017-10-10，比 2017-10-09 晚 1 天". */
  static String zh(LocalDate actual, LocalDate passing) {
    long days = ChronoUnit.DAYS.between(passing, actual);
    return "为 %s，比 %s %s %d 天".formatted(actual, passing, days > 0 ? "晚" : "早", Math.abs(days));
  }

  /** "2017-10-10, one day after 2017-10-09". */
  static String en(LocalDate actual, LocalDate passing) {
    long days = ChronoUnit.DAYS.between(passing, actual);
    long count = Math.abs(days);
    String apart = count == 1 ? "one day" : count + " days";
    return "%s, %s %s %s".formatted(actual, apart, days > 0 ? "after" : "before", passing);
  }
}
