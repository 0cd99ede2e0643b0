package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A fiscal year: the calendar year, Shanghai time. */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

  private static final Comparator<FiscalYear> BY_YEAR = Comparator.comparingInt(FiscalYear::year);

  public FiscalYear {
    if (year < 2000 || year > 2999) {
      throw new IllegalArgumentException("a fiscal year is 2000 to 2999, not " + year);
    }
  }

  public static FiscalYear of(LocalDate day) {
    return new FiscalYear(day.getYear());
  }

  /**
   * Reads {@code 2026}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static FiscalYear parse(String text) {
    if (!text.matches("2[0-9]{3}")) {
      throw new IllegalArgumentException(
          "财政年度应如 2026 / a fiscal year is written 2026, not \"" + text + "\"");
    }
    return new FiscalYear(Integer.parseInt(text));
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, 1, 1);
  }

  public LocalDate lastDay() {
    return LocalDate.of(year, 12, 31);
  }

  public FiscalYear next() {
    return new FiscalYear(year + 1);
  }

  public FiscalYear previous() {
    return new FiscalYear(year - 1);
  }

  public boolean contains(LocalDate day) {
    return day.getYear() == year;
  }

  public List<Quarter> quarters() {
    return IntStream.rangeClosed(1, 4).mapToObj(number -> new Quarter(year, number)).toList();
  }

  @Override
  public int compareTo(FiscalYear other) {
    return BY_YEAR.compare(this, other);
  }

  @Override
  public String toString() {
    return Integer.toString(year);
  }
}
