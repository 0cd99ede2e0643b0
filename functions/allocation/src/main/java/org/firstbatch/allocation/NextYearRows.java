package org.firstbatch.allocation;

import java.util.HashSet;
import java.util.Set;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.measures.money.Money;

/**
 * The next year's rows of one beginning of a closing, as many at once as a transaction takes. When
 * the year was closed or its input changed meanwhile, nothing more is written.
 */
final class NextYearRows {

  private static final int AT_ONCE = Transaction.MOST_WRITES - 2;

  private final Records records;
  private final Actor actor;
  private final int year;
  private final Stored<Closing> closing;
  private final long revision;
  private final Set<RecordKey> written = new HashSet<>();
  private Unit unit;
  private int waiting;
  private boolean stands = true;

  /**
   * @param closing of the year that closes
   * @param revision of that year's input, as it was read
   */
  NextYearRows(Records records, Actor actor, Stored<Closing> closing, long revision) {
    this.records = records;
    this.actor = actor;
    this.year = closing.value().year();
    this.closing = closing;
    this.revision = revision;
    this.unit = new Unit(actor);
  }

  /** A claim that goes on, with the marks that were set on it. */
  void write(Queue.Entry entry, Money subsidy, boolean firstInLine) {
    Claim next = entry.claim().intoNextYear(subsidy, firstInLine);
    Claims.Place place = Claims.place(actor.scheme(), year + 1, next);
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
    for (Queue queue = new Queue(records, actor.scheme(), year + 1); queue.hasNext(); ) {
      Claim claim = queue.next().claim();
      RecordKey key = Claims.place(actor.scheme(), year + 1, claim).key();
      if (CarryOver.yearOf(claim) <= year && !claim.withdrawn() && !written.contains(key)) {
        put(Claims.CLAIM, key, claim.asWithdrawn());
      }
    }
  }

  /** Writes the last of them; answers whether all were written while everything stood. */
  boolean finish() {
    flush();
    return stands;
  }

  private <T> void put(Kind<T> kind, RecordKey key, T value) {
    unit.put(kind, key, value);
    waiting++;
    if (waiting == AT_ONCE) {
      flush();
    }
  }

  private void flush() {
    if (waiting > 0 && stands) {
      unit.rely(closing);
      unit.relyCounter(Claims.inputRevision(actor.scheme(), year), revision);
      stands = Commits.isCommitted(records, unit);
    }
    unit = new Unit(actor);
    waiting = 0;
  }
}
