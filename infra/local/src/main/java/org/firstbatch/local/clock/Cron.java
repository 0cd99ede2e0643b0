package org.firstbatch.local.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cron expression of EventBridge: {@code cron(minutes hours day-of-month month day-of-week
 * year)}, with numbers, lists, ranges, steps, {@code *} and {@code ?}.
 */
public final class Cron {

  private static final Pattern FORM = Pattern.compile("cron\\((.+)\\)");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;
  private static final int FIELDS = 6;

  private final Set<Integer> minutes;
  private final Set<Integer> hours;
  private final Set<Integer> days;
  private final Set<Integer> months;
  private final Set<Integer> weekdays;
  private final Set<Integer> years;
  private final ZoneId zone;

  /**
   * @throws IllegalArgumentException for an expression that is none of these
   */
  public Cron(String expression, ZoneId zone) {
    Matcher form = FORM.matcher(expression.strip());
    String[] fields = form.matches() ? form.group(1).strip().split("\\s+") : new String[0];
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("Not a cron expression of six fields: " + expression);
    }
    this.zone = zone;
    minutes = values(fields[0], 0, 59);
    hours = values(fields[1], 0, 23);
    days = values(fields[2], 1, 31);
    months = values(fields[3], 1, 12);
    weekdays = values(fields[4], 1, 7);
    years = values(fields[5], FIRST_YEAR, LAST_YEAR);
  }

  private static Set<Integer> values(String field, int least, int most) {
    Set<Integer> values = new TreeSet<>();
    for (String part : field.split(",")) {
      String[] rangeAndStep = part.split("/", 2);
      int step = rangeAndStep.length == 2 ? number(rangeAndStep[1], 1, most) : 1;
      String range = rangeAndStep[0];
      boolean all = range.equals("*") || range.equals("?");
      String[] ends = range.split("-", 2);
      int from = all ? least : number(ends[0], least, most);
      int open = rangeAndStep.length == 2 ? most : from;
      int to = all ? most : ends.length == 2 ? number(ends[1], least, most) : open;
      for (int value = from; value <= to; value += step) {
        values.add(value);
      }
    }
    return values;
  }

  private static int number(String text, int least, int most) {
    int value = Integer.parseInt(text);
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%d is not between %d and %d".formatted(value, least, most));
    }
    return value;
  }

  /** All due times after one instant up to and with another, in order. */
  public List<Instant> due(Instant after, Instant upTo) {
    List<Instant> due = new ArrayList<>();
    LocalDate last = upTo.atZone(zone).toLocalDate();
    for (LocalDate day = after.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (takes(day)) {
        times(day).stream()
            .filter(time -> time.isAfter(after) && !time.isAfter(upTo))
            .forEach(due::add);
      }
    }
    return due;
  }

  private boolean takes(LocalDate day) {
    int weekday = day.getDayOfWeek().getValue() % 7 + 1;
    return years.contains(day.getYear())
        && months.contains(day.getMonthValue())
        && days.contains(day.getDayOfMonth())
        && weekdays.contains(weekday);
  }

  private List<Instant> times(LocalDate day) {
    List<Instant> times = new ArrayList<>();
    for (int hour : hours) {
      for (int minute : minutes) {
        times.add(ZonedDateTime.of(day, java.time.LocalTime.of(hour, minute), zone).toInstant());
      }
    }
    return times;
  }
}
