package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.measures.datafile.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * The official calendar as far as it is known: the years whose notices are loaded. A day is certain
 * when its year is loaded; 25 to 31 December only when the next year is too, because that year's
 * notice may dispose of them.
 */
public record RestDays(SortedMap<Integer, CalendarYear> years) implements Canonical {

  public RestDays {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
  }

  /** Nothing is known. */
  public static RestDays none() {
    return of(List.of());
  }

  public static RestDays of(Collection<CalendarYear> years) {
    RestDays known = new RestDays(new TreeMap<>());
    for (CalendarYear year : years) {
      known = known.with(year);
    }
    return known;
  }

  /** The years that ship with the law. */
  public static RestDays shipped() {
    return of(CalendarYear.shipped());
  }

  /** This calendar and one more year; a year that is there already is replaced. */
  public RestDays with(CalendarYear year) {
    SortedMap<Integer, CalendarYear> more = new TreeMap<>(years);
    more.put(year.year(), year);
    return new RestDays(more);
  }

  /** This calendar as it was before the year's notice. */
  public RestDays without(int year) {
    SortedMap<Integer, CalendarYear> fewer = new TreeMap<>(years);
    fewer.remove(year);
    return new RestDays(fewer);
  }

  public Optional<CalendarYear> findYear(int year) {
    return Optional.ofNullable(years.get(year));
  }

  public boolean isCertain(LocalDate day) {
    return !(dayKind(day) instanceof DayKind.Unknown);
  }

  public DayKind dayKind(LocalDate day) {
    CalendarYear own = years.get(day.getYear());
    if (own == null) {
      return new DayKind.Unknown(day, day.getYear());
    }
    if (!CalendarYear.isLastWeekOfYear(day)) {
      return kind(day, own);
    }
    CalendarYear next = years.get(day.getYear() + 1);
    return next == null
        ? new DayKind.Unknown(day, day.getYear() + 1)
        : kindAtYearEnd(day, own, next);
  }

  /** The later notice wins where it names the day; where neither does, both are cited. */
  private static DayKind kindAtYearEnd(LocalDate day, CalendarYear own, CalendarYear next) {
    DayKind declared = declared(day, next);
    if (declared == null) {
      declared = declared(day, own);
    }
    return declared != null ? declared : undeclared(day, notices(own, next));
  }

  private static DayKind kind(LocalDate day, CalendarYear year) {
    DayKind declared = declared(day, year);
    return declared != null ? declared : undeclared(day, year.notices());
  }

  private static @Nullable DayKind declared(LocalDate day, CalendarYear year) {
    String holiday = year.restDays().get(day);
    if (holiday != null) {
      return new DayKind.RestDay(day, DayKind.RestReason.HOLIDAY, holiday, year.notices());
    }
    String makeUp = year.makeUpWorkdays().get(day);
    return makeUp == null
        ? null
        : new DayKind.Workday(day, DayKind.WorkReason.MAKE_UP, makeUp, year.notices());
  }

  private static DayKind undeclared(LocalDate day, List<String> notices) {
    return Weekend.isWeekend(day)
        ? new DayKind.RestDay(day, DayKind.RestReason.WEEKEND, "周末", notices)
        : new DayKind.Workday(day, DayKind.WorkReason.ORDINARY, "", notices);
  }

  private static List<String> notices(CalendarYear own, CalendarYear next) {
    return Stream.of(own, next).flatMap(year -> year.notices().stream()).distinct().toList();
  }

  @Override
  public String canonicalText() {
    return years.values().stream().map(CalendarYear::canonicalText).collect(Collectors.joining());
  }
}
