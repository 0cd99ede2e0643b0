package org.firstbatch.measures.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The law's time: days of Asia/Shanghai, instants cut to the second. */
public final class Shanghai {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZONE);

  private Shanghai() {}

  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The instant for which a day without a time of day counts: 23:59:59. */
  public static Instant endOf(LocalDate day) {
    return day.atTime(LAST_SECOND).atZone(ZONE).toInstant();
  }

  public static Instant toTheSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Reads {@code 2026-02-24T10:15:30+08:00}, cut to the second, or {@code 2026-02-24}, which counts
   * as the end of that day.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Instant parse(String text) {
    try {
      return text.indexOf('T') < 0
          ? endOf(parseDay(text))
          : toTheSecond(inRange(OffsetDateTime.parse(text)).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "时间应如 2026-02-24 或 2026-02-24T10:15:30+08:00 / an instant is written so, not \"%s\""
              .formatted(text),
          e);
    }
  }

  /**
   * Reads {@code 2026-02-24}.
   *
   * @throws IllegalArgumentException if it is not a day that exists, of the years 1900 to 2999
   */
  public static LocalDate parseDay(String text) {
    try {
      return inRange(LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)).toLocalDate();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "日期应如 2026-02-24 且真实存在 / a day is written 2026-02-24 and exists, not \"" + text + "\"",
          e);
    }
  }

  private static OffsetDateTime inRange(OffsetDateTime time) {
    if (time.getYear() < 1900 || time.getYear() > 2999) {
      throw new DateTimeException("the year is 1900 to 2999, not " + time.getYear());
    }
    return time;
  }

  /** {@code 2026-02-24T10:15:30+08:00}. */
  public static String format(Instant instant) {
    return TO_THE_SECOND.format(instant);
  }
}
