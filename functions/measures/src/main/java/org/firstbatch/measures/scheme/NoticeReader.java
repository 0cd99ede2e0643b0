package org.firstbatch.measures.scheme;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.datafile.DataFile;
import org.firstbatch.measures.datafile.Line;
import org.firstbatch.measures.scheme.YearlyNotice.FilingDays;

/** Collects the lines of one yearly notice and refuses the first that is wrong. */
final class NoticeReader {
  private final DataFile file;
  private final FiscalYear year;
  private final SortedMap<Quarter, FilingDays> windows = new TreeMap<>();
  private final SortedSet<OptionalColumn> columns = new TreeSet<>();
  private final SortedSet<ProductClass> classes = new TreeSet<>();
  private final ApplicationTermsReader application;

  private NoticeReader(DataFile file) {
    this.file = file;
    if (file.lines().isEmpty() || !file.lines().getFirst().key().equals("notice")) {
      throw file.lacks("notice", "a first line: notice 2026");
    }
    Line first = file.lines().getFirst();
    first.requireWords(2, "notice 2026");
    year = first.value(1, FiscalYear::parse, "a fiscal year such as 2026");
    application = new ApplicationTermsReader(year);
  }

  static YearlyNotice read(DataFile file) {
    return new NoticeReader(file).notice();
  }

  private YearlyNotice notice() {
    file.lines().stream().skip(1).forEach(this::accept);
    SortedSet<ProductClass> negotiated =
        classes.isEmpty()
            ? YearlyNotice.allNegotiated()
            : Collections.unmodifiableSortedSet(classes);
    return new YearlyNotice(year, windows, columns, negotiated, application.terms());
  }

  private void accept(Line line) {
    switch (line.key()) {
      case "filing-window" -> acceptWindow(line);
      case "required-column" -> acceptColumn(line);
      case "negotiated-class" -> acceptClass(line);
      default -> acceptOther(line);
    }
  }

  private void acceptOther(Line line) {
    if (!application.accept(line)) {
      throw line.broken(
          "one of: filing-window, required-column, negotiated-class, "
              + ApplicationTermsReader.KEYS,
          line.key());
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
