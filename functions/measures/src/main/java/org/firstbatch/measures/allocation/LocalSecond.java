package org.firstbatch.measures.allocation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * An instant of the law as one number: the seconds that a clock on a wall in Shanghai counted since
 * 2000-01-01T00:00:00 there. The zone has had one offset since 1991, so the order of these numbers
 * is the order of the instants. The range is 2000 to 2099: what lies outside is a typing error.
 */
public final class LocalSecond {

  /** The number of seconds that the range holds; every value is below it. */
  public static final long LIMIT = epoch(LocalDateTime.of(2100, 1, 1, 0, 0));

  private static final int TEXT_LENGTH = "2026-01-31T23:59:59".length();

  private LocalSecond() {}

  /**
   * The second in which the given Shanghai time falls.
   *
   * @throws IllegalArgumentException when the year is not 2000 to 2099
   */
  public static long of(LocalDateTime shanghai) {
    return requireInRange(epoch(shanghai.truncatedTo(ChronoUnit.SECONDS)));
  }

  /** The end of a day, which stands for a date without a time of day. */
  public static long endOf(LocalDate day) {
    return of(day.atTime(LocalTime.MAX));
  }

  public static LocalDateTime toLocalDateTime(long second) {
    return LocalDateTime.ofEpochSecond(second + EPOCH, 0, ZoneOffset.UTC);
  }

  public static int yearOf(long second) {
    return LocalDate.ofEpochDay(Math.floorDiv(second + EPOCH, 86_400L)).getYear();
  }

  /** The second as {@code 2026-01-31T23:59:59}, always with seconds. */
  public static String text(long second) {
    String text = toLocalDateTime(second).toString();
    return text.length() == TEXT_LENGTH ? text : text + ":00";
  }

  /**
   * The inverse of {@link #text}.
   *
   * @throws IllegalArgumentException for anything that {@code text} would not have written
   */
  public static long parse(String text) {
    if (text.length() == TEXT_LENGTH) {
      try {
        long second = of(byPosition(text));
        if (text(second).equals(text)) {
          return second;
        }
      } catch (DateTimeException | IllegalArgumentException _) {
        // Answered below, together with what parses but is not written that way.
      }
    }
    throw new IllegalArgumentException("not a Shanghai time like 2026-01-31T23:59:59: " + text);
  }

  /** What the digits say, whatever stands between them; a plan has millions of these. */
  private static LocalDateTime byPosition(String text) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19));
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  static long requireInRange(long second) {
    if (second < 0 || second >= LIMIT) {
      throw new IllegalArgumentException("an instant outside the years 2000 to 2099");
    }
    return second;
  }

  private static final long EPOCH = 946_684_800L;

  private static long epoch(LocalDateTime shanghai) {
    return shanghai.toEpochSecond(ZoneOffset.UTC) - EPOCH;
  }
}
