package org.firstbatch.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firstbatch.allocation.Archive.FileType;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.PlanLine;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.allocation.Allocation;
import org.firstbatch.measures.allocation.Allocation.Totals;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.Line;
import org.firstbatch.measures.allocation.Outcome;
import org.firstbatch.measures.allocation.Reason;
import org.firstbatch.measures.allocation.Reasons;
import org.firstbatch.measures.allocation.canonical.InputHead;
import org.firstbatch.measures.allocation.canonical.InputReader;
import org.firstbatch.measures.allocation.canonical.InputWriter;
import org.firstbatch.measures.allocation.canonical.PlanHead;
import org.firstbatch.measures.allocation.canonical.PlanKey;
import org.firstbatch.measures.allocation.canonical.PlanWriter;
import org.firstbatch.measures.filing.ClaimStanding;
import org.firstbatch.measures.filing.ClaimStatus;
import org.firstbatch.measures.filing.Readiness;
import org.firstbatch.measures.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes the files and lines of one plan, as streams: first the queue becomes the input file, then
 * the input file, and nothing else, becomes the plan.
 */
final class PlanMaking {

  private static final int BATCH = 500;

  private final Actor actor;
  private final Records records;
  private final History history;
  private final Snapshot snapshot;
  private final Chain chain;
  private final PlanKey key;
  private final String mark;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final List<StoredRecord> batch = new ArrayList<>(BATCH);
  private int order;
  private @Nullable Ahead<Integer> writing;

  PlanMaking(
      Actor actor,
      Records records,
      History history,
      Snapshot snapshot,
      Chain chain,
      PlanKey key,
      String mark) {
    this.actor = actor;
    this.records = records;
    this.history = history;
    this.snapshot = snapshot;
    this.chain = chain;
    this.key = key;
    this.mark = mark;
  }

  /**
   * What was made.
   *
   * @param input the SHA-256 of the input file
   * @param plan the SHA-256 of the plan file
   * @param awards the SHA-256 of the file of awards per claim
   * @param totals the plan's sums
   * @param outcomes how many claims came out how
   */
  record Product(
      String input, String plan, String awards, Totals totals, Map<String, Integer> outcomes) {
    Product {
      outcomes = Map.copyOf(outcomes);
    }
  }

  /** Fills the workspace and writes the lines, which nobody sees before the plan is there. */
  Product into(Workspace files) throws IOException {
    String input = writeInput(files);
    Awards.File awards;
    try (OutputStream plan = files.write(FileType.PLAN);
        OutputStream awarded = files.write(FileType.AWARDS)) {
      awards = new Awards.File(awarded);
      PlanWriter writer = new PlanWriter(plan, new PlanHead(input, key));
      Totals totals = allocate(files, writer, awards);
      return new Product(input, writer.finish(totals), awards.finish(), totals, counted());
    }
  }

  private String writeInput(Workspace files) throws IOException {
    InputHead head =
        snapshot.head(key.place(), chain.lastSigned().map(Plans.Plan::sha256).orElse(null));
    try (OutputStream out = files.write(FileType.INPUT);
        Awards.Reading before = history.awards(chain)) {
      InputWriter writer = new InputWriter(out, head);
      OtherYears others = snapshot.otherYears();
      writer.counted(others.counted());
      writer.awarded(
          history.awardedBefore(key.fiscalYear(), chain, head.terms().capYear(), others));
      Queue queue = new Queue(records, key.scheme(), key.fiscalYear());
      while (queue.hasNext()) {
        Claim claim = claim(queue.next(), before);
        if (claim != null) {
          writer.claim(claim);
        }
      }
      return writer.finish();
    }
  }

