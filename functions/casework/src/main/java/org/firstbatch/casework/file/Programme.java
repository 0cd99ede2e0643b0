package org.firstbatch.casework.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.CalendarYear;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Clause;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.scheme.YearlyNotice;
import org.jspecify.annotations.Nullable;

/**
 * What the programme function keeps: insurers, clauses, calendars, budgets, notices; each change
 * had two persons.
 */
public final class Programme {

  /** An insurer in the regulator's register (第十二条). */
  public static final Kind<InsurerRecord> INSURER = Kind.of("insurer", InsurerRecord.class);

  /** A clause on file with the regulator (第三条). */
  public static final Kind<Clause> CLAUSE = Kind.of("clause", Clause.class);

  /** The calendar years that were loaded beside those that ship. */
  public static final Kind<Calendars> CALENDARS = Kind.of("calendars", Calendars.class);

  /** The budget of a fiscal year (第十三条). */
  public static final Kind<Budget> BUDGET = Kind.of("budget", Budget.class);

  /** The notice of a year. */
  public static final Kind<Notice> NOTICE = Kind.of("notice", Notice.class);

  private Programme() {}

  /**
   * Loaded calendar years.
   *
   * @param years by year, the text of the notice as the law's calendar reads it
   */
  public record Calendars(SortedMap<Integer, String> years) {
    public Calendars {
      years = new TreeMap<>(years);
    }

    /** Those that ship, with these in their place or beside them. */
    public RestDays restDays() {
      RestDays restDays = RestDays.shipped();
      for (Map.Entry<Integer, String> year : years.entrySet()) {
        restDays = restDays.with(CalendarYear.parse("calendar " + year.getKey(), year.getValue()));
      }
      return restDays;
    }
  }

  /**
   * The budget of a fiscal year.
   *
   * @param year the fiscal year
   * @param initial what was budgeted first
   * @param supplements what was added since
   * @param closedAt when finance closed the year; null while it is open
   */
  public record Budget(
      int year, Money initial, List<Supplement> supplements, @Nullable Instant closedAt) {
    public Budget {
      supplements = List.copyOf(supplements);
    }

    /** The budget with its supplements. */
    public Money total() {
      return supplements.stream().map(Supplement::amount).reduce(initial, Money::plus);
    }

    public boolean isClosed() {
      return closedAt != null;
    }
  }

  /**
   * An addition to a budget.
   *
   * @param amount what was added
   * @param at when it was approved
   * @param ground why
   */
  public record Supplement(Money amount, Instant at, String ground) {}

  /**
   * The notice of a year.
   *
   * @param year the year
   * @param text as the law's notice reads it
   */
  public record Notice(int year, String text) {
    public YearlyNotice value() {
      return YearlyNotice.parse("notice " + year, text);
    }
  }

  public static RecordKey insurerKey(String scheme, String insurer) {
    return new RecordKey(Table.PROGRAMME, RecordKey.join(scheme, "insurers"), insurer);
  }

  public static RecordKey clauseKey(String scheme, String number) {
    return new RecordKey(Table.PROGRAMME, RecordKey.join(scheme, "clauses"), number);
  }

  public static RecordKey calendarsKey(String scheme) {
    return new RecordKey(Table.PROGRAMME, RecordKey.join(scheme, "calendars"), "loaded");
  }

  public static RecordKey budgetKey(String scheme, int year) {
    return new RecordKey(Table.PROGRAMME, RecordKey.join(scheme, "budgets"), String.valueOf(year));
  }

  public static RecordKey noticeKey(String scheme, int year) {
    return new RecordKey(Table.PROGRAMME, RecordKey.join(scheme, "notices"), String.valueOf(year));
  }

  /** Where a version of a notice stays as it was; each is written with the version itself. */
  public static RecordKey noticeVersionKey(String scheme, int year, long version) {
    return new RecordKey(
        Table.PROGRAMME,
        RecordKey.join(scheme, "notice-versions", String.valueOf(year)),
        "%06d".formatted(version));
  }

  /** The rest days as far as they are known to a scheme. */
  public static RestDays restDays(Records records, String scheme) {
    return records
        .find(calendarsKey(scheme))
        .map(record -> CALENDARS.read(record).value().restDays())
        .orElseGet(RestDays::shipped);
  }

  /** The notice of a year; one that changes nothing when none was given. */
  public static YearlyNotice notice(Records records, String scheme, int year) {
    return records
        .find(noticeKey(scheme, year))
        .map(record -> NOTICE.read(record).value().value())
        .orElseGet(() -> YearlyNotice.silent(new FiscalYear(year)));
  }

  public static Optional<Stored<Budget>> findBudget(Records records, String scheme, int year) {
    return records.find(budgetKey(scheme, year)).map(BUDGET::read);
  }

  /** The budgets of all fiscal years, closed ones too, years upwards. */
  public static List<Budget> listBudgets(Records records, String scheme) {
    List<Budget> budgets = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.PROGRAMME, budgetKey(scheme, 0).partition()),
        record -> budgets.add(BUDGET.read(record).value()));
    return budgets;
  }
}
