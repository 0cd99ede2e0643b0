package org.firstbatch.measures.scheme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
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

/**
 * What a scheme's notice for a fiscal year says about filing (第十三条), negotiated classes (第四条) and
 * applications (第八条, 第九条).
 *
 * <pre>
 * notice 2026
 * filing-window 2026Q1 from 2026-04-01 to 2026-04-20
 * required-column 发票号码
 * negotiated-class 飞机
 * material SIZE 上年度审计报告                              several a condition
 * industry 数控机床                                         several
 * application-window from 2025-11-01 to 2026-10-31        once
 * working-days confirm 10                                 once a stage
 * unit-price-threshold 50000000.00                        once, yuan
 * further 近三年无重大质量事故                              several
 * </pre>
 *
 * @param windows the filing windows it sets; the others stay as the edition has them
 * @param requiredColumns optional columns of the quarterly sheet that it requires
 * @param negotiatedClasses the classes whose terms may be negotiated in that year
 * @param application what it says about applications
 */
public record YearlyNotice(
    FiscalYear year,
    SortedMap<Quarter, FilingDays> windows,
    SortedSet<OptionalColumn> requiredColumns,
    SortedSet<ProductClass> negotiatedClasses,
    ApplicationTerms application)
    implements Canonical {

  /** First and last day of a window; the last day moves like any last day. */
  public record FilingDays(LocalDate opens, LocalDate closes) {}

  public YearlyNotice {
    windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
    requiredColumns = Collections.unmodifiableSortedSet(new TreeSet<>(requiredColumns));
    negotiatedClasses = Collections.unmodifiableSortedSet(new TreeSet<>(negotiatedClasses));
  }

  /** The notice of a year that changes nothing: all three classes, no window, no column. */
  public static YearlyNotice silent(FiscalYear year) {
    return new YearlyNotice(
        year, new TreeMap<>(), new TreeSet<>(), allNegotiated(), ApplicationTerms.silent());
  }

  static SortedSet<ProductClass> allNegotiated() {
    return new TreeSet<>(EnumSet.complementOf(EnumSet.of(ProductClass.ORDINARY)));
  }

  /**
   * The notice under which an application falls (第九条): that of the year after the day's once its
   * window has opened, otherwise that of the day's own year.
   */
  public static YearlyNotice forApplication(LocalDate day, YearlyNotice own, YearlyNotice next) {
    boolean opened =
        next.application().findWindow().filter(days -> !day.isBefore(days.opens())).isPresent();
    return opened ? next : own;
  }

  /** The working days of a stage: the notice's, or the edition's of that day. */
  public int workingDays(HandlingStage stage, Edition edition, LocalDate on) {
    Integer set = application.workingDays().get(stage);
    return set == null ? edition.parameters().workingDays(stage, on).value() : set;
  }

  /**
   * Reads a notice. One that names no negotiated class leaves all three.
   *
   * @param name what errors call the text
   * @throws BrokenFileException naming file, line, key and what was expected
   */
  public static YearlyNotice parse(String name, String text) {
    return NoticeReader.read(DataFile.of(name, text));
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
    return out.append(application.canonicalText()).toString();
  }
}
