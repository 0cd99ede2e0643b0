package org.firstbatch.measures.scheme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.datafile.BrokenFileException;
import org.firstbatch.measures.datafile.Canonical;
import org.firstbatch.measures.datafile.DataFile;
import org.firstbatch.measures.datafile.Line;

/**
 * What a scheme's notice for a fiscal year says about filing (第十三条) and negotiated classes (第四条).
 *
 * <pre>
 * notice 2026
 * filing-window 2026Q1 from 2026-04-01 to 2026-04-20
 * required-column 发票号码
 * negotiated-class 飞机
 * </pre>
 *
 * @param windows the filing windows it sets; the others stay as the edition has them
 * @param requiredColumns optional columns of the quarterly sheet that it requires
 * @param negotiatedClasses the classes whose terms may be negotiated in that year
 */
public record YearlyNotice(
    FiscalYear year,
    SortedMap<Quarter, FilingDays> windows,
    SortedSet<OptionalColumn> requiredColumns,
    SortedSet<ProductClass> negotiatedClasses)
    implements Canonical {

  private static final Set<ProductClass> ALL_NEGOTIATED =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ProductClass.ORDINARY)));

  /** First and last day of a window; the last day moves like any last day. */
  public record FilingDays(LocalDate opens, LocalDate closes) {}

  public YearlyNotice {
    windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
    requiredColumns = Collections.unmodifiableSortedSet(new TreeSet<>(requiredColumns));
    negotiatedClasses = Collections.unmodifiableSortedSet(new TreeSet<>(negotiatedClasses));
  }

  /** The notice of a year that changes nothing: all three classes, no window, no column. */
  public static YearlyNotice silent(FiscalYear year) {
    return new YearlyNotice(year, new TreeMap<>(), new TreeSet<>(), new TreeSet<>(ALL_NEGOTIATED));
  }

  /**
   * Reads a notice. One that names no negotiated class leaves all three.
   *
   * @param name what errors call the text
   * @throws BrokenFileException naming file, line, key and what was expected
   */
  public static YearlyNotice parse(String name, String text) {
    return new Reader(DataFile.of(name, text)).read();
  }

  /** The filing window of one of this year's quarters. */
  public FilingWindow filingWindow(Quarter quarter, Edition edition, RestDays restDays) {
    requireOwn(quarter);
    FilingDays days = windows.get(quarter);
    return days == null
        ? FilingWindow.of(quarter, closingDay(quarter, edition), restDays)
        : FilingWindow.closingOn(quarter, days.opens(), days.closes(), restDays);
  }

  private static int closingDay(Quarter quarter, Edition edition) {
    return edition.parameters().filingClosingDay(quarter.next().firstDay()).value();
  }

  private void requireOwn(Quarter quarter) {
    if (!quarter.fiscalYear().equals(year)) {
      throw new IllegalArgumentException("the notice is for " + year + ", not for " + quarter);
    }
  }

  @Override
  public String canonicalText() {
    StringBuilder out = new StringBuilder("notice " + year + "\n");
    windows.forEach(
        (quarter, days) ->
            out.append(
                "filing-window %s from %s to %s\n"
                    .formatted(quarter, days.opens(), days.closes())));
    requiredColumns.forEach(
        column -> out.append("required-column ").append(column.label()).append('\n'));
    negotiatedClasses.forEach(
        kind -> out.append("negotiated-class ").append(kind.label()).append('\n'));
    return out.toString();
  }

  /** Collects the lines of one notice and refuses the first that is wrong. */
  private static final class Reader {
    private final DataFile file;
    private final FiscalYear year;
    private final SortedMap<Quarter, FilingDays> windows = new TreeMap<>();
    private final SortedSet<OptionalColumn> columns = new TreeSet<>();
    private final SortedSet<ProductClass> classes = new TreeSet<>();

    Reader(DataFile file) {
      this.file = file;
      if (file.lines().isEmpty() || !file.lines().getFirst().key().equals("notice")) {
        throw file.lacks("notice", "a first line: notice 2026");
      }
      Line first = file.lines().getFirst();
      first.requireWords(2, "notice 2026");
      year = first.value(1, FiscalYear::parse, "a fiscal year such as 2026");
    }

    YearlyNotice read() {
      file.lines().stream().skip(1).forEach(this::accept);
      return new YearlyNotice(
          year, windows, columns, classes.isEmpty() ? new TreeSet<>(ALL_NEGOTIATED) : classes);
    }

    private void accept(Line line) {
      switch (line.key()) {
        case "filing-window" -> acceptWindow(line);
        case "required-column" -> acceptColumn(line);
        case "negotiated-class" -> acceptClass(line);
        default ->
            throw line.broken(
                "one of: filing-window, required-column, negotiated-class", line.key());
      }
    }

    private void acceptWindow(Line line) {
      String form = "filing-window 2026Q1 from 2026-04-01 to 2026-04-20";
      line.requireWords(6, form);
      if (!line.words().get(2).equals("from") || !line.words().get(4).equals("to")) {
        throw line.broken(form, line.rest(0));
      }
      Quarter quarter = line.value(1, Quarter::parse, "a quarter such as 2026Q1");
      FilingDays days = new FilingDays(line.date(3), line.date(5));
      refuseImpossible(line, quarter, days);
      if (windows.putIfAbsent(quarter, days) != null) {
        throw line.broken("one window a quarter", "a second for " + quarter);
      }
    }

    private void refuseImpossible(Line line, Quarter quarter, FilingDays days) {
      if (!quarter.fiscalYear().equals(year)) {
        throw line.broken("a quarter of " + year, quarter.toString());
      }
      if (!days.opens().isAfter(quarter.lastDay()) || days.closes().isBefore(days.opens())) {
        throw line.broken(
            "a window that opens after " + quarter.lastDay() + " and closes later", line.rest(2));
      }
    }

    private void acceptColumn(Line line) {
      line.requireWords(2, "required-column 发票号码");
      if (!columns.add(line.value(1, OptionalColumn::ofLabel, "an optional column"))) {
        throw line.broken("each column once", line.rest(1));
      }
    }

    private void acceptClass(Line line) {
      line.requireWords(2, "negotiated-class 飞机");
      ProductClass kind = line.value(1, ProductClass::ofLabel, "飞机, 船舶及海工装备 or 核电装备");
      if (!kind.isNegotiated() || !classes.add(kind)) {
        throw line.broken("each negotiated class once", line.rest(1));
      }
    }
  }
}
