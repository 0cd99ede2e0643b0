package org.firstbatch.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.allocation.Terms;
import org.firstbatch.measures.allocation.canonical.InputHead;
import org.firstbatch.measures.allocation.canonical.PlanKey;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Options;
import org.firstbatch.measures.scheme.YearlyNotice;
import org.jspecify.annotations.Nullable;

/** What a year's plan depends on besides its claims, read once. */
final class Snapshot {

  private final Records records;
  private final String scheme;
  private final FiscalYear year;
  private final Instant began;
  private final Edition edition;
  private final RestDays restDays;
  private final YearlyNotice notice;
  private final @Nullable Stored<Budget> budget;
  private final boolean inheritsClaims;
  private final OtherYears otherYears;
  private final Map<String, Optional<Filing>> filings = new HashMap<>();
  private final Map<Quarter, Boolean> closed = new HashMap<>();
  private final Map<LocalDate, Options> optionsOfDay = new HashMap<>();

  private Snapshot(
      Records records, Schemes schemes, String scheme, FiscalYear year, Instant began) {
    this.records = records;
    this.scheme = scheme;
    this.year = year;
    this.began = began;
    edition = editionOf(schemes, scheme, year);
    restDays = Programme.restDays(records, scheme);
    notice = Programme.notice(records, scheme, year.year());
    budget = Programme.findBudget(records, scheme, year.year()).orElse(null);
    inheritsClaims =
        Programme.findBudget(records, scheme, year.year() - 1)
            .filter(before -> before.value().isClosed())
            .isPresent();
    otherYears = OtherYears.behind(records, schemes, scheme, year.year());
  }

  /**
   * @param began the instant of the run: filings count whose window was closed then
   */
  static Snapshot read(Records records, Schemes schemes, String scheme, int year, Instant began) {
    Snapshot snapshot = new Snapshot(records, schemes, scheme, new FiscalYear(year), began);
    snapshot.readFilings();
    return snapshot;
  }

  /** The edition that fixes a fiscal year's options: that of its first day, or the first of all. */
  static Edition editionOf(Schemes schemes, String scheme, FiscalYear year) {
    return schemes
        .edition(scheme, Shanghai.startOf(year.firstDay()))
        .orElseThrow(() -> new PermanentFault("There is no scheme " + scheme));
  }

  private void readFilings() {
    List<String> ids = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.FILINGS, Filings.yearPartition(scheme, year.year())),
        row -> ids.add(Filings.ROW.read(row).value().filing()));
    records
        .findAll(ids.stream().map(id -> Filings.key(scheme, id)).toList())
        .values()
        .forEach(
            record -> {
              Filing filing = Filings.FILING.read(record).value();
              filings.put(filing.id(), Optional.of(filing));
            });
  }

  /** The budget with its record; null when the year has none. */
  @Nullable Stored<Budget> budget() {
    return budget;
  }

  /** The signed plans of other years that count under question 6. */
  OtherYears otherYears() {
    return otherYears;
  }

  Options options() {
    return edition.options(year);
  }

  /**
   * The filing that makes a claim visible to this plan; empty while none does. A claim of an
   * earlier year counts once that year is closed.
   */
  Optional<Filing> visibleIn(Claim claim) {
    Optional<Filing> filing = filing(claim.filing());
    if (filing.isEmpty() || filing.get().state() != Filings.State.FILED) {
      return Optional.empty();
    }
    Quarter quarter = Quarter.parse(claim.quarter());
    boolean counts = quarter.year() < year.year() ? inheritsClaims : windowHasClosed(quarter);
    return counts ? filing : Optional.empty();
  }

  private Optional<Filing> filing(String id) {
    return filings.computeIfAbsent(
        id,
        unknown ->
            records
                .find(Filings.key(scheme, unknown))
                .map(record -> Filings.FILING.read(record).value()));
  }

  private boolean windowHasClosed(Quarter quarter) {
    return closed.computeIfAbsent(
        quarter, q -> notice.filingWindow(q, edition, restDays).hasClosedAt(began));
  }

  /** The last filing window of the year; until it closes, claims of the year may still come. */
  FilingWindow lastWindow() {
    return notice.filingWindow(year.quarters().getLast(), edition, restDays);
  }

  /** A filing that was received and is not checked yet: its claims are still on their way. */
  Optional<String> filingUnderWay() {
    return filings.values().stream()
        .flatMap(Optional::stream)
        .filter(filing -> filing.state() == Filings.State.RECEIVED)
        .map(Filing::id)
        .sorted()
        .findFirst();
  }

  /** The options of a policy's signing day. */
  Options optionsOn(LocalDate signed) {
    return optionsOfDay.computeIfAbsent(
        signed, day -> edition.options(day.isBefore(edition.issued()) ? edition.issued() : day));
  }

  /** What one enterprise may get in a fiscal year (第七条): the value of its first day in force. */
  static Money cap(Edition edition, FiscalYear year) {
    LocalDate first = year.firstDay();
    return edition
        .parameters()
        .enterpriseCap(first.isBefore(edition.issued()) ? edition.issued() : first)
        .value();
  }

  /** What the input file says before its claims. */
  InputHead head(int place, @Nullable String previous) {
    if (budget == null) {
      throw new PermanentFault("The year " + year + " has no budget");
    }
    return new InputHead(
        new PlanKey(scheme, year.year(), place),
        previous,
        edition.sha256(),
        edition.datedOptions().sha256(),
        notice.sha256(),
        restDays.sha256(),
        options().insuringTime(),
        Terms.of(budget.value().total().fen(), cap(edition, year).fen(), options()));
  }
}
