package org.firstbatch.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Policy.Sums;

/**
 * What an endorsement or a surrender took away (question 8): kept beside its policy, one for each
 * revision made by one.
 *
 * @param kind ENDORSED or SURRENDERED
 * @param revision the revision of the policy that it made
 * @param effective the first day for which it counts
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
    Sums sums,
    long unexpiredDays,
    Money subsidyBefore,
    Money subsidyAfter,
    Money awarded,
    Money recoverable,
    Instant at) {

  static final Kind<Unwinding> KIND = Kind.of("policy-unwinding", Unwinding.class);

  static final String PREFIX = "unwinding";

  static RecordKey key(String scheme, String policy, int revision) {
    RecordKey beside = Policies.key(scheme, policy);
    return new RecordKey(
        beside.table(), beside.partition(), RecordKey.join(PREFIX, "%06d".formatted(revision)));
  }
}
