package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Invented calendar years for tests. */
public final class CalendarYearBuilder {

  private final int year;
  private final SortedMap<LocalDate, String> rest = new TreeMap<>();
  private final SortedMap<LocalDate, String> work = new TreeMap<>();

  public CalendarYearBuilder(int year) {
    this.year = year;
  }

  public CalendarYearBuilder rest(LocalDate day) {
    rest.put(day, "元旦");
    return this;
  }

  public CalendarYearBuilder work(LocalDate day) {
    work.put(day, "元旦");
    return this;
  }

  public CalendarYear build() {
    return new CalendarYear(year, List.of("https://example.org/" + year), rest, work);
  }
}
