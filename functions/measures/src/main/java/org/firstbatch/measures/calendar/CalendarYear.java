package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.firstbatch.measures.datafile.BrokenFileException;
import org.firstbatch.measures.datafile.Canonical;
import org.firstbatch.measures.datafile.DataFile;
import org.firstbatch.measures.datafile.Line;

/**
 * What the State Council declared for one year. Days are those of the year itself and the last week
 * of the year before, of which the notice for a year sometimes disposes.
 *
 * <pre>
 * year 2026
 * notice https://www.gov.cn/…            one line a notice, at least one
 * rest 2026-01-01 元旦                    a declared holiday and its occasion
 * work 2026-01-04 元旦                    a weekend day declared a workday
 * </pre>
 *
 * @param notices addresses of the notices, in the order in which they were issued
 * @param restDays declared holidays, each with its occasion
 * @param makeUpWorkdays weekend days declared workdays, each with the occasion they make up for
 */
public record CalendarYear(
    int year,
    List<String> notices,
    SortedMap<LocalDate, String> restDays,
    SortedMap<LocalDate, String> makeUpWorkdays)
    implements Canonical {

  private static final int EARLIEST = 2000;
  private static final int LATEST = 2999;
  private static final Pattern ONE_LINE = Pattern.compile("\\S+( \\S+)*");

  public CalendarYear {
    notices = List.copyOf(notices);
    restDays = Collections.unmodifiableSortedMap(new TreeMap<>(restDays));
    makeUpWorkdays = Collections.unmodifiableSortedMap(new TreeMap<>(makeUpWorkdays));
    require(!notices.isEmpty(), "a year cites at least one notice");
    require(Collections.disjoint(restDays.keySet(), makeUpWorkdays.keySet()), "each day once");
    require(makeUpWorkdays.keySet().stream().allMatch(Weekend::isWeekend), "make-up on weekends");
    requireDays(year, restDays);
    requireDays(year, makeUpWorkdays);
  }

  private static void requireDays(int year, SortedMap<LocalDate, String> days) {
    days.forEach(
        (day, occasion) -> {
          require(covers(year, day), day + " is not a day of " + year);
          require(ONE_LINE.matcher(occasion).matches(), "an occasion is words in one line");
        });
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /**
   * Reads one year.
   *
   * @param name what errors call the text, for example its file
   * @throws BrokenFileException naming file, line, key and what was expected
   */
  public static CalendarYear parse(String name, String text) {
    return parse(DataFile.of(name, text));
  }

  /** The years that ship with the law, oldest first. */
  public static List<CalendarYear> shipped() {
    return DataFile.resource("calendar/index.txt").lines().stream()
        .map(line -> parse(DataFile.resource("calendar/" + line.rest(1) + ".txt")))
        .toList();
  }

  private static CalendarYear parse(DataFile file) {
    return new Reader(file).read();
  }

  /** Whether the notices for this year may dispose of the day. */
  static boolean covers(int year, LocalDate day) {
    return day.getYear() == year || (day.getYear() == year - 1 && isLastWeekOfYear(day));
  }

  /** 25 to 31 December: the following year's notice may still change them. */
  static boolean isLastWeekOfYear(LocalDate day) {
    return day.getMonthValue() == 12 && day.getDayOfMonth() >= 25;
  }

  @Override
  public String canonicalText() {
    StringBuilder out = new StringBuilder("year " + year + "\n");
    notices.forEach(notice -> out.append("notice ").append(notice).append('\n'));
    Stream.of(lines("rest", restDays), lines("work", makeUpWorkdays))
        .flatMap(Collection::stream)
        .forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  private static List<String> lines(String key, SortedMap<LocalDate, String> days) {
    return days.entrySet().stream()
        .map(day -> key + " " + day.getKey() + " " + day.getValue())
        .toList();
  }

  /** Collects the lines of one file and refuses the first that is wrong. */
  private static final class Reader {
    private final DataFile file;
    private final List<String> notices = new ArrayList<>();
    private final SortedMap<LocalDate, String> rest = new TreeMap<>();
    private final SortedMap<LocalDate, String> work = new TreeMap<>();
    private int year;

    Reader(DataFile file) {
      this.file = file;
    }

    CalendarYear read() {
      file.lines().forEach(this::accept);
      if (year == 0) {
        throw file.lacks("year", "a line: year 2026");
      }
      if (notices.isEmpty()) {
        throw file.lacks("notice", "a line: notice https://…");
      }
      return new CalendarYear(year, notices, rest, work);
    }

    private void accept(Line line) {
      switch (line.key()) {
        case "year" -> acceptYear(line);
        case "notice" -> acceptNotice(line);
        case "rest" -> acceptDay(line, rest);
        case "work" -> acceptWorkday(line);
        default -> throw line.broken("one of: year, notice, rest, work", line.key());
      }
    }

    private void acceptYear(Line line) {
      line.requireWords(2, "year 2026");
      if (year != 0) {
        throw line.broken("one year a file", "a second: " + line.rest(1));
      }
      year = line.whole(1, EARLIEST, LATEST);
    }

    private void acceptNotice(Line line) {
      line.requireWords(2, "notice https://…");
      String address = line.rest(1);
      if (!address.matches("https?://\\S+")) {
        throw line.broken("an address that begins with https:// or http://", address);
      }
      if (notices.contains(address)) {
        throw line.broken("each notice once", address);
      }
      notices.add(address);
    }

    private void acceptWorkday(Line line) {
      acceptDay(line, work);
      if (!Weekend.isWeekend(line.date(1))) {
        throw line.broken("a Saturday or Sunday", line.rest(1));
      }
    }

    private void acceptDay(Line line, SortedMap<LocalDate, String> days) {
      line.requireAtLeast(3, line.key() + " 2026-01-01 元旦");
      if (year == 0) {
        throw line.broken("the year before its days", line.rest(0));
      }
      LocalDate day = line.date(1);
      if (!covers(year, day)) {
        throw line.broken("a day of " + year + " or of the last week before it", line.rest(1));
      }
      if (rest.containsKey(day) || work.containsKey(day)) {
        throw line.broken("each day once", day.toString());
      }
      days.put(day, line.rest(2));
    }
  }
}
