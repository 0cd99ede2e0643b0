package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.firstbatch.measures.explain.Text;

/** How explanations speak of days. */
final class Days {
  private Days() {}

  /** That a signing on one day would have passed on another, and how far apart they are. */
  static Text signedOn(LocalDate actual, LocalDate passing) {
    return Text.of(
        "签订日为 %s，距可通过的 %s %s".formatted(actual, passing, apartZh(actual, passing)),
        "Signed %s, %s %s".formatted(actual, apartEn(actual, passing), passing));
  }

  private static String apartZh(LocalDate actual, LocalDate passing) {
    long days = ChronoUnit.DAYS.between(passing, actual);
    return days > 0 ? "晚 %d 天".formatted(days) : "早 %d 天".formatted(-days);
  }

  /** "one day after", "3 days before". */
  static String apartEn(LocalDate actual, LocalDate passing) {
    long days = ChronoUnit.DAYS.between(passing, actual);
    long count = Math.abs(days);
    return (count == 1 ? "one day " : count + " days ") + (days > 0 ? "after" : "before");
  }
}
