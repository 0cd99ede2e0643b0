package org.firstbatch.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.EndorsementOrSurrender;
import org.firstbatch.measures.policy.Policy.Sums;

/**
 * What an endorsement or a surrender took away (question 8): kept beside its policy, one for each
 * revision made by one.
 *
 * @param kind ENDORSED or SURRENDERED
 * @param revision the revision of the policy that it made
 * @param effective the first day for which it counts
 * @param sumsBefore the amounts until then
 * @param sums the amounts from then on
 * @param unexpiredDays the days of the subsidised term from then on
 * @param subsidyBefore the subsidy until then
 * @param subsidyAfter the subsidy, lowered in proportion to the days
 * @param awarded what signed plans had awarded
 * @param recoverable what of the award is not paid, or recovered; zero before a plan is signed
 * @param at when it was recorded
 */
record Unwinding(
    State kind,
    int revision,
    LocalDate effective,
    Sums sumsBefore,
    Sums sums,
    long unexpiredDays,
    Money subsidyBefore,
    Money subsidyAfter,
    Money awarded,
    Money recoverable,
    Instant at) {

  static final Kind<Unwinding> KIND =
      new Kind<>("policy-unwinding", 2, Unwinding.class, Unwinding::upcast);

  static final String PREFIX = "unwinding";

  /** Schema 1 did not keep the amounts before; the lower ones stand for them. */
  private static ObjectNode upcast(int schema, ObjectNode content) {
    return content.set("sumsBefore", content.get("sums"));
  }

  EndorsementOrSurrender.Change change() {
    return kind == State.SURRENDERED
        ? EndorsementOrSurrender.Change.surrender(effective)
        : EndorsementOrSurrender.Change.endorsement(effective, sums);
  }

  /**
   * The unwindings of a policy since it was last registered or corrected, in their order: each made
   * the revision after the one before.
   *
   * @param revision the policy's present one
   */
  static List<Unwinding> since(Records records, String scheme, String policy, int revision) {
    Deque<Unwinding> unbroken = new ArrayDeque<>();
    RecordKey beside = Policies.key(scheme, policy);
    records.forEach(
        RecordQuery.prefixed(beside.table(), beside.partition(), PREFIX),
        record -> {
          Unwinding next = KIND.read(record).value();
          if (!unbroken.isEmpty() && unbroken.getLast().revision() + 1 != next.revision()) {
            unbroken.clear();
          }
          unbroken.add(next);
        });
    boolean isPresent = !unbroken.isEmpty() && unbroken.getLast().revision() == revision;
    return isPresent ? List.copyOf(unbroken) : List.of();
  }

  static RecordKey key(String scheme, String policy, int revision) {
    RecordKey beside = Policies.key(scheme, policy);
    return new RecordKey(
        beside.table(), beside.partition(), RecordKey.join(PREFIX, "%06d".formatted(revision)));
  }
}
