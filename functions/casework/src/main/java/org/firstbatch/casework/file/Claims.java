package org.firstbatch.casework.file;

import java.time.Instant;
import java.time.LocalDate;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The queues of claims (第十三条). A fiscal year's queue is {@value #SHARDS} partitions, each in
 * insuring order, so that the quarterly job reads and merges them strongly consistent. Behind a
 * claim, in the same partition, stand the marks of single reviews: a hold, a single acceptance, a
 * rejection.
 */
public final class Claims {

  /** How many partitions the queue of a year has. */
  public static final int SHARDS = 4;

  /** A claim in its queue. */
  public static final Kind<Claim> CLAIM = Kind.of("claim", Claim.class);

  /** A mark of a single review behind a claim. */
  public static final Kind<Mark> MARK = Kind.of("claim-mark", Mark.class);

  /** Where a claim stands, found by its id. */
  public static final Kind<Place> PLACE = Kind.of("claim-place", Place.class);

  private Claims() {}

  /**
   * One policy inside a filing.
   *
   * @param id the id of its policy
   * @param insurer the insurer
   * @param number the policy number
   * @param enterprise the credit code
   * @param enterpriseName the name of the day of the record
   * @param insured the insuring time that orders the queue (question 3), to the second
   * @param received when its row was first received, to the second
   * @param signed the day on which the contract was signed
   * @param quarter the quarter of its filing
   * @param filing the filing that makes it visible, once FILED
   * @param sequence the filing's sequence number when the claim last changed: acceptances of the
   *     filing after that count
   * @param revision the revision of the policy it was made from
   * @param subsidy what the city pays for it, before cap and budget, less what was awarded in years
   *     before
   * @param form what the enterprise says, or that a stamped form is there
   * @param pending whether the calendar leaves its deadline undetermined
   * @param certificate the number of its certificate
   * @param withdrawn whether it was withdrawn
   * @param carried left unpaid by the budget of a closed year (question 10)
   */
  public record Claim(
      String id,
      String insurer,
      String number,
      String enterprise,
      String enterpriseName,
      Instant insured,
      Instant received,
      LocalDate signed,
      String quarter,
      String filing,
      long sequence,
      int revision,
      Money subsidy,
      FormState form,
      boolean pending,
      String certificate,
      boolean withdrawn,
      boolean carried) {

    /** The same claim with another word on the enterprise's form. */
    public Claim withForm(FormState said) {
      return with(said, sequence, subsidy, withdrawn, carried);
    }

    /** The same claim, changed last at a sequence number of its filing. */
    public Claim changedAt(long filingSequence) {
      return with(form, filingSequence, subsidy, withdrawn, carried);
    }

    /** The same claim, withdrawn. */
    public Claim asWithdrawn() {
      return with(form, sequence, subsidy, true, carried);
    }

    /** The same claim as it goes on into the next year. */
    public Claim intoNextYear(Money outstanding, boolean firstInLine) {
      return with(form, sequence, outstanding, false, firstInLine);
    }

    private Claim with(
        FormState form, long sequence, Money subsidy, boolean withdrawn, boolean carried) {
      return new Claim(
          id,
          insurer,
          number,
          enterprise,
          enterpriseName,
          insured,
          received,
          signed,
          quarter,
          filing,
          sequence,
          revision,
          subsidy,
          form,
          pending,
          certificate,
          withdrawn,
          carried);
    }
  }

  /** What there is of the enterprise's application form (question 16). */
  public enum FormState {
    MISSING,
    CONFIRMED,
    STAMPED,
    DISPUTED
  }

  /** What a mark says. */
  public enum MarkType {
    ACCEPTED,
    HELD,
    REJECTED,
    REVOKED
  }

  /**
   * What one body said of one claim.
   *
   * @param type what
   * @param body who; the commission for a revoked certificate
   * @param revision the revision of the claim that it is about; an acceptance of an older one does
   *     not count
   * @param article the article it rests on; null when none was given
   * @param ground the ground; null for an acceptance
   * @param at when
   */
  public record Mark(
      MarkType type,
      Role body,
      int revision,
      @Nullable String article,
      @Nullable String ground,
      Instant at) {}

  /**
   * Where a claim stands.
   *
   * @param year the fiscal year of its queue
   * @param partition the queue's partition
   * @param sort its place there
   */
  public record Place(int year, String partition, String sort) {
    public RecordKey key() {
      return new RecordKey(Table.CLAIMS, partition, sort);
    }

    public RecordKey markKey(MarkType type, Role body) {
      return new RecordKey(
          Table.CLAIMS, partition, sort + "!" + RecordKey.join("mark", type.name(), body.name()));
    }
  }

  /** The partition of a shard of a year's queue. */
  public static String partition(String scheme, int year, int shard) {
    return RecordKey.join(scheme, "queue", String.valueOf(year), String.valueOf(shard));
  }

  /**
   * The place of a claim: its shard follows from its id, its order from insuring time, receipt,
   * insurer and number.
   */
  public static Place place(
      String scheme,
      int year,
      String id,
      boolean carried,
      Instant insured,
      Instant received,
      String insurer,
      String number) {
    String order =
        RecordKey.join(
            carried ? "0" : "1",
            Shanghai.format(insured).substring(0, 19),
            Shanghai.format(received).substring(0, 19),
            insurer,
            number);
    return new Place(year, partition(scheme, year, Math.floorMod(id.hashCode(), SHARDS)), order);
  }

  /** The place of a claim as it stands. */
  public static Place place(String scheme, int year, Claim claim) {
    return place(
        scheme,
        year,
        claim.id(),
        claim.carried(),
        claim.insured(),
        claim.received(),
        claim.insurer(),
        claim.number());
  }

  public static RecordKey placeKey(String scheme, String id) {
    return new RecordKey(Table.CLAIMS, RecordKey.join(scheme, "claim", id), "place");
  }

  /** The counter that every change of a plan's input raises. */
  public static RecordKey inputRevision(String scheme, int year) {
    return new RecordKey(
        Table.CLAIMS, RecordKey.join(scheme, "year", String.valueOf(year)), "input-revision");
  }
}
