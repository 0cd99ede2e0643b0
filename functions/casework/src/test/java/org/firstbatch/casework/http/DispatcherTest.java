package org.firstbatch.casework.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CheckedNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private static final Kind<Note> NOTE = Kind.of("note", Note.class);
  private static final RecordKey KEY = new RecordKey(Table.POLICIES, "dalian!note", "n");
  private static final String PATH = "/notes";

  private record Note(String text) {}

  private final InMemoryRecords records = new InMemoryRecords();
  private final AtomicInteger runs = new AtomicInteger();
  private Runnable meanwhile = () -> {};
  private TestGateway gateway;

  @BeforeEach
  void gateway() {
    gateway =
        new TestGateway(
            records,
            List.of(
                Route.command(
                    "POST /v1/schemes/{scheme}/notes",
                    Access.of(Capacity.SIGNER, Role.INSURER),
                    this::write),
                Route.command(
                    "POST /v1/schemes/{scheme}/refusals",
                    Access.of(Capacity.SIGNER, Role.INSURER),
                    DispatcherTest::refuse),
                Route.query(
                        "GET /v1/schemes/{scheme}/notes",
                        Access.readers(Role.INSURER).otherwise(Text.of("请看公告。", "See the notice.")),
                        call -> Outcome.done(Reply.ok(Map.of("organisation", call.organisation()))))
                    .paged()
                    .taking("year"),
                Route.query(
                    "GET /v1/schemes/{scheme}/list",
                    Access.open(),
                    _ -> Outcome.done(Reply.csv("list.csv", new Csv(List.of("名称"))))),
                Route.query(
                    "GET /v1/schemes/{scheme}/elsewhere",
                    Access.open(),
                    _ -> Outcome.done(Reply.seeOther("https://example.org/a"))),
                Route.query(
                    "GET /v1/schemes/{scheme}/receipt",
                    Access.open(),
                    call -> Outcome.done(Reply.ok(call.seed()))),
                Route.query(
                    "GET /v1/schemes/{scheme}/public",
                    Access.open(),
                    _ -> Outcome.done(Reply.ok(Map.of("ok", true))))));
    gateway.member("signer", Role.INSURER, "haiyue", Capacity.SIGNER);
    gateway.member("preparer", Role.INSURER, "haiyue", Capacity.PREPARER);
    gateway.member("auditor", Role.AUDITOR, "audit", Capacity.PREPARER);
  }

  private Outcome<Reply> write(Call call, Unit unit) {
    runs.incrementAndGet();
    return call.body()
        .then(fields -> fields.result(new Note(fields.text("text", 1, 9))))
        .map(note -> save(note, unit, call));
  }

  private Reply save(Note note, Unit unit, Call call) {
    var old = records.find(KEY).map(NOTE::read);
    Receipt receipt = call.receipt("note.written", "n", note, Text.same("—"), null);
    Happening happening =
        Happening.of("note.written", "note", "n", List.of(call.organisation()), note)
            .with("receipt", receipt);
    Stored<Note> stored =
        old.isEmpty()
            ? unit.create(NOTE, KEY, note, happening)
            : unit.change(NOTE, old.get(), note, happening);
    meanwhile.run();
    return Reply.created("/notes/n", Map.of("text", note.text(), "receipt", receipt))
        .tagged(stored);
  }

  private static Outcome<Reply> refuse(Call call, Unit unit) {
    unit.note(
        Happening.of("note.refused", "note-refusal", call.actor().request(), List.of(), Map.of()));
    return Outcome.refusedAndJournalled(
        Problem.of(Problem.Kind.NOT_MET, "不符合", "not met").under("第十一条"));
  }

  @Test
  void shouldWriteRecordJournalAndAnswerTogether() {
    var answer = gateway.as("signer").key("key-00001").post(PATH, "{\"text\":\"a\"}");

    assertEquals(201, answer.status());
    assertEquals("\"1\"", answer.header("etag"));
    assertEquals(1, journalLength());
    assertTrue(records.find(StoredAnswer.key("dalian", "signer", "key-00001")).isPresent());
  }

  @Test
  void shouldGiveTheSameReceiptInTheAnswerAndInTheJournal() {
    var answer = gateway.as("signer").key("key-00001").post(PATH, "{\"text\":\"a\"}");

    var entry = Journal.KIND.read(records.find(Journal.key("dalian", "note", "n", 1)).get());
    JsonNode receipt = answer.json().path("receipt");
    assertEquals(receipt, entry.value().facts().path("receipt"));
    assertEquals("a", entry.value().facts().path("text").asText());
    assertTrue(CheckedNumber.isValid(receipt.path("number").asText()));
    assertEquals(Hashes.hex("{\"text\":\"a\"}"), receipt.path("sha256").asText());
  }

  @Test
  void shouldNumberTheReceiptsOfTwoActsDifferently() {
    var first = gateway.as("signer").key("key-00001").post(PATH, "{\"text\":\"a\"}").json();
    var second = gateway.as("signer").key("key-00002").post(PATH, "{\"text\":\"a\"}").json();

    assertNotEquals(first.at("/receipt/number"), second.at("/receipt/number"));
  }

  @Test
  void shouldHaveNoSeedWhereNothingIsChanged() {
    var call = gateway.asPublic().without("idempotency-key");

    assertThrows(PermanentFault.class, () -> call.get("/receipt"));
  }

  @Test
  void shouldAnswerAListAsAFile() {
    var answer = gateway.asPublic().get("/list");

    assertEquals(200, answer.status());
    assertEquals("text/csv; charset=utf-8", answer.header("content-type"));
    assertEquals("attachment; filename=\"list.csv\"", answer.header("content-disposition"));
    assertEquals("\uFEFF名称\r\n", answer.http().body());
  }

  @Test
  void shouldSendOnToAnotherPlace() {
    var answer = gateway.asPublic().get("/elsewhere");

    assertEquals(303, answer.status());
    assertEquals("https://example.org/a", answer.header("location"));
    assertEquals("", answer.header("content-type"));
    assertEquals("", answer.http().body());
  }

  @Test
  void shouldAnswerTheSameKeyAndRequestWithTheFirstAnswer() {
    var first = gateway.as("signer").key("key-00001").post(PATH, "{\"text\":\"a\"}");
    var second = gateway.as("signer").key("key-00001").post(PATH, "{\"text\":\"a\"}");

    assertEquals(first.http(), second.http());
    assertEquals(1, runs.get());
    assertEquals(1, journalLength());
  }

  @Test
  void shouldRefuseAKeyThatWasUsedForAnotherRequest() {
    gateway.as("signer").key("key-00001").post(PATH, "{\"text\":\"a\"}");

    var other = gateway.as("signer").key("key-00001").post(PATH, "{\"text\":\"b\"}");

    assertEquals(422, other.status());
    assertEquals("urn:firstbatch:problem:key-reused", other.json().path("type").asText());
  }

  @Test
  void shouldDemandAKeyForEveryChange() {
    assertEquals(
        400,
        gateway.as("signer").without("idempotency-key").post(PATH, "{\"text\":\"a\"}").status());
    assertEquals(400, gateway.as("signer").key("short").post(PATH, "{\"text\":\"a\"}").status());
  }

  @Test
  void shouldRunAgainWhenWhatItReadHasChanged() {
    gateway.as("signer").post(PATH, "{\"text\":\"a\"}");
    meanwhile = this::anotherWriterOnce;

    var answer = gateway.as("signer").post(PATH, "{\"text\":\"b\"}");

    assertEquals(201, answer.status());
    assertEquals("\"3\"", answer.header("etag"));
    assertEquals(3, runs.get());
  }

  private void anotherWriterOnce() {
    meanwhile = () -> {};
    StoredRecord record = records.find(KEY).orElseThrow();
    records.putAll(List.of(record.next(1, "1", "{\"text\":\"x\"}", record.journal())));
  }

  @Test
  void shouldSayBusyWhenOthersAlwaysComeFirst() {
    gateway.as("signer").post(PATH, "{\"text\":\"a\"}");
    meanwhile =
        () -> {
          StoredRecord record = records.find(KEY).orElseThrow();
          records.putAll(List.of(record.next(1, "1", "{\"text\":\"x\"}", record.journal())));
        };

    assertEquals(503, gateway.as("signer").post(PATH, "{\"text\":\"b\"}").status());
    assertEquals(1, journalLength());
  }

  @Test
  void shouldStopTheActOfAMemberWhoseMembershipEndedMeanwhile() {
    meanwhile =
        () -> {
          meanwhile = () -> {};
          RecordKey key = Membership.key("dalian", "signer", Role.INSURER, "haiyue");
          Stored<Membership> held = Memberships.MEMBERSHIP.read(records.find(key).orElseThrow());
          Membership ended =
              new Membership(
                  "signer",
                  "haiyue",
                  Role.INSURER,
                  held.value().capacities(),
                  held.value().from(),
                  gateway.now().minusSeconds(1));
          records.putAll(
              List.of(
                  held.record()
                      .next(
                          1,
                          "1",
                          org.firstbatch.casework.json.Json.write(ended),
                          held.record().journal())));
        };

    var answer = gateway.as("signer").post(PATH, "{\"text\":\"a\"}");

    assertEquals(403, answer.status());
    assertTrue(records.find(KEY).isEmpty());
  }

  @Test
  void shouldKeepAJournalledRefusalAndItsAnswerButNothingElse() {
    var first = gateway.as("signer").key("key-00009").post("/refusals", "{}");
    var again = gateway.as("signer").key("key-00009").post("/refusals", "{}");

    assertEquals(422, first.status());
    assertEquals("第十一条", first.json().path("article").asText());
    assertEquals(first.http(), again.http());
  }

  @Test
  void shouldRefuseQueryParametersThatTheRouteDoesNotKnowAndNameThoseThatItDoes() {
    JsonNode refused = gateway.as("preparer").get(PATH + "?yaer=2026&limit=1&a=b").json();

    assertEquals("?a", refused.at("/errors/0/pointer").asText());
    assertEquals("?yaer", refused.at("/errors/1/pointer").asText());
    assertEquals("unknown; there are [cursor, limit, year]", refused.at("/errors/1/en").asText());
    assertEquals(2, refused.path("errors").size());
    assertEquals(200, gateway.as("preparer").get(PATH + "?year=2026&limit=1&cursor=a").status());
  }

  @Test
  void shouldRefuseAQueryParameterOfAChange() {
    var answer = gateway.as("signer").post(PATH + "?dryRun=true", "{\"text\":\"a\"}");

    assertEquals(400, answer.status());
    assertEquals("unknown; there are none here", answer.json().at("/errors/0/en").asText());
    assertEquals(0, runs.get());
  }

  @Test
  void shouldNotTellWhoeverMayNotCallARouteWhatItTakes() {
    assertEquals(403, gateway.as("stranger").get(PATH + "?yaer=2026").status());
  }

  @Test
  void shouldTellWhoeverMayNotCallARouteWhereElseToLook() {
    String told = gateway.as("stranger").get(PATH).json().path("detailEn").asText();

    assertTrue(told.endsWith(" See the notice."), told);
  }

  @Test
  void shouldLetNobodyInWhoIsNotNamed() {
    assertEquals(401, gateway.asPublic().get(PATH).status());
    assertEquals(403, gateway.as("stranger").get(PATH).status());
    assertEquals(403, gateway.as("preparer").post(PATH, "{\"text\":\"a\"}").status());
    assertEquals(200, gateway.as("preparer").get(PATH).status());
    assertEquals(200, gateway.as("auditor").get(PATH).status());
    assertEquals(200, gateway.asPublic().get("/public").status());
  }

  @Test
  void shouldNotAdmitBeforeAMembershipBeginsNorAfterItEnds() {
    Instant from = Instant.parse("2026-03-02T00:00:00Z");
    Instant to = Instant.parse("2026-03-03T00:00:00Z");
    Membership membership =
        new Membership(
            "guest", "haiyue", Role.INSURER, java.util.Set.of(Capacity.SIGNER), from, to);
    records.putAll(
        List.of(
            StoredRecord.first(
                Membership.key("dalian", "guest", Role.INSURER, "haiyue"),
                1,
                "1",
                from,
                org.firstbatch.casework.json.Json.write(membership))));

    assertEquals(403, gateway.at(from.minusMillis(1)).as("guest").get(PATH).status());
    assertEquals(200, gateway.at(from).as("guest").get(PATH).status());
    assertEquals(200, gateway.at(to.minusMillis(1)).as("guest").get(PATH).status());
    assertEquals(403, gateway.at(to).as("guest").get(PATH).status());
  }

  @Test
  void shouldAskForWhichOrganisationAPersonOfSeveralActs() {
    gateway.member("signer", Role.INSURER, "tongzhou", Capacity.SIGNER);

    var open = gateway.as("signer").get(PATH);
    var named = gateway.as("signer").header("firstbatch-organisation", "tongzhou").get(PATH);

    assertEquals(400, open.status());
    assertTrue(open.http().body().contains("tongzhou"));
    assertEquals("tongzhou", named.json().path("organisation").asText());
  }

  @Test
  void shouldNotKnowOtherSchemes() {
    var answer = gateway.as("signer").get("/v1/schemes/nowhere/notes");

    assertEquals(404, answer.status());
    assertTrue(
        answer.json().path("detailEn").asText().contains(new ShippedSchemes().names().toString()));
  }

  private int journalLength() {
    int length = 0;
    while (records.find(Journal.key("dalian", "note", "n", length + 1)).isPresent()) {
      length++;
    }
    return length;
  }
}
