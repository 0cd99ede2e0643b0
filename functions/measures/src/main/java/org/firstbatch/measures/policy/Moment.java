package org.firstbatch.measures.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.firstbatch.measures.calendar.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * A day with or without a time of day, Shanghai time, as contracts and sheets give it. Without a
 * time it counts as the end of that day; 24:00 is written as such and still belongs to its day.
 *
 * @param day the day as written
 * @param second seconds since the start of that day, 0 to 86400; null when no time was given
 */
public record Moment(LocalDate day, @Nullable Integer second) implements Comparable<Moment> {
  /** 24:00. */
  public static final int END_OF_DAY = 86_400;

  public Moment {
    if (second != null && (second < 0 || second > END_OF_DAY)) {
      throw new IllegalArgumentException("second of day is 0 to 86400, not " + second);
    }
  }

  public static Moment on(LocalDate day) {
    return new Moment(day, null);
  }

  public static Moment at(LocalDate day, int hour, int minute) {
    return new Moment(day, hour * 3600 + minute * 60);
  }

  /** The moment of an instant in Shanghai, cut to the second. */
  public static Moment of(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, Shanghai.ZONE);
    return new Moment(local.toLocalDate(), local.toLocalTime().toSecondOfDay());
  }

  /**
   * Reads {@code 2026-03-31}, {@code 2026-03-31T10:00}, {@code 2026-03-31T10:00:30} (Shanghai
   * time), {@code 2026-03-31T24:00} or an instant with offset.
   *
   * @throws IllegalArgumentException for anything else, and for days that do not exist
   */
  public static Moment parse(String text) {
    try {
      return parseStrictly(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no day or time; write 2026-03-31 or 2026-03-31T10:00".formatted(text), e);
    }
  }

  private static Moment parseStrictly(String text) {
    if (text.length() <= 10) {
      return on(LocalDate.parse(text));
    }
    if (text.matches(".{10}T24:00(:00)?(\\+08:00)?")) {
      return new Moment(LocalDate.parse(text.substring(0, 10)), END_OF_DAY);
    }
    if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
      return of(OffsetDateTime.parse(text).toInstant());
    }
    return of(LocalDateTime.parse(text).atZone(Shanghai.ZONE).toInstant());
  }

  /** Whether a time of day was given. */
  public boolean timed() {
    return second != null;
  }

  /** The instant that orders the queue; without a time of day 23:59:59. */
  public Instant instant() {
    return second == null ? Shanghai.endOf(day) : Shanghai.startOf(day).plusSeconds(second);
  }

  @Override
  public int compareTo(Moment other) {
    return instant().compareTo(other.instant());
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    if (second == null) {
      return day.toString();
    }
    return "%sT%02d:%02d:%02d".formatted(day, second / 3600, second / 60 % 60, second % 60);
  }
}
