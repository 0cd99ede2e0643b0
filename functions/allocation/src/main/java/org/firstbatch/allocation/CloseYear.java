package org.firstbatch.allocation;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firstbatch.allocation.Closing.Closed;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Attempts;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.FiscalYear;

/**
 * Carries out the closing of a year that finance approved. Claims still set aside go into the next
 * year's queue by insuring time; what the cap left lapses; what the budget left follows question
 * 10. The next year's rows are written first, which is harmless to repeat; one transaction closes
 * the year, and from then on they count. Each write stands on the year being open and its input
 * unchanged: two at once write the same, and the slower one touches nothing that counts already.
 */
final class CloseYear {

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
    Attempts.upTo(
        RunPlan.MOST_BEGINNINGS,
        () -> begin(scheme, year),
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
    NextYearRows rows = new NextYearRows(records, actor, closing.get(), chain.revision());
    try {
      Closed closed = new CarryOver(records, scheme, year).write(rows, archive, chain, snapshot);
      return rows.finish() && commit(actor, chain, closing.get(), budget, closed);
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
    chain.standOn(unit, year);
    unit.relyCounter(Claims.inputRevision(actor.scheme(), year), chain.revision());
    unit.raise(Claims.inputRevision(actor.scheme(), year + 1));
    return Commits.isCommitted(records, unit);
  }

  /** Moves the places of what a closed year carried over. */
  void movePlaces(String scheme, int year, Instant closedAt) {
    new MovePlaces(records).move(actor(scheme, year, closedAt), year);
  }
}
