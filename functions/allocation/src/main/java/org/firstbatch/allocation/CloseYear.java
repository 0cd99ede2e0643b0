package org.firstbatch.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.firstbatch.casework.record.Transaction;
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
 * the year, and from then on they count. Each write stands on the year being open and its input
 * unchanged: two at once write the same, and the slower one touches nothing that counts already.
 */
final class CloseYear {

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
    Rows rows = new Rows(actor, year, closing.get(), chain.revision());
    try {
      Closed closed = carryOver(rows, chain, snapshot);
      rows.voidLeftovers();
      return rows.stand() && commit(actor, chain, closing.get(), budget, closed);
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

  private Closed carryOver(Rows rows, Chain chain, Snapshot snapshot) throws IOException {
    History history = new History(records, archive, rows.scheme);
    Tally tally = new Tally(rows, snapshot.options().unpaidAtYearEnd());
    try (Awards.Reading awards = history.awards(chain);
        LastPlan last = LastPlan.of(history, chain)) {
      for (Queue queue = new Queue(records, rows.scheme, rows.year); queue.hasNext(); ) {
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
    for (int attempt = 1; attempt <= RunPlan.MOST_BEGINNINGS; attempt++) {
      if (isMoved(actor, year, claims)) {
        return;
      }
    }
    throw new RetryableFault("Places of claims change all the time while they move to " + year);
  }

  private boolean isMoved(Actor actor, int year, List<Claim> claims) {
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
    if (unit.isEmpty()) {
      return true;
    }
    unit.raise(Claims.inputRevision(actor.scheme(), year));
    return Commits.isCommitted(records, unit);
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
  private static final class Tally {
    private final UnpaidAtYearEnd unpaid;
    private final Rows rows;
    private int setAside;
    private int carried;
    private int lapsed;

    Tally(Rows rows, UnpaidAtYearEnd unpaid) {
      this.rows = rows;
      this.unpaid = unpaid;
    }

    /** A claim that no signed plan decided was never offered money: it goes on, as if set aside. */
    void decide(Queue.Entry entry, long outstanding, @Nullable PlanLine line) {
      if (line == null || line.outcome() == Outcome.SET_ASIDE) {
        setAside++;
        rows.write(entry, Money.ofFen(outstanding), false);
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
        rows.write(entry, Money.ofFen(leftByBudget), true);
      } else {
        lapsed++;
      }
    }

    Closed closed() {
      return new Closed(setAside, carried, lapsed);
    }
  }

  /**
   * The next year's rows of one beginning, as many at once as a transaction takes. When the year
   * was closed or its input changed meanwhile, nothing more is written.
   */
  private final class Rows {
    private static final int AT_ONCE = Transaction.MOST_WRITES - 2;

    private final Actor actor;
    private final String scheme;
    private final int year;
    private final Stored<Closing> closing;
    private final long revision;
    private final Set<RecordKey> written = new HashSet<>();
    private Unit unit;
    private int waiting;
    private boolean stand = true;

    Rows(Actor actor, int year, Stored<Closing> closing, long revision) {
      this.actor = actor;
      this.scheme = actor.scheme();
      this.year = year;
      this.closing = closing;
      this.revision = revision;
      this.unit = new Unit(actor);
    }

    void write(Queue.Entry entry, Money subsidy, boolean firstInLine) {
      Claim next = entry.claim().intoNextYear(subsidy, firstInLine);
      Claims.Place place = place(scheme, year + 1, next);
      written.add(place.key());
      put(Claims.CLAIM, place.key(), next);
      entry
          .marks()
          .forEach(
              mark ->
                  put(
                      Claims.MARK,
                      new RecordKey(Table.CLAIMS, place.partition(), place.sort() + mark.suffix()),
                      mark.mark()));
    }

    /** What an earlier beginning wrote must not count if this one did not write it. */
    void voidLeftovers() {
      for (Queue queue = new Queue(records, scheme, year + 1); queue.hasNext(); ) {
        Claim claim = queue.next().claim();
        RecordKey key = place(scheme, year + 1, claim).key();
        if (yearOf(claim) <= year && !claim.withdrawn() && !written.contains(key)) {
          put(Claims.CLAIM, key, claim.asWithdrawn());
        }
      }
    }

    /** Writes the last of them; whether all were written while everything stood. */
    boolean stand() {
      flush();
      return stand;
    }

    private <T> void put(Kind<T> kind, RecordKey key, T value) {
      unit.put(kind, key, value);
      waiting++;
      if (waiting == AT_ONCE) {
        flush();
      }
    }

    private void flush() {
      if (waiting > 0 && stand) {
        unit.rely(closing);
        unit.relyCounter(Claims.inputRevision(scheme, year), revision);
        stand = Commits.isCommitted(records, unit);
      }
      unit = new Unit(actor);
      waiting = 0;
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
