package org.firstbatch.policy;

import java.time.LocalDate;
import org.firstbatch.casework.json.Fields;

/** Days that a contract of our time may name; beyond them somebody slipped a key. */
final class Days {

  private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private Days() {}

  static LocalDate read(Fields fields, String name) {
    LocalDate day = fields.day(name);
    check(fields, name, day);
    return day;
  }

  static void check(Fields fields, String name, LocalDate day) {
    if (!isOfOurTime(day)) {
      fields.mistake(
          name,
          "日期应在 " + FIRST + " 至 " + LAST + " 之间，现为 " + day,
          "a day from " + FIRST + " to " + LAST + ", not " + day);
    }
  }

  static boolean isOfOurTime(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }
}
