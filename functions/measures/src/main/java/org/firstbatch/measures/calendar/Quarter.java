package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A calendar quarter, written {@code 2026Q1}.
 *
 * @param year those that are written are of 2000 to 2999; a year more on either side, so that the
 *     first and the last have neighbours too
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

  private static final Pattern WRITTEN = Pattern.compile("2[0-9]{3}Q[1-4]");
  private static final Comparator<Quarter> BY_TIME =
      Comparator.comparingInt(Quarter::year).thenComparingInt(Quarter::number);

  public Quarter {
    if (year < 1999 || year > 3000 || number < 1 || number > 4) {
      throw new IllegalArgumentException("not a quarter: " + year + "Q" + number);
    }
  }

  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /**
   * Reads {@code 2026Q1}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static Quarter parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "季度应如 2026Q1 / a quarter is written 2026Q1, not \"" + text + "\"");
    }
    return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(5) - '0');
  }

  public FiscalYear fiscalYear() {
    return new FiscalYear(year);
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  public LocalDate lastDay() {
    return next().firstDay().minusDays(1);
  }

  public boolean contains(LocalDate day) {
    return of(day).equals(this);
  }

  public Quarter next() {
    return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
  }

  public Quarter previous() {
    return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
  }

  public boolean isBefore(Quarter other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Quarter other) {
    return BY_TIME.compare(this, other);
  }

  @Override
  public String toString() {
    return year + "Q" + number;
  }
}
