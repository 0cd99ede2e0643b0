package org.firstbatch.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Guard;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Cover;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.User;
import org.firstbatch.measures.scheme.ProductClass;

/** Policies that rest on certificates, and claims of theirs, as the other functions keep them. */
final class Insured {

  private static final LocalDate SIGNED = LocalDate.of(2026, 2, 10);
  private static final Instant RECEIVED = Instant.parse("2026-02-10T03:00:00Z");

  private final InMemoryRecords records;

  Insured(InMemoryRecords records) {
    this.records = records;
  }

  /** Registers a policy of an enterprise of the samples and gives its id. */
  String policy(int number, int enterprise, String certificate) {
    Policy policy = stated("P-" + number, Lists.code(enterprise), certificate);
    String id = Policies.id("dalian", "picc", policy.number());
    Registered registered =
        new Registered(
            id,
            policy,
            3,
            Policies.State.REGISTERED,
            new Decision(List.of()),
            Money.ofYuan(1000),
            Money.ofYuan(2000),
            RECEIVED,
            Form.CONFIRMED,
            null,
            null,
            null,
            null);
    put(Policies.POLICY, Policies.key("dalian", id), registered);
    put(
        Policies.GUARD,
        Policies.rowKey("dalian", Lists.code(enterprise), policy, id),
        new Guard(id));
    return id;
  }

  /** Puts its claim into the queue of 2026. */
  Place claim(String id) {
    Place place = Claims.place("dalian", 2026, id, false, RECEIVED, RECEIVED, "picc", id);
    put(Claims.PLACE, Claims.placeKey("dalian", id), place);
    return place;
  }

  private static Policy stated(String number, String enterprise, String certificate) {
    return new Policy(
        "picc",
        number,
        new Policy.Insured(new CreditCode(enterprise), "企业"),
        new Policy.Product("数控机床", "CK-1"),
        certificate,
        new User.Foreign("新加坡", "1", "用户"),
        new Policy.SupplyContract("HT-1", SIGNED.minusDays(5), Money.ofYuan(1_000_000)),
        Policy.Batch.of("B-1", SIGNED.minusDays(4)),
        Moment.at(SIGNED.minusDays(1), 9, 30),
        Moment.at(SIGNED, 10, 0),
        new Cover(Moment.on(SIGNED), Moment.on(SIGNED.plusYears(1).minusDays(1))),
        "C-1",
        Policy.Sums.of(Money.ofYuan(100_000), Money.ofYuan(3_000), Money.ZERO),
        ProductClass.ORDINARY);
  }

  private <T> void put(Kind<T> kind, RecordKey key, T value) {
    records.putAll(
        List.of(StoredRecord.first(key, kind.schema(), "1", RECEIVED, Json.write(value))));
  }
}
