package org.firstbatch.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firstbatch.allocation.Archive.FileType;
import org.firstbatch.allocation.Closing.Closed;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.allocation.Outcome;
import org.firstbatch.measures.allocation.canonical.PlanLine;
import org.firstbatch.measures.allocation.canonical.PlanReader;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.filing.ClaimStatus;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Options.UnpaidAtYearEnd;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the closing of a year that finance approved. Claims still set aside go into the next
 * year's queue by insuring time; what the cap left lapses; what the budget left follows question
 * 10. The next year's rows are written first, which is harmless to repeat; one transaction closes
 * the year, and from then on they count.
 */
final class CloseYear {

  private static final int BATCH = 500;
  private static final int PLACES_AT_ONCE = 8;

  private final Records records;
  private final Archive archive;
  private final Schemes schemes;

  CloseYear(Records records, ObjectStore objects, Schemes schemes) {
    this.records = records;
    archive = new Archive(objects);
    this.schemes = schemes;
  }

  /** Closes a year, if it is approved and not closed yet. */
  void close(String scheme, int year) {
    for (int beginning = 1; beginning <= RunPlan.MOST_BEGINNINGS; beginning++) {
      if (begin(scheme, year)) {
        return;
      }
    }
    throw new RetryableFault(
        "Closing %s %d: the input changed %d times meanwhile"
            .formatted(scheme, year, RunPlan.MOST_BEGINNINGS));
  }

  private boolean begin(String scheme, int year) {
    Chain chain = Chain.of(records, scheme, year);
    Optional<Stored<Closing>> closing = Closing.find(records, scheme, year);
    Instant approvedAt = closing.map(stored -> stored.value().approvedAt()).orElse(null);
    if (closing.isEmpty() || approvedAt == null || closing.get().value().closed() != null) {
      return true;
    }
    Snapshot snapshot = Snapshot.read(records, schemes, scheme, year, approvedAt);
    Stored<Budget> budget = Objects.requireNonNull(snapshot.budget(), "an approved year's budget");
    Actor actor = actor(scheme, year, approvedAt);
    try {
      voidLeftovers(actor, year);
      Closed closed = carryOver(actor, year, chain, snapshot);
      return commit(actor, chain, closing.get(), budget, closed);
    } catch (IOException e) {
      throw new RetryableFault("The files of a signed plan could not be read", e);
    }
  }

  private Actor actor(String scheme, int year, Instant at) {
    int edition = Snapshot.editionOf(schemes, scheme, new FiscalYear(year)).number();
    return Actor.system(scheme, at, "closing-" + year, String.valueOf(edition));
  }

  private boolean commit(
      Actor actor, Chain chain, Stored<Closing> closing, Stored<Budget> budget, Closed closed) {
    Unit unit = new Unit(actor);
    Closing old = closing.value();
    int year = old.year();
    unit.change(
        Closing.KIND,
        closing,
        new Closing(
            year, old.proposedBy(), old.proposedAt(), old.approvedBy(), old.approvedAt(), closed),
        Happening.of(
            "year.closed",
            "year",
            String.valueOf(year),
            List.of(),
            Map.of(
                "year", year,
                "setAside", closed.setAside(),
                "carried", closed.carried(),
                "lapsed", closed.lapsed())));
    Budget open = budget.value();
    unit.change(
        Programme.BUDGET, budget, new Budget(year, open.initial(), open.supplements(), actor.at()));
    standOnChain(unit, actor.scheme(), year, chain);
    unit.relyCounter(Claims.inputRevision(actor.scheme(), year), chain.revision());
    unit.raise(Claims.inputRevision(actor.scheme(), year + 1));
    return Commits.isCommitted(records, unit);
  }

  private static void standOnChain(Unit unit, String scheme, int year, Chain chain) {
    Stored<Plan> next = chain.atNextPlace();
    if (next == null) {
      unit.relyAbsent(Plans.key(scheme, year, chain.nextPlace()));
    } else {
      unit.rely(next);
    }
  }

