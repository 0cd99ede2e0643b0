package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyObjects;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;

/** The three bodies, with a gateway, and a bus that hands on what the journal got. */
final class Office {

  /** One of each body, none of whom asks for plans here. */
  static final List<String> SIGNERS = List.of("commission-1", "finance-1", "regulator-2");

  final City city;
  final TestGateway gateway;
  private final Schemes schemes;
  private final Wake wake;
  private final Set<String> heard = new HashSet<>();

  Office(City city) {
    this(city, new ShippedSchemes());
  }

  Office(City city, Schemes schemes) {
    this.city = city;
    this.schemes = schemes;
    wake = new Wake(city.records, city.objects, schemes);
    gateway =
        new TestGateway(
                city.records, schemes, "nobody", Routes.of(city.records, city.objects, schemes))
            .at(Instant.parse("2026-04-21T01:00:00Z"))
            .member("commission-1", Role.COMMISSION, "commission", Capacity.SIGNER)
            .member("finance-1", Role.FINANCE, "finance", Capacity.SIGNER)
            .member("finance-2", Role.FINANCE, "finance", Capacity.SIGNER)
            .member("regulator-1", Role.REGULATOR, "regulator", Capacity.SIGNER)
            .member("regulator-2", Role.REGULATOR, "regulator", Capacity.SIGNER);
  }

  /** The worker on stores that fail as told. */
  Wake hearing(Faults faults) {
    return new Wake(
        new FaultyRecords(city.records, faults), new FaultyObjects(city.objects, faults), schemes);
  }

  /** The last entry of a type. */
  JournalEntry last(String type) {
    return city.records.list(Table.JOURNAL).stream()
        .map(record -> Journal.KIND.read(record).value())
        .filter(entry -> entry.type().equals(type))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /** Asks for a run and lets the bus deliver. */
  void request(String person) {
    request(person, 2026);
  }

  void request(String person, int year) {
    Answer answer = gateway.as(person).post("/years/" + year + "/runs", "{}");
    assertEquals(202, answer.status(), answer.http().body());
    work();
  }

  /** Delivers every journal entry once, those that come of it too. */
  void work() {
    List<JournalEntry> fresh = fresh();
    while (!fresh.isEmpty()) {
      fresh.forEach(wake::hear);
      fresh = fresh();
    }
  }

  private List<JournalEntry> fresh() {
    List<JournalEntry> fresh = new ArrayList<>();
    for (var record : city.records.list(Table.JOURNAL)) {
      if (heard.add(record.key().partition() + record.key().sort())) {
        fresh.add(Journal.KIND.read(record).value());
      }
    }
    fresh.sort(Comparator.comparing(JournalEntry::at));
    return fresh;
  }

  Answer sign(String person, int place, String hash) {
    return sign(person, 2026, place, hash);
  }

  Answer sign(String person, int year, int place, String hash) {
    String path = "/years/%d/plans/%d/signatures".formatted(year, place);
    return gateway.as(person).post(path, "{\"sha256\":\"" + hash + "\"}");
  }

  /** A body declines the plan as it stands, or the regulator discards it. */
  Answer discard(String person, String act, String ground) {
    String plan = "/years/2026/plans/1";
    String seen = gateway.as("commission-1").get(plan).header("etag");
    return gateway.as(person).header("if-match", seen).post(plan + "/" + act, ground);
  }

  void signAll(int place, String hash) {
    signAll(2026, place, hash);
  }

  void signAll(int year, int place, String hash) {
    for (String person : SIGNERS) {
      Answer answer = sign(person, year, place, hash);
      assertEquals(200, answer.status(), answer.http().body());
    }
    work();
  }

  String hash(int place) {
    return hash(2026, place);
  }

  String hash(int year, int place) {
    return Chain.of(city.records, SCHEME, year).find(place).orElseThrow().value().sha256();
  }

  /** Finance holds a claim of the example, and the worker will hear of it. */
  void hold(String which) {
    Claim claim = City.exampleClaim(Integer.parseInt(which));
    city.mark(claim, 2026, MarkType.HELD, Role.FINANCE);
    Unit unit = new Unit(Actor.system(SCHEME, gateway.now(), "request-hold", "1"));
    Stored<Claims.Place> place =
        Claims.PLACE.read(city.records.find(Claims.placeKey(SCHEME, claim.id())).orElseThrow());
    unit.change(
        Claims.PLACE,
        place,
        place.value(),
        new Happening("claim.held", "claim", claim.id(), List.of(), "核查", Map.of()));
    if (!Commits.isCommitted(city.records, unit)) {
      throw new AssertionError("the hold was not written");
    }
  }

  long count(String type) {
    return city.records.list(Table.JOURNAL).stream()
        .filter(record -> Journal.KIND.read(record).value().type().equals(type))
        .count();
  }

  /** The receipt in the journal's entry of one organisation's act. */
  JsonNode receipt(String type, String organisation) {
    return city.records.list(Table.JOURNAL).stream()
        .map(record -> Journal.KIND.read(record).value())
        .filter(entry -> entry.type().equals(type) && entry.organisation().equals(organisation))
        .findFirst()
        .orElseThrow()
        .facts()
        .path("receipt");
  }

  Runs.State state(String run) {
    return Runs.find(city.records, SCHEME, 2026, run).orElseThrow().value().state();
  }
}
