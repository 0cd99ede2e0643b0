package org.firstbatch.localstack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Cover;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.User;
import org.firstbatch.measures.scheme.ProductClass;

/** A few records in the deployed tables: an insurer, its signer, a policy, the budget of 2026. */
final class City {

  static final String SCHEME = "dalian";
  static final String INSURER = "INS1";
  static final String SIGNER = "signer-of-ins1";
  static final int YEAR = 2026;

  private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
  private static final LocalDate SIGNED = LocalDate.of(2026, 2, 10);

  private final Records records;

  City(Records records) {
    this.records = records;
    Membership signer =
        new Membership(SIGNER, INSURER, Role.INSURER, Set.of(Capacity.SIGNER), LONG_AGO, null);
    RecordKey key = Membership.key(SCHEME, SIGNER, Role.INSURER, INSURER);
    put(Memberships.MEMBERSHIP, key, signer);
    put(
        Programme.INSURER,
        Programme.insurerKey(SCHEME, INSURER),
        new InsurerRecord(
            INSURER,
            "海悦财产保险",
            List.of(new InsurerRecord.Span(LocalDate.of(2025, 7, 1), null)),
            List.of(),
            null));
    put(
        Programme.BUDGET,
        Programme.budgetKey(SCHEME, YEAR),
        new Programme.Budget(YEAR, Money.ofYuan(5_000_000), List.of(), null));
  }

  /** Registers a policy and returns its id. */
  String policy(String number) {
    String id = Policies.id(SCHEME, INSURER, number);
    Registered registered =
        new Registered(
            id,
            stated(number),
            1,
            Policies.State.REGISTERED,
            new Decision(List.of()),
            Money.ofYuan(1000),
            Money.ofYuan(2000),
            Instant.parse("2026-02-20T03:04:05.678Z"),
            Policies.Form.CONFIRMED,
            null,
            null,
            null,
            null);
    put(Policies.POLICY, Policies.key(SCHEME, id), registered);
    return id;
  }

  /** An insurer's filing of the first quarter that nobody has worked on yet. */
  void received(String filing, String policy) {
    put(
        Filings.FILING,
        Filings.key(SCHEME, filing),
        new Filings.Filing(
            filing,
            INSURER,
            "2026Q1",
            Instant.parse("2026-04-10T02:00:00Z"),
            Filings.State.RECEIVED,
            List.of(policy),
            Map.of(),
            Map.of(),
            0,
            0));
  }

  Filings.State stateOf(String filing) {
    return records
        .find(Filings.key(SCHEME, filing))
        .map(record -> Filings.FILING.read(record).value().state())
        .orElseThrow();
  }

  private static Policy stated(String number) {
    return new Policy(
        INSURER,
        number,
        new Policy.Insured(new CreditCode("91440300708461136T"), "大连样品机械有限公司"),
        new Policy.Product("数控机床", "XK-1"),
        "DL-2026-001",
        new User.Domestic(new CreditCode("91110000802100433B"), "用户公司"),
        new Policy.SupplyContract("HT-1", SIGNED.minusDays(5), Money.ofYuan(1_000_000)),
        Policy.Batch.of("B-" + number, SIGNED.minusDays(4)),
        Moment.at(SIGNED.minusDays(1), 9, 30),
        Moment.at(SIGNED, 10, 0),
        new Cover(Moment.on(SIGNED), Moment.on(SIGNED.plusYears(1).minusDays(1))),
        "C-1",
        Policy.Sums.of(Money.ofYuan(100_000), Money.ofYuan(3_000), Money.ZERO),
        ProductClass.ORDINARY);
  }

  private <T> void put(Kind<T> kind, RecordKey key, T value) {
    records.putAll(
        List.of(StoredRecord.first(key, kind.schema(), "1", LONG_AGO, Json.write(value))));
  }
}