  /** What an earlier beginning wrote must not count if this one does not write it. */
  private void voidLeftovers(Actor actor, int year) {
    Batch batch = new Batch(actor);
    for (Queue queue = new Queue(records, actor.scheme(), year + 1); queue.hasNext(); ) {
      Queue.Entry entry = queue.next();
      if (yearOf(entry.claim()) <= year && !entry.claim().withdrawn()) {
        Claims.Place place = place(actor.scheme(), year + 1, entry.claim());
        batch.put(Claims.CLAIM, place.key(), entry.claim().asWithdrawn());
      }
    }
    batch.flush();
  }

  private Closed carryOver(Actor actor, int year, Chain chain, Snapshot snapshot)
      throws IOException {
    String scheme = actor.scheme();
    History history = new History(records, archive, scheme);
    Tally tally = new Tally(actor, year, snapshot.options().unpaidAtYearEnd());
    try (Awards.Reading awards = history.awards(chain);
        LastPlan last = LastPlan.of(history, chain)) {
      for (Queue queue = new Queue(records, scheme, year); queue.hasNext(); ) {
        Queue.Entry entry = queue.next();
        long outstanding = entry.claim().subsidy().fen() - awards.at(entry.place());
        PlanLine line = last.lineOf(entry.place());
        if (outstanding > 0 && stands(entry, snapshot)) {
          tally.decide(entry, outstanding, line);
        }
      }
      last.requireRead();
    }
    return tally.closed();
  }

  private static boolean stands(Queue.Entry entry, Snapshot snapshot) {
    return snapshot
        .visibleIn(entry.claim())
        .map(filing -> entry.review(filing).status())
        .filter(status -> status != ClaimStatus.WITHDRAWN && status != ClaimStatus.REJECTED)
        .isPresent();
  }

  /**
   * Moves the places by which single reviews find a claim to the next year's queue, with the marks
   * that were set until then; harmless to repeat.
   */
  void movePlaces(String scheme, int year, Instant closedAt) {
    Actor actor = actor(scheme, year, closedAt);
    for (Queue queue = new Queue(records, scheme, year + 1); queue.hasNext(); ) {
      List<Claim> some = new ArrayList<>();
      while (queue.hasNext() && some.size() < PLACES_AT_ONCE) {
        Claim claim = queue.next().claim();
        if (yearOf(claim) <= year && !claim.withdrawn()) {
          some.add(claim);
        }
      }
      movePlaces(actor, year + 1, some);
    }
  }

  private void movePlaces(Actor actor, int year, List<Claim> claims) {
    Unit unit = new Unit(actor);
    Map<RecordKey, StoredRecord> found =
        records.findAll(
            claims.stream().map(claim -> Claims.placeKey(actor.scheme(), claim.id())).toList());
    for (Claim claim : claims) {
      StoredRecord record = found.get(Claims.placeKey(actor.scheme(), claim.id()));
      if (record != null && Claims.PLACE.read(record).value().year() < year) {
        movePlace(unit, Claims.PLACE.read(record), place(actor.scheme(), year, claim));
      }
    }
    if (!unit.isEmpty()) {
      unit.raise(Claims.inputRevision(actor.scheme(), year));
      if (!Commits.isCommitted(records, unit)) {
        throw new RetryableFault("Places of claims changed while they moved to " + year);
      }
    }
  }

  private void movePlace(Unit unit, Stored<Claims.Place> old, Claims.Place next) {
    unit.change(Claims.PLACE, old, next);
    records.forEach(
        RecordQuery.prefixed(Table.CLAIMS, old.value().partition(), old.value().sort() + "!"),
        record -> {
          String suffix = record.key().sort().substring(old.value().sort().length());
          unit.put(
              Claims.MARK,
              new RecordKey(Table.CLAIMS, next.partition(), next.sort() + suffix),
              Claims.MARK.read(record).value());
        });
  }

  private static int yearOf(Claim claim) {
    return Integer.parseInt(claim.quarter().substring(0, 4));
  }

