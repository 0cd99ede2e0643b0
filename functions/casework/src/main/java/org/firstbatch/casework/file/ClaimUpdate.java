package org.firstbatch.casework.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.scheme.Edition;
import org.jspecify.annotations.Nullable;

/**
 * Changes the claim of a filed policy together with the policy: in the same transaction, with the
 * year's input revision raised, so that an open draft made from the old claim no longer counts.
 */
public final class ClaimUpdate {

  private final Records records;
  private final String scheme;
  private final Stored<Place> place;
  private final Stored<Claim> claim;
  private final @Nullable Stored<Filing> filing;

  private ClaimUpdate(
      Records records,
      String scheme,
      Stored<Place> place,
      Stored<Claim> claim,
      @Nullable Stored<Filing> filing) {
    this.records = records;
    this.scheme = scheme;
    this.place = place;
    this.claim = claim;
    this.filing = filing;
  }

  /**
   * The claim of a policy and its filing, read consistently; empty when the policy is in no queue.
   */
  public static Optional<ClaimUpdate> find(Records records, String scheme, String id) {
    return records
        .find(Claims.placeKey(scheme, id))
        .map(Claims.PLACE::read)
        .map(place -> load(records, scheme, place));
  }

  private static ClaimUpdate load(Records records, String scheme, Stored<Place> place) {
    Stored<Claim> claim =
        records
            .find(place.value().key())
            .map(Claims.CLAIM::read)
            .orElseThrow(() -> new RetryableFault("A claim is on the move: " + place.key()));
    Stored<Filing> filing =
        records
            .find(Filings.key(scheme, claim.value().filing()))
            .map(Filings.FILING::read)
            .orElse(null);
    return new ClaimUpdate(records, scheme, place, claim, filing);
  }

  /** The instant that orders the claim of a policy in a fiscal year's queue (question 3). */
  public static Instant insuringTime(Policy policy, Edition edition, int year) {
    return policy.insuringMoment(edition.options(new FiscalYear(year)).insuringTime()).instant();
  }

  /** The claim as it stands. */
  public Stored<Claim> claim() {
    return claim;
  }

  private int year() {
    return place.value().year();
  }

  /**
   * Keeps the act apart from the plans and the closing of the year: what is drafted, signed or
   * closed from now on undoes it, and it begins again. What an act reads of plans it reads after
   * this.
   *
   * @throws org.firstbatch.casework.problem.RetryableFault while the claim is on its way into the
   *     next year
   */
  public Fenced fenced(Unit unit) {
    fence(records, unit, place.value(), claim.value());
    return new Fenced(unit);
  }

  /** The same for acts that write a claim themselves. */
  public static void fence(Records records, Unit unit, Place place, Claim claim) {
    YearEnd.requireSettled(records, unit, place, claim);
    Plans.relyOnChain(records, unit, place.year());
  }

  /** Says anew what there is of the enterprise's form; acceptances stay. */
  public void form(Unit unit, FormState form) {
    YearEnd.requireSettled(records, unit, place.value(), claim.value());
    write(unit, claim.value().withForm(form));
  }

  /** The claim, kept apart from plans and closing: only so it is stated anew. */
  public final class Fenced {
    private final Unit unit;

    private Fenced(Unit unit) {
      this.unit = unit;
    }

    /** The fiscal year in whose queue it stands. */
    public int year() {
      return ClaimUpdate.this.year();
    }

    /**
     * States the claim anew: acceptances of this row only are void. Where its insuring time changed
     * it moves in the queue, and the marks of bodies that hold or rejected it move along.
     */
    public void restate(UnaryOperator<Claim> change) {
      long sequence = raiseFiling(unit);
      write(unit, change.apply(claim.value()).changedAt(sequence));
    }
  }

  private long raiseFiling(Unit unit) {
    if (filing == null) {
      return claim.value().sequence();
    }
    Filing old = filing.value();
    long sequence = old.sequence() + 1;
    unit.change(
        Filings.FILING,
        filing,
        new Filing(
            old.id(),
            old.insurer(),
            old.quarter(),
            old.receivedAt(),
            old.state(),
            old.policies(),
            old.findings(),
            old.accepted(),
            sequence,
            old.claims()));
    return sequence;
  }

  private void write(Unit unit, Claim next) {
    Place to = place(next);
    if (to.key().equals(claim.key())) {
      unit.change(Claims.CLAIM, claim, next);
      if (!isOfSameCertificate(next)) {
        listMarks().stream().filter(mark -> isOfCertificate(mark.value())).forEach(unit::remove);
      }
    } else {
      move(unit, to, next);
    }
    unit.raise(Claims.inputRevision(scheme, year()));
  }

  private void move(Unit unit, Place to, Claim next) {
    unit.remove(claim);
    unit.create(Claims.CLAIM, to.key(), next);
    unit.change(Claims.PLACE, place, to);
    for (Stored<Mark> mark : listMarks()) {
      unit.remove(mark);
      if (staysWith(next, mark.value())) {
        RecordKey key = to.markKey(mark.value().type(), mark.value().body());
        unit.create(Claims.MARK, key, mark.value());
      }
    }
  }

  /** A revoked certificate no longer matters to a claim that rests on another one. */
  private boolean staysWith(Claim next, Mark mark) {
    return mark.type() != MarkType.ACCEPTED
        && (isOfSameCertificate(next) || !isOfCertificate(mark));
  }

  private boolean isOfSameCertificate(Claim next) {
    return next.certificate().equals(claim.value().certificate());
  }

  private static boolean isOfCertificate(Mark mark) {
    return mark.type() == MarkType.REVOKED;
  }

  private List<Stored<Mark>> listMarks() {
    RecordKey key = claim.key();
    List<Stored<Mark>> marks = new ArrayList<>();
    records.forEach(
        RecordQuery.prefixed(Table.CLAIMS, key.partition(), key.sort() + RecordKey.SEPARATOR),
        record -> marks.add(Claims.MARK.read(record)));
    return marks;
  }

  private Place place(Claim next) {
    return Claims.place(scheme, year(), next);
  }
}