  /** The claim as the plan sees it; null when it is not there, or nothing of it is outstanding. */
  private @Nullable Claim claim(Queue.Entry entry, Awards.Reading before) throws IOException {
    long outstanding = entry.claim().subsidy().fen() - before.at(entry.place());
    Optional<Filing> filing = snapshot.visibleIn(entry.claim());
    if (outstanding <= 0 || filing.isEmpty()) {
      return null;
    }
    ClaimStanding standing = entry.review(filing.get()).standing();
    ClaimStatus status = standing.status();
    return status == ClaimStatus.WITHDRAWN || status == ClaimStatus.REJECTED
        ? null
        : claim(entry, outstanding, reasons(entry, standing));
  }

  private Reasons reasons(Queue.Entry entry, ClaimStanding standing) {
    return Readiness.reasons(
        standing, snapshot.optionsOn(entry.claim().signed()).applicationForm());
  }

  private static Claim claim(Queue.Entry entry, long outstanding, Reasons reasons) {
    return new Claim(
        entry.claim().enterprise(),
        entry.claim().enterpriseName(),
        entry.claim().insurer(),
        entry.claim().number(),
        entry.place().insured(),
        entry.place().received(),
        entry.claim().quarter(),
        outstanding,
        reasons,
        entry.claim().carried());
  }

  private Totals allocate(Workspace files, PlanWriter plan, Awards.File awards) throws IOException {
    try (InputStream in = files.read(FileType.INPUT);
        Awards.Reading before = history.awards(chain)) {
      InputReader input = new InputReader(in);
      Allocation allocation = new Allocation(input.head().terms(), input.awarded());
      while (input.hasNext()) {
        Line line = allocation.next(input.next());
        plan.line(line);
        addUp(before, awards, line);
        keep(line);
      }
      copyBefore(before, awards, null);
      flush();
      finishWriting();
      return allocation.totals();
    }
  }

  private static void addUp(Awards.Reading before, Awards.File awards, Line line)
      throws IOException {
    Place place = Place.of(line.claim());
    copyBefore(before, awards, place);
    awards.add(place, before.at(place) + line.award());
  }

  private static void copyBefore(Awards.Reading before, Awards.File awards, @Nullable Place place)
      throws IOException {
    for (Awards.Award award = before.before(place); award != null; award = before.before(place)) {
      awards.add(award.place(), award.fen());
    }
  }

  private void keep(Line line) {
    outcomes.merge(line.outcome(), 1, Integer::sum);
    order++;
    String claim = Policies.id(key.scheme(), line.claim().insurer(), line.claim().policy());
    batch.add(record(claim, stored(line)));
    if (batch.size() == BATCH) {
      flush();
    }
  }

  /** Written under the run's instant, so that a rerun writes the same. */
  private StoredRecord record(String claim, PlanLine line) {
    return StoredRecord.first(
        Plans.lineKey(key.scheme(), claim, key.fiscalYear(), key.place(), mark),
        Plans.LINE.schema(),
        actor.edition(),
        actor.at(),
        Json.write(line));
  }

  /** One batch is written while the next is computed. */
  private void flush() {
    finishWriting();
    if (!batch.isEmpty()) {
      List<StoredRecord> full = List.copyOf(batch);
      batch.clear();
      writing =
          Ahead.begin(
              () -> {
                records.putAll(full);
                return full.size();
              });
    }
  }

  private void finishWriting() {
    if (writing != null) {
      writing.await();
      writing = null;
    }
  }

  private PlanLine stored(Line line) {
    return new PlanLine(
        key.fiscalYear(),
        key.place(),
        mark,
        order,
        Money.ofFen(line.claim().outstanding()),
        Money.ofFen(line.capLeft()),
        Money.ofFen(line.budgetLeft()),
        Money.ofFen(line.award()),
        line.outcome().name(),
        line.claim().reasons().list().stream().map(Reason::name).toList());
  }

  private Map<String, Integer> counted() {
    Map<String, Integer> counted = new TreeMap<>();
    outcomes.forEach((outcome, count) -> counted.put(outcome.name(), count));
    return counted;
  }
}
