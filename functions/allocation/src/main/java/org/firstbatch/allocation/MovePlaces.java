package org.firstbatch.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Attempts;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;

/**
 * Moves the places by which single reviews find a claim to the next year's queue, with the marks
 * that were set until then; harmless to repeat.
 */
final class MovePlaces {

  private static final int PLACES_AT_ONCE = 8;

  private final Records records;

  MovePlaces(Records records) {
    this.records = records;
  }

  /** Moves what a closed year carried over. */
  void move(Actor actor, int year) {
    String scheme = actor.scheme();
    for (Queue queue = new Queue(records, scheme, year + 1); queue.hasNext(); ) {
      List<Claim> some = new ArrayList<>();
      while (queue.hasNext() && some.size() < PLACES_AT_ONCE) {
        Claim claim = queue.next().claim();
        if (CarryOver.yearOf(claim) <= year && !claim.withdrawn()) {
          some.add(claim);
        }
      }
      moveSome(actor, year + 1, some);
    }
  }

  private void moveSome(Actor actor, int year, List<Claim> claims) {
    Attempts.upTo(
        RunPlan.MOST_BEGINNINGS,
        () -> isMoved(actor, year, claims),
        "Places of claims change all the time while they move to " + year);
  }

  private boolean isMoved(Actor actor, int year, List<Claim> claims) {
    Unit unit = new Unit(actor);
    Map<RecordKey, StoredRecord> found =
        records.findAll(
            claims.stream().map(claim -> Claims.placeKey(actor.scheme(), claim.id())).toList());
    for (Claim claim : claims) {
      StoredRecord record = found.get(Claims.placeKey(actor.scheme(), claim.id()));
      if (record != null && Claims.PLACE.read(record).value().year() < year) {
        movePlace(unit, Claims.PLACE.read(record), claim, year);
      }
    }
    if (unit.isEmpty()) {
      return true;
    }
    unit.raise(Claims.inputRevision(actor.scheme(), year));
    return Commits.isCommitted(records, unit);
  }

  private void movePlace(Unit unit, Stored<Claims.Place> old, Claim claim, int year) {
    Claims.Place next = Claims.place(unit.actor().scheme(), year, claim);
    unit.change(Claims.PLACE, old, next, happening(claim, old.value().year(), year));
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

  private static Happening happening(Claim claim, int closed, int year) {
    return Happening.of(
        "claim.carried",
        "claim",
        claim.id(),
        List.of(claim.insurer(), claim.enterprise()),
        Map.of("closed", closed, "year", year, "outstanding", claim.subsidy()));
  }
}
