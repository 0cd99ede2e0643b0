package org.firstbatch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.Write;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

  private static final String RECORD = "/journal/records/policy/p1";
  private static final String DAY = "/journal/days/2026-03-02";

  private record Thing(int turn) {}

  private static final Kind<Thing> THING = Kind.of("policy", Thing.class);

  private final InMemoryRecords records = new InMemoryRecords();
  private final TestGateway gateway =
      new TestGateway(
          records, Wiring.routes(records, new Memberships(records, "first-administrator")));

  @BeforeEach
  void shouldHaveAPolicyOfTwoInsurersPeopleAndOneOfAnother() {
    gateway
        .member("i1", Role.INSURER, "PICC", Capacity.SIGNER)
        .member("i2", Role.INSURER, "PICC", Capacity.ADMINISTRATOR)
        .member("j1", Role.INSURER, "CPIC", Capacity.SIGNER, Capacity.ADMINISTRATOR)
        .member("e1", Role.ENTERPRISE, "E", Capacity.SIGNER)
        .member("v1", Role.EVALUATOR, "V", Capacity.PREPARER)
        .member("d1", Role.DISTRICT, "D", Capacity.PREPARER)
        .member("c1", Role.COMMISSION, "commission", Capacity.PREPARER)
        .member("f1", Role.FINANCE, "finance", Capacity.PREPARER)
        .member("r1", Role.REGULATOR, "regulator", Capacity.SIGNER)
        .member("a1", Role.AUDITOR, "audit", Capacity.PREPARER);
    history(
        "p1",
        List.of("E"),
        actor("i1", "PICC", Role.INSURER),
        actor("e1", "E", Role.ENTERPRISE),
        actor("r1", "regulator", Role.REGULATOR));
    history("p2", List.of(), actor("j1", "CPIC", Role.INSURER));
  }

  @ParameterizedTest
  @ValueSource(strings = {DAY, "/journal/persons/i1", "/journal/persons/nobody"})
  void shouldRefuseACursorThatNoPageGave(String path) {
    for (String cursor : List.of("!!!", "eA", "MDAwMDAwMDAwMDAx", "AAA")) {
      Answer answer = gateway.as("a1").get(path + "?cursor=" + cursor);

      assertEquals(400, answer.status(), cursor);
      assertEquals("?cursor", answer.json().at("/errors/0/pointer").asText(), cursor);
    }
  }

  private static Actor actor(String person, String organisation, Role role) {
    return new Actor(
        "dalian",
        Instant.parse("2026-03-02T02:00:00Z"),
        person,
        organisation,
        role.label(),
        Capacity.SIGNER,
        "request-1",
        "1");
  }

  /** One act each; every act concerns the insurer and the given organisations. */
  private void history(String id, List<String> concerned, Actor... actors) {
    List<String> all = new ArrayList<>(concerned);
    all.add(actors[0].organisation());
    RecordKey key = Policies.key("dalian", id);
    Stored<Thing> stored = null;
    for (Actor actor : actors) {
      Unit unit = new Unit(actor);
      Happening happening =
          new Happening(
              "policy.changed",
              "policy",
              id,
              all,
              "理由",
              Map.of("person", actor.person(), "organisation", actor.organisation(), "n", 1));
      Thing next = new Thing(stored == null ? 1 : stored.value().turn() + 1);
      stored =
          stored == null
              ? unit.create(THING, key, next, happening)
              : unit.change(THING, stored, next, happening);
      assertTrue(records.commit(unit.transaction(id + next)) instanceof Commit.Committed);
    }
  }

  private Answer get(String person, String path) {
    return gateway.as(person).get(path);
  }

  private int seen(String person, String path) {
    return get(person, path).json().path("items").size();
  }

  @Test
  void shouldShowTheHistoryOfARecordInOrderWithItsChainIntact() {
    JsonNode history = get("r1", RECORD).json();

    assertEquals("intact", history.path("chain").asText());
    assertEquals(3, history.path("items").size());
    assertEquals(2, history.path("items").get(1).path("sequence").asInt());
    assertEquals(
        history.path("items").get(0).path("hash"), history.path("items").get(1).path("previous"));
  }

  @Test
  void shouldShowEachWhatConcernsThem() {
    for (String person : List.of("a1", "c1", "f1", "r1")) {
      assertEquals(3, seen(person, RECORD), person);
      assertEquals(4, seen(person, DAY), person);
    }
    for (String person : List.of("i1", "i2", "e1")) {
      assertEquals(3, seen(person, RECORD), person);
      assertEquals(3, seen(person, DAY), person);
    }
    for (String person : List.of("d1", "v1", "j1")) {
      assertEquals(404, get(person, RECORD).status(), person);
    }
    assertEquals(0, seen("d1", DAY));
    assertEquals(1, seen("j1", DAY));
    assertEquals(401, gateway.asPublic().get(RECORD).status());
    assertEquals(403, get("nobody", RECORD).status());
  }

  @Test
  void shouldNamePersonsToPublicBodiesAndAmongOnesOwnPeopleOnly() {
    assertEquals(List.of("i1", "e1", "r1"), persons("c1", "person"));
    assertEquals(List.of("i1", "", ""), persons("i2", "person"));
    assertEquals(List.of("", "e1", ""), persons("e1", "person"));
    JsonNode byRegulator = get("e1", RECORD).json().path("items").get(2);
    assertEquals("regulator", byRegulator.path("organisation").asText());
    assertEquals("SIGNER", byRegulator.path("capacity").asText());
    assertTrue(byRegulator.path("facts").path("person").isMissingNode());
    assertFalse(get("e1", RECORD).http().body().contains("\"r1\""));
    assertFalse(get("e1", DAY).http().body().contains("\"i1\""));
  }

  private List<String> persons(String viewer, String field) {
    List<String> persons = new ArrayList<>();
    get(viewer, RECORD)
        .json()
        .path("items")
        .forEach(item -> persons.add(item.path(field).asText()));
    return persons;
  }

  @Test
  void shouldShowWhatAPersonDidToThemselfTheirAdministratorAndAuditors() {
    for (String viewer : List.of("i1", "i2", "a1")) {
      assertEquals(1, seen(viewer, "/journal/persons/i1"), viewer);
    }
    for (String viewer : List.of("j1", "e1", "c1", "r1")) {
      assertEquals(404, get(viewer, "/journal/persons/i1").status(), viewer);
    }
    assertEquals(0, seen("nobody", "/journal/persons/nobody"));
  }

  @Test
  void shouldShowAnAdministratorOnlyWhatWasDoneForTheirOrganisation() {
    gateway.member("i1", Role.ENTERPRISE, "E", Capacity.SIGNER);
    history("p3", List.of(), actor("i1", "E", Role.ENTERPRISE));

    assertEquals(2, seen("i1", "/journal/persons/i1"));
    assertEquals(1, seen("i2", "/journal/persons/i1"));
  }

  @Test
  void shouldFindNobodyWhoseNameIsLongerThanOneMayBe() {
    assertEquals(200, get("a1", "/journal/persons/" + "x".repeat(128)).status());
    assertEquals(404, get("a1", "/journal/persons/" + "x".repeat(129)).status());
  }

  @Test
  void shouldPage() {
    for (String path : List.of(RECORD, DAY)) {
      JsonNode first = get("i1", path + "?limit=2").json();
      JsonNode second = get("i1", path + "?limit=2&cursor=" + first.path("next").asText()).json();

      assertEquals(2, first.path("items").size(), path);
      assertEquals(1, second.path("items").size(), path);
    }
  }

  @Test
  void shouldFindATamperedEntry() {
    tamper(entry(2), body -> body.replace("理由", "借口"));

    JsonNode history = get("a1", RECORD).json();

    assertEquals("broken", history.path("chain").asText());
    assertEquals(3, history.path("brokenAt").asInt());
  }

  @Test
  void shouldFindAnEntryOfAnotherRecordInTheChain() {
    tamper(entry(2), body -> body.replace("\"sequence\":2", "\"sequence\":1"));

    assertEquals(2, get("a1", RECORD).json().path("brokenAt").asInt());
  }

  private void tamper(RecordKey key, UnaryOperator<String> how) {
    StoredRecord old = records.find(key).orElseThrow();
    StoredRecord other =
        new StoredRecord(
            key,
            old.version(),
            old.schema(),
            old.edition(),
            old.createdAt(),
            how.apply(old.body()),
            old.journal(),
            old.attributes());
    assertFalse(other.body().equals(old.body()));
    records.putAll(List.of(other));
  }

  @Test
  void shouldFindThatTheNewestEntryWasTakenAway() {
    records.commit(new Transaction("cut", List.of(new Write.Remove(entry(3), 1))));

    assertEquals(3, get("a1", RECORD).json().path("brokenAt").asInt());
  }

  @Test
  void shouldFindThatTheNewestEntryWasTamperedWith() {
    tamper(entry(3), body -> body.replace("理由", "借口"));

    assertEquals(3, get("a1", RECORD).json().path("brokenAt").asInt());
  }

  @Test
  void shouldFindAnEntryThatTheRecordDoesNotName() {
    StoredRecord last = records.find(entry(3)).orElseThrow();
    JournalEntry forged = forgedAfter(last);
    records.putAll(List.of(Journal.record(forged, "1")));

    assertEquals(4, get("a1", RECORD).json().path("brokenAt").asInt());
  }

  private static JournalEntry forgedAfter(StoredRecord last) {
    ObjectNode entry = Json.object(last.body());
    entry.put("sequence", 4).put("previous", Hashes.hex(last.body()));
    return Json.read(entry.toString(), JournalEntry.class);
  }

  private static RecordKey entry(long sequence) {
    return Journal.key("dalian", "policy", "p1", sequence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan/2026-1",
        "plan/x",
        "budget/2026",
        "budget/x",
        "notice/2026",
        "membership/finance:finance:f1",
        "membership/f1",
        "calendar/days",
        "run/x"
      })
  void shouldFindNoHistoryOfWhatIsNotThere(String record) {
    assertEquals(404, get("a1", "/journal/records/" + record).status());
  }

  @Test
  void shouldRefuseADayThatDoesNotExist() {
    Answer refused = get("a1", "/journal/days/2026-02-30");
    assertEquals(400, refused.status());
    assertEquals("{day}", refused.json().at("/errors/0/pointer").asText());
    assertEquals(0, seen("a1", "/journal/days/2026-03-03"));
  }
}
