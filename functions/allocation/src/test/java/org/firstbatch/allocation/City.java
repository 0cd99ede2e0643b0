package org.firstbatch.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.InMemoryObjects;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.file.Programme.Supplement;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.Write;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.money.Money;

/** A small city on fakes: what other functions write, written as they write it. */
final class City {

  static final String SCHEME = "dalian";
  static final Instant FIRST_RUN = Instant.parse("2026-04-20T22:00:00Z");
  private static final Instant RECEIVED = Instant.parse("2026-04-02T02:00:00Z");

  final InMemoryRecords records = new InMemoryRecords();
  final InMemoryObjects objects = new InMemoryObjects();
  private int raises;

  City budget(int year, String yuan) {
    put(
        Programme.BUDGET,
        Programme.budgetKey(SCHEME, year),
        new Budget(year, Money.parse(yuan), List.of(), null));
    return raise(year);
  }

  City supplement(int year, String yuan) {
    var stored = Programme.findBudget(records, SCHEME, year).orElseThrow();
    List<Supplement> more = new ArrayList<>(stored.value().supplements());
    more.add(new Supplement(Money.parse(yuan), FIRST_RUN, "追加"));
    Budget budget = new Budget(year, stored.value().initial(), more, stored.value().closedAt());
    records.putAll(
        List.of(stored.record().next(1, "1", Json.write(budget), stored.record().journal())));
    return raise(year);
  }

  /** A filing of one quarter that all three bodies accepted. */
  City filing(String id, String quarter) {
    return filing(
        id,
        quarter,
        Filings.State.FILED,
        Map.of(Role.COMMISSION, 5L, Role.FINANCE, 6L, Role.REGULATOR, 7L));
  }

  City filing(String id, String quarter, Filings.State state, Map<Role, Long> accepted) {
    Filing filing =
        new Filing(id, "PICC", quarter, RECEIVED, state, List.of(), Map.of(), accepted, 7, 4);
    put(Filings.FILING, Filings.key(SCHEME, id), filing);
    put(
        Filings.ROW,
        Filings.yearRow(SCHEME, Quarter.parse(quarter), "PICC", id),
        new Filings.Row(id));
    return raise(Quarter.parse(quarter).year());
  }

  static Claim claim(
      String filing,
      String quarter,
      String number,
      String enterprise,
      String insured,
      String yuan) {
    return new Claim(
        Policies.id(SCHEME, "PICC", number),
        "PICC",
        number,
        enterprise,
        "企业" + enterprise,
        Instant.parse(insured),
        RECEIVED,
        LocalDate.of(2026, 1, 20),
        quarter,
        filing,
        1,
        1,
        Money.parse(yuan),
        FormState.CONFIRMED,
        false,
        "DL-1",
        false,
        false);
  }

  City claim(Claim claim) {
    return claim(claim, Quarter.parse(claim.quarter()).year());
  }

  City claim(Claim claim, int year) {
    Claims.Place place = place(claim, year);
    put(Claims.CLAIM, place.key(), claim);
    put(Claims.PLACE, Claims.placeKey(SCHEME, claim.id()), place);
    return raise(year);
  }

  static Claims.Place place(Claim claim, int year) {
    return Claims.place(SCHEME, year, claim);
  }

  City mark(Claim claim, int year, MarkType type, Role body) {
    String article = type == MarkType.REJECTED ? "第三条" : null;
    Mark mark = new Mark(type, body, claim.revision(), article, "核查", FIRST_RUN);
    put(Claims.MARK, place(claim, year).markKey(type, body), mark);
    return raise(year);
  }

  City release(Claim claim, int year, Role body) {
    RecordKey key = place(claim, year).markKey(MarkType.HELD, body);
    records.commit(new Transaction("release" + raises++, List.of(new Write.Remove(key, 1))));
    return raise(year);
  }

  City raise(int year) {
    records.commit(
        new Transaction(
            "raise" + raises++, List.of(new Write.Raise(Claims.inputRevision(SCHEME, year)))));
    return this;
  }

  private <T> void put(Kind<T> kind, RecordKey key, T value) {
    put(records, kind, key, value);
  }

  static <T> void put(Records records, Kind<T> kind, RecordKey key, T value) {
    records.putAll(
        List.of(StoredRecord.first(key, kind.schema(), "1", RECEIVED, Json.write(value))));
  }

  /** The four claims of the scheme's worked example. */
  static List<Claim> exampleClaims() {
    return List.of(
        claim("F1", "2026Q1", "P11", "E1", "2026-01-11T01:00:00Z", "300000"),
        claim("F1", "2026Q1", "P12", "E2", "2026-01-12T01:00:00Z", "600000"),
        claim("F1", "2026Q1", "P13", "E1", "2026-01-13T01:00:00Z", "250000"),
        claim("F1", "2026Q1", "P14", "E3", "2026-01-14T01:00:00Z", "10000"));
  }

  /** One of them, by its number in the example. */
  static Claim exampleClaim(int number) {
    return exampleClaims().get(number - 1);
  }

  /** The scheme's first worked example: budget 1,000,000.00, four claims accepted by all. */
  static City example() {
    City city = new City().budget(2026, "1000000").filing("F1", "2026Q1");
    exampleClaims().forEach(city::claim);
    return city;
  }
}
