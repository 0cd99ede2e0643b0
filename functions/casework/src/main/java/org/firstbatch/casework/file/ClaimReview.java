package org.firstbatch.casework.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.allocation.Reasons;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.filing.Acceptance;
import org.firstbatch.measures.filing.ApplicationFormFacts;
import org.firstbatch.measures.filing.Body;
import org.firstbatch.measures.filing.ClaimStanding;
import org.firstbatch.measures.filing.ClaimStatus;
import org.firstbatch.measures.filing.Hold;
import org.firstbatch.measures.filing.Readiness;
import org.firstbatch.measures.filing.Rejection;
import org.firstbatch.measures.scheme.Edition;

/**
 * How a claim stands (第十三条), as it follows from its row, the acceptances of its filing and the
 * marks of single reviews; nothing rewrites the claim. The journal chain of a claim hangs on its
 * {@link Claims#PLACE} record, which stays when the claim moves in its queue.
 *
 * @param claim its row
 * @param accepted its filing's {@link Filings.Filing#accepted()}
 * @param marks all its marks
 */
public record ClaimReview(Claim claim, Map<Role, Long> accepted, List<Mark> marks) {

  private static final String MARKS = RecordKey.SEPARATOR + "mark" + RecordKey.SEPARATOR;

  public ClaimReview {
    accepted = Map.copyOf(accepted);
    marks = List.copyOf(marks);
  }

  /** Whether a record of a queue is a mark; otherwise it is a claim. */
  public static boolean isMark(StoredRecord record) {
    return record.key().sort().contains(MARKS);
  }

  /** The sort key of the claim to which a record of a queue belongs: its own, or its mark's. */
  public static String claimSort(StoredRecord record) {
    String sort = record.key().sort();
    int mark = sort.indexOf(MARKS);
    return mark < 0 ? sort : sort.substring(0, mark);
  }

  /** The marks behind a claim, read consistently. */
  public static List<StoredRecord> listMarks(Records records, Claims.Place place) {
    List<StoredRecord> marks = new ArrayList<>();
    RecordKey key = place.key();
    records.forEach(
        RecordQuery.prefixed(key.table(), key.partition(), key.sort() + MARKS), marks::add);
    return marks;
  }

  /** A claim with its marks as they stand. */
  public static ClaimReview of(
      Records records, Claims.Place place, Claim claim, Filings.Filing filing) {
    List<Mark> marks =
        listMarks(records, place).stream().map(mark -> Claims.MARK.read(mark).value()).toList();
    return new ClaimReview(claim, filing.accepted(), marks);
  }

  /** The body that a review role stands for. */
  public static Body body(Role role) {
    return Body.valueOf(role.name());
  }

  /** The state of the claim before plans. */
  public ClaimStatus status() {
    return standing().status();
  }

  /** Why a plan would set it aside now; none when it is ready. */
  public Reasons reasons(Edition edition) {
    return Readiness.reasons(standing(), edition.options(claim.signed()).applicationForm());
  }

  /** What the law's state machine looks at. */
  public ClaimStanding standing() {
    return new ClaimStanding(
        claim.revision(),
        claim.withdrawn(),
        acceptances(),
        of(MarkType.HELD).map(mark -> new Hold(body(mark.body()), ground(mark), false)).toList(),
        of(MarkType.REJECTED).map(ClaimReview::rejection).toList(),
        form(),
        claim.pending(),
        of(MarkType.REVOKED).findAny().isPresent());
  }

  /**
   * An acceptance of the filing counts for what has not changed since; a single one for its row.
   */
  private List<Acceptance> acceptances() {
    List<Acceptance> all = new ArrayList<>();
    accepted.forEach(
        (role, sequence) -> {
          if (sequence > claim.sequence()) {
            all.add(new Acceptance(body(role), claim.revision()));
          }
        });
    of(MarkType.ACCEPTED)
        .forEach(mark -> all.add(new Acceptance(body(mark.body()), mark.revision())));
    return all;
  }

  private ApplicationFormFacts form() {
    return new ApplicationFormFacts(
        claim.revision(),
        claim.form() == FormState.CONFIRMED ? claim.revision() : null,
        claim.form() == FormState.STAMPED,
        claim.form() == FormState.DISPUTED);
  }

  private Stream<Mark> of(MarkType type) {
    return marks.stream().filter(mark -> mark.type() == type);
  }

  private static Rejection rejection(Mark mark) {
    String article = mark.article() == null ? "" : mark.article();
    return new Rejection(body(mark.body()), mark.revision(), article, ground(mark));
  }

  private static Text ground(Mark mark) {
    return Text.same(mark.ground() == null ? "—" : mark.ground());
  }
}