  private static Claims.Place place(String scheme, int year, Claim claim) {
    return Claims.place(
        scheme,
        year,
        claim.id(),
        claim.carried(),
        claim.insured(),
        claim.received(),
        claim.insurer(),
        claim.number());
  }

  /** Decides of each claim and writes those that go on. */
  private final class Tally {
    private final String scheme;
    private final int year;
    private final UnpaidAtYearEnd unpaid;
    private final Batch batch;
    private int setAside;
    private int carried;
    private int lapsed;

    Tally(Actor actor, int year, UnpaidAtYearEnd unpaid) {
      scheme = actor.scheme();
      batch = new Batch(actor);
      this.year = year;
      this.unpaid = unpaid;
    }

    /** A claim that no signed plan decided was never offered money: it goes on, as if set aside. */
    void decide(Queue.Entry entry, long outstanding, @Nullable PlanLine line) {
      if (line == null || line.outcome() == Outcome.SET_ASIDE) {
        setAside++;
        write(entry, outstanding, false);
      } else {
        decideDecided(entry, Math.min(outstanding, leftByBudget(line)));
      }
    }

    /** What the cap allowed and the budget did not reach. */
    private static long leftByBudget(PlanLine line) {
      return Math.min(line.outstanding(), line.capLeft()) - line.award();
    }

    private void decideDecided(Queue.Entry entry, long leftByBudget) {
      if (leftByBudget > 0 && unpaid == UnpaidAtYearEnd.CARRIED_FIRST_IN_LINE) {
        carried++;
        write(entry, leftByBudget, true);
      } else {
        lapsed++;
      }
    }

    private void write(Queue.Entry entry, long fen, boolean firstInLine) {
      Claim next = entry.claim().intoNextYear(Money.ofFen(fen), firstInLine);
      Claims.Place place = place(scheme, year + 1, next);
      batch.put(Claims.CLAIM, place.key(), next);
      entry
          .marks()
          .forEach(
              mark ->
                  batch.put(
                      Claims.MARK,
                      new RecordKey(Table.CLAIMS, place.partition(), place.sort() + mark.suffix()),
                      mark.mark()));
    }

    Closed closed() {
      batch.flush();
      return new Closed(setAside, carried, lapsed);
    }
  }

  /** Rows to write, some hundred at once. */
  private final class Batch {
    private final Actor actor;
    private final List<StoredRecord> rows = new ArrayList<>(BATCH);

    Batch(Actor actor) {
      this.actor = actor;
    }

    <T> void put(Kind<T> kind, RecordKey key, T value) {
      rows.add(
          StoredRecord.first(key, kind.schema(), actor.edition(), actor.at(), Json.write(value)));
      if (rows.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      if (!rows.isEmpty()) {
        records.putAll(rows);
        rows.clear();
      }
    }
  }

  /** The lines of the year's last signed plan, read beside the queue. */
  private static final class LastPlan implements AutoCloseable {
    private final @Nullable InputStream in;
    private final @Nullable PlanReader lines;
    private @Nullable PlanLine ahead;

    private LastPlan(@Nullable InputStream in) {
      this.in = in;
      lines = in == null ? null : new PlanReader(in);
      advance();
    }

    static LastPlan of(History history, Chain chain) {
      return new LastPlan(
          chain
              .lastSigned()
              .map(plan -> history.open(plan, plan.sha256(), FileType.PLAN))
              .orElse(null));
    }

    /** The claim's line; null when the plan has none. Every line's claim stays in the queue. */
    @Nullable PlanLine lineOf(Place place) {
      PlanLine line = ahead;
      if (line == null || !place.isOf(line)) {
        return null;
      }
      advance();
      return line;
    }

    /** A line without its claim would have shifted all after it. */
    void requireRead() {
      PlanLine line = ahead;
      if (line != null) {
        throw new PermanentFault(
            "A signed plan's line has no claim in the queue: "
                + line.insurer()
                + " "
                + line.policy());
      }
    }

    private void advance() {
      ahead = lines != null && lines.hasNext() ? lines.next() : null;
    }

    @Override
    public void close() throws IOException {
      if (in != null) {
        in.close();
      }
    }
  }
}
