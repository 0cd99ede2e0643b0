package org.firstbatch.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.identity.CheckedNumber;
import org.junit.jupiter.api.Test;

class PublishListTest {

  private static final String DOCUMENT = "大经信发〔2026〕7号";
  private static final Instant NEXT_DAY = Instant.parse("2026-03-03T02:00:00Z");
  private static final Instant NEXT_YEAR = Instant.parse("2027-01-04T02:00:00Z");

  private final InMemoryRecords records = Lists.records();
  private final TestGateway gateway = Lists.gateway(records);

  private static String list(int count) {
    return Assessed.list(DOCUMENT, IntStream.rangeClosed(1, count).mapToObj(Assessed::id).toList());
  }

  private static Answer publishOn(Records on, String body) {
    return Lists.gateway(on).as("signer").key("publish-00000001").post("/certificate-lists", body);
  }

  private static Answer withdrawOn(Records on) {
    return Lists.gateway(on)
        .as("signer")
        .key("withdraw-00000001")
        .post("/certificate-lists/" + url(DOCUMENT) + "/withdrawal", "{\"ground\":\"文号有误\"}");
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static int visible(Records on) {
    return Lists.gateway(on).asPublic().get("/certificates?limit=200").json().path("items").size();
  }

  private static List<String> journal(InMemoryRecords on) {
    return on.list(Table.JOURNAL).stream()
        .map(record -> Json.read(record.body(), JournalEntry.class).type())
        .sorted()
        .toList();
  }

  @Test
  void shouldPublishAssessedApplicationsWhole() {
    Assessed.put(records, 20);

    Answer answer = publishOn(records, list(20));

    assertEquals(201, answer.status(), answer.http()::body);
    assertEquals(20, answer.json().path("count").asInt());
    assertEquals("PUBLISHED", answer.json().path("kind").asText());
    JsonNode certificate =
        gateway.asPublic().get("/certificates?creditCode=" + Lists.code(3)).json();
    JsonNode third = certificate.path("items").get(0);
    assertTrue(third.path("number").asText().matches("DL-2026-00003-[0-9A-Z]"), third::toString);
    assertTrue(CheckedNumber.isValid(third.path("number").asText()));
    assertEquals("2026-03-02", third.path("published").asText());
    assertEquals("2027-03-02", third.path("lastDay").asText());
    assertEquals("大连第3机床有限公司", third.path("enterpriseName").asText());
    assertEquals(DOCUMENT, third.path("list").asText());
    assertEquals(20, visible(records));
  }

  @Test
  void shouldHandAReceiptThatTheJournalKeepsToo() {
    Assessed.put(records, 2);

    JsonNode receipt = publishOn(records, list(2)).json().path("receipt");

    assertTrue(CheckedNumber.isValid(receipt.path("number").asText()));
    assertEquals("certificates.published", receipt.path("act").asText());
    JournalEntry entry =
        Json.read(records.list(Table.JOURNAL).getFirst().body(), JournalEntry.class);
    assertEquals(DOCUMENT, entry.subject());
    assertEquals("certificate-list", entry.subjectKind());
    assertEquals(receipt, entry.facts().path("receipt"));
    assertEquals(2, entry.facts().path("count").asInt());
    assertEquals(DOCUMENT, entry.facts().path("documentNumber").asText());
    assertEquals(64, entry.facts().path("digest").asText().length());
    assertTrue(entry.organisations().contains(Lists.code(2)));
  }

  @Test
  void shouldNoteWhoPublishedOnEachApplication() {
    Assessed.put(records, 1);

    publishOn(records, list(1));

    assertEquals(DOCUMENT, Assessed.listOf(records, 1));
    assertEquals(List.of("signer"), Assessed.read(records, 1).persons().get(Stage.PUBLISH));
    assertEquals(List.of("expert"), Assessed.read(records, 1).persons().get(Stage.ASSESS));
  }

  @Test
  void shouldGoOnInTheRunningNumbersWithTheNextList() {
    Assessed.put(records, 3);
    publishOn(records, list(2));

    Answer answer =
        gateway
            .as("signer")
            .post("/certificate-lists", Assessed.list("第二份", List.of(Assessed.id(3))));

    assertEquals(201, answer.status(), answer.http()::body);
    assertTrue(numbers().getLast().startsWith("DL-2026-00003-"), () -> numbers().toString());
  }

  private List<String> numbers() {
    List<String> numbers = new ArrayList<>();
    gateway
        .asPublic()
        .get("/certificates?limit=200")
        .json()
        .path("items")
        .forEach(item -> numbers.add(item.path("number").asText()));
    return numbers.stream().sorted().toList();
  }

  @Test
  void shouldComeOutTheSameWhereverItIsKilled() {
    InMemoryRecords whole = Lists.records();
    Assessed.put(whole, 20);
    Faults none = new Faults();
    assertEquals(201, publishOn(new FaultyRecords(whole, none), list(20)).status());

    for (int step = 1; step <= none.steps(); step++) {
      dieAndRetry(new Faults().killBefore(step), bodies(whole));
      dieAndRetry(new Faults().killAfter(step), bodies(whole));
    }
  }

  private static void dieAndRetry(Faults faults, List<String> expected) {
    InMemoryRecords records = Lists.records();
    Assessed.put(records, 20);
    assertThrows(Killed.class, () -> publishOn(new FaultyRecords(records, faults), list(20)));
    int seen = visible(records);
    assertTrue(seen == 0 || seen == 20, () -> "all or nothing, not " + seen);

    Answer again = publishOn(records, list(20));

    assertEquals(201, again.status(), again.http()::body);
    assertEquals(expected, bodies(records));
    assertEquals(20, visible(records));
    assertEquals(List.of("certificates.published"), journal(records));
  }

  /** What is in the register and on the applications. */
  private static List<String> bodies(InMemoryRecords records) {
    List<StoredRecord> all = new ArrayList<>(records.list(Table.CERTIFICATES));
    all.addAll(records.list(Table.APPLICATIONS));
    return all.stream().map(StoredRecord::body).sorted().toList();
  }

  @Test
  void shouldFinishAPublicationOfThreeHundredThatWasKilledMidway() {
    Assessed.put(records, 300);
    Faults none = new Faults();
    InMemoryRecords other = Lists.records();
    Assessed.put(other, 300);
    publishOn(new FaultyRecords(other, none), list(300));
    Faults midway = new Faults().killAfter(none.steps() / 2);

    assertThrows(Killed.class, () -> publishOn(new FaultyRecords(records, midway), list(300)));
    assertEquals(0, visible(records));
    assertTrue(records.list(Table.CERTIFICATES).size() > 400, "half of it is there");
    assertEquals(404, gateway.asPublic().get("/certificate-lists/" + url(DOCUMENT)).status());
    Answer again = publishOn(records, list(300));

    assertEquals(201, again.status(), again.http()::body);
    assertEquals(300, again.json().path("count").asInt());
    assertEquals(bodies(other).size(), bodies(records).size());
    assertEquals(bodies(other), bodies(records));
  }

  @Test
  void shouldLetAnotherSignerFinishItOnAnotherDay() {
    Assessed.put(records, 20);
    killMidway();

    Answer answer =
        Lists.gateway(records).at(NEXT_DAY).as("signer-2").post("/certificate-lists", list(20));

    assertEquals(201, answer.status(), answer.http()::body);
    gateway.at(NEXT_DAY);
    for (int number = 1; number <= 20; number++) {
      JsonNode item =
          gateway
              .asPublic()
              .get("/certificates?creditCode=" + Lists.code(number))
              .json()
              .path("items")
              .get(0);
      assertEquals("2026-03-03", item.path("published").asText());
      assertEquals("2027-03-03", item.path("lastDay").asText());
      assertTrue(item.path("number").asText().startsWith("DL-2026-000%02d".formatted(number)));
      assertEquals("signer-2", Assessed.read(records, number).whoTook(Stage.PUBLISH).orElseThrow());
    }
  }

  /** Leaves a publication of twenty with one portion of its certificates written. */
  private void killMidway() {
    Faults none = new Faults();
    InMemoryRecords other = Lists.records();
    Assessed.put(other, 20);
    publishOn(new FaultyRecords(other, none), list(20));
    Faults midway = new Faults().killAfter(none.steps() - 4);
    assertThrows(Killed.class, () -> publishOn(new FaultyRecords(records, midway), list(20)));
    assertEquals(0, visible(records));
  }

  @Test
  void shouldNotFinishItInAnotherYear() {
    Assessed.put(records, 20);
    killMidway();
    gateway.at(NEXT_YEAR);

    assertEquals(409, gateway.as("signer").post("/certificate-lists", list(20)).status());

    gateway
        .as("signer")
        .post("/certificate-lists/" + url(DOCUMENT) + "/withdrawal", "{\"ground\":\"跨年\"}");
    Answer anew = gateway.as("signer").post("/certificate-lists", list(20));
    assertEquals(201, anew.status(), anew.http()::body);
    assertTrue(numbers().getFirst().startsWith("DL-2027-00001-"));
  }

  @Test
  void shouldAnswerTheSameWhenAListIsPublishedAgain() {
    Assessed.put(records, 2);
    Answer first = publishOn(records, list(2));

    Answer second = gateway.as("signer-2").post("/certificate-lists", list(2));

    assertEquals(201, second.status());
    assertEquals(first.json(), second.json());
    assertEquals(1, records.list(Table.JOURNAL).size());
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameNumber() {
    Assessed.put(records, 3);
    publishOn(records, list(2));

    assertEquals(409, gateway.as("signer").post("/certificate-lists", list(3)).status());
  }

  @Test
  void shouldRefuseOtherContentUnderTheNumberOfAnUnfinishedList() {
    Assessed.put(records, 21);
    killMidway();

    assertEquals(409, gateway.as("signer").post("/certificate-lists", list(21)).status());
    assertEquals(409, importUnder(DOCUMENT).status());
  }

  @Test
  void shouldNotMixImportedAndPublishedUnderOneNumber() {
    Assessed.put(records, 2);
    assertEquals(201, importUnder(DOCUMENT).status());

    assertEquals(409, publishOn(records, list(2)).status());
    assertEquals(1, visible(records));
  }

  private Answer importUnder(String documentNumber) {
    return gateway
        .as("signer")
        .post("/certificate-imports", Lists.body(documentNumber, Lists.csv("C", 1)));
  }

  @Test
  void shouldPassOverNumbersThatAnImportedListHasTaken() {
    Assessed.put(records, 2);
    String taken = CheckedNumber.complete("DL-2026-00002-");
    gateway
        .as("signer")
        .post("/certificate-imports", Lists.body("旧名单", Lists.HEADER + Lists.row(taken, 9)));

    assertEquals(201, publishOn(records, list(2)).status());

    assertTrue(numbers().getLast().startsWith("DL-2026-00004-"), () -> numbers().toString());
    assertEquals(3, numbers().size());
  }

  @Test
  void shouldRefuseWhoTookAnotherStageOfAnyOfThem() {
    for (Stage stage : List.of(Stage.CONFIRM, Stage.ASSIGN, Stage.ASSESS)) {
      Assessed.put(records, 2);
      Assessed.application(2).taken(stage, "signer").in(records);

      Answer answer = gateway.as("signer").post("/certificate-lists", list(2));

      assertEquals(403, answer.status(), stage::toString);
      assertEquals(
          "/applications/1/application",
          answer.json().path("errors").get(0).path("pointer").asText());
    }
    assertEquals(0, records.list(Table.CERTIFICATES).size());
  }

  @Test
  void shouldRefuseWhoDeclaredARelationToAnApplicant() {
    Assessed.put(records, 2);
    Lists.related(records, "signer", Lists.code(2));

    assertEquals(403, publishOn(records, list(2)).status());
    assertEquals(201, gateway.as("signer-2").post("/certificate-lists", list(2)).status());
  }

  @Test
  void shouldRefuseWhoBelongsOrBelongedToAnApplicantOrItsEvaluator() {
    for (String party : List.of(Lists.code(2), "evaluator-1")) {
      Role role = party.startsWith("ev") ? Role.EVALUATOR : Role.ENTERPRISE;
      InMemoryRecords present = Lists.records();
      Assessed.put(present, 2);
      Lists.gateway(present).member("signer", role, party, Capacity.SIGNER);
      InMemoryRecords past = Lists.records();
      Assessed.put(past, 2);
      Lists.former(past, "signer", role, party);

      for (InMemoryRecords on : List.of(present, past)) {
        Answer answer = publishOn(on, list(2));

        assertEquals(403, answer.status(), party);
        assertTrue(answer.json().path("detail").asText().contains(party), answer.http()::body);
        assertEquals(0, on.list(Table.CERTIFICATES).size());
        assertEquals(
            201, Lists.gateway(on).as("signer-2").post("/certificate-lists", list(2)).status());
      }
    }
  }

  @Test
  void shouldRefuseWhoDeclaredARelationToAnEvaluator() {
    Assessed.put(records, 1);
    Lists.related(records, "signer", "evaluator-1");

    assertEquals(403, publishOn(records, list(1)).status());
  }

  @Test
  void shouldNotLetAFormerMemberOfAnApplicantWithdrawAList() {
    Assessed.put(records, 20);
    killMidway();
    Lists.former(records, "signer", Role.ENTERPRISE, Lists.code(1));

    assertEquals(403, withdrawOn(records).status());
  }

  @Test
  void shouldFindAListByItsNumberInAnotherUnicodeForm() {
    Assessed.application(1).notRecommended().in(records);
    String other = url("大经信发﹝２０２６﹞７号");
    gateway.as("signer").post("/certificate-lists", withGround());

    Answer shown = gateway.asPublic().get("/certificate-lists/" + other);
    Answer departures = gateway.as("preparer").get("/certificate-lists/" + other + "/departures");
    Answer withdrawn =
        gateway
            .as("signer")
            .post("/certificate-lists/" + other + "/withdrawal", "{\"ground\":\"文号有误\"}");

    assertEquals(DOCUMENT, shown.json().path("documentNumber").asText(), shown.http()::body);
    assertEquals(1, departures.json().path("items").size(), departures.http()::body);
    assertEquals(409, withdrawn.status(), withdrawn.http()::body);
  }

  @Test
  void shouldLetOnlyASignerOfTheCommissionPublish() {
    Assessed.put(records, 1);

    assertEquals(403, gateway.as("preparer").post("/certificate-lists", list(1)).status());
    assertEquals(401, gateway.asPublic().post("/certificate-lists", list(1)).status());
  }

  @Test
  void shouldRefuseWhatIsNotAssessedOrNotThereOrNamedTwice() {
    Assessed.put(records, 2);
    Assessed.application(2).state(State.CONFIRMED).in(records);

    assertEquals(409, publishOn(records, list(2)).status());
    assertEquals(400, publishOn(records, list(3)).status());
    String twice = Assessed.list(DOCUMENT, List.of(Assessed.id(1), Assessed.id(1)));
    assertEquals(400, publishOn(records, twice).status());
    assertEquals(400, publishOn(records, Assessed.list(DOCUMENT, List.of())).status());
    assertEquals(0, records.list(Table.CERTIFICATES).size());
  }

  @Test
  void shouldRefuseAnApplicationOfAnotherList() {
    Assessed.put(records, 2);
    publishOn(records, list(2));

    Answer answer =
        gateway
            .as("signer")
            .post("/certificate-lists", Assessed.list("第二份", List.of(Assessed.id(2))));

    assertEquals(409, answer.status());
    String said = answer.json().path("errors").get(0).path("zh").asText();
    assertTrue(said.contains(DOCUMENT), said);
  }

  @Test
  void shouldTakeAGroundToDepartFromTheAssessment() {
    Assessed.application(1).notRecommended().in(records);

    Answer without = publishOn(records, list(1));
    Answer with = gateway.as("signer").post("/certificate-lists", withGround());

    assertEquals(400, without.status());
    assertEquals(
        "/applications/0/ground", without.json().path("errors").get(0).path("pointer").asText());
    assertEquals(201, with.status(), with.http()::body);
    String departures = "/certificate-lists/" + url(DOCUMENT) + "/departures";
    JsonNode item = gateway.as("preparer").get(departures).json().path("items").get(0);
    assertEquals("复核认为符合条件", item.path("ground").asText());
    assertEquals(401, gateway.asPublic().get(departures).status());
  }

  @Test
  void shouldRefuseAGroundForNoDeparture() {
    Assessed.put(records, 1);

    assertEquals(400, gateway.as("signer").post("/certificate-lists", withGround()).status());
  }

  private static String withGround() {
    return """
        {"documentNumber":"%s","applications":[{"application":"%s","ground":"复核认为符合条件"}]}"""
        .formatted(DOCUMENT, Assessed.id(1));
  }

  @Test
  void shouldRefuseANegotiatedClassBelowTheThresholdOfItsNotice() {
    negotiated("49999999.99").in(records);

    Answer answer = publishOn(records, list(1));

    assertEquals(422, answer.status(), answer.http()::body);
    assertEquals("第四条", answer.json().path("article").asText());
    assertEquals(0, records.list(Table.CERTIFICATES).size());
  }

  @Test
  void shouldFixANegotiatedClassOfEnoughPrice() {
    negotiated("50000000.00").in(records);

    assertEquals(201, publishOn(records, list(1)).status());

    JsonNode item = gateway.asPublic().get("/certificates").json().path("items").get(0);
    assertEquals("核电装备", item.path("productClass").asText());
  }

  private static Assessed negotiated(String price) {
    return Assessed.application(1)
        .field("product.productClass", "核电装备")
        .field("product.unitPrice", price)
        .notice("unit-price-threshold 50000000.00");
  }

  @Test
  void shouldCountYearsOfRegistrationOnTheDayOfPublicationWhereTheEditionSaysSo() {
    Assessed.application(1).field("enterprise.registeredOn", "2024-03-03").in(records);
    TestGateway strict = Lists.gateway(records, "registered-as-of", "publication");

    Answer early = strict.as("signer").post("/certificate-lists", list(1));

    assertEquals(422, early.status(), early.http()::body);
    assertEquals("第八条（一）", early.json().path("article").asText());
    Answer later = strict.at(NEXT_DAY).as("signer").post("/certificate-lists", list(1));
    assertEquals(201, later.status(), later.http()::body);
  }

  @Test
  void shouldFreeTheApplicationsOfAnAbandonedList() {
    Assessed.put(records, 20);
    killMidway();
    assertEquals(DOCUMENT, Assessed.listOf(records, 1));
    assertEquals(
        1, gateway.as("preparer").get("/unfinished-certificate-lists").json().path("items").size());

    Answer withdrawn = withdrawOn(records);

    assertEquals(200, withdrawn.status(), withdrawn.http()::body);
    for (int number = 1; number <= 20; number++) {
      assertEquals(null, Assessed.listOf(records, number));
    }
    assertEquals(
        0, gateway.as("preparer").get("/unfinished-certificate-lists").json().path("items").size());
    assertEquals(List.of("certificates.publication-withdrawn"), journal(records));
    Answer anew = gateway.as("signer").post("/certificate-lists", list(19));
    assertEquals(201, anew.status(), anew.http()::body);
    assertEquals(19, visible(records));
    assertTrue(numbers().getFirst().startsWith("DL-2026-00021-"), () -> numbers().toString());
  }

  @Test
  void shouldFinishAWithdrawalWhereverItIsKilled() {
    InMemoryRecords whole = unfinished();
    Faults none = new Faults();
    assertEquals(200, withdrawOn(new FaultyRecords(whole, none)).status());

    for (int step = 1; step <= none.steps(); step++) {
      InMemoryRecords records = unfinished();
      Faults faults = new Faults().killAfter(step);
      assertThrows(Killed.class, () -> withdrawOn(new FaultyRecords(records, faults)));

      assertEquals(200, withdrawOn(records).status());

      assertEquals(bodies(whole), bodies(records));
    }
  }

  private static InMemoryRecords unfinished() {
    PublishListTest other = new PublishListTest();
    Assessed.put(other.records, 20);
    other.killMidway();
    return other.records;
  }

  @Test
  void shouldWriteNothingMoreOnceItIsWithdrawn() {
    Assessed.put(records, 20);
    Faults none = new Faults();
    InMemoryRecords other = Lists.records();
    Assessed.put(other, 20);
    publishOn(new FaultyRecords(other, none), list(20));
    Faults faults =
        new Faults()
            .between(none.steps() - 3, () -> assertEquals(200, withdrawOn(records).status()));

    Answer answer = publishOn(new FaultyRecords(records, faults), list(20));

    assertEquals(503, answer.status(), answer.http()::body);
    assertEquals(0, visible(records));
    assertEquals(null, Assessed.listOf(records, 1));
    assertEquals(201, publishOn(records, list(20)).status());
  }

  @Test
  void shouldNotWithdrawWhatIsPublishedOrNotThere() {
    Assessed.put(records, 1);
    assertEquals(404, withdrawOn(records).status());
    publishOn(records, list(1));

    assertEquals(409, withdrawOn(records).status());
    assertEquals(1, visible(records));
  }

  @Test
  void shouldRefuseThePublicationWhenAnApplicationIsClosedMeanwhile() {
    Assessed.put(records, 20);
    killMidway();
    Assessed.application(20).state(State.REFUSED).in(records);

    Answer answer = publishOn(records, list(20));

    assertEquals(409, answer.status());
    assertEquals(0, visible(records));
  }
}
