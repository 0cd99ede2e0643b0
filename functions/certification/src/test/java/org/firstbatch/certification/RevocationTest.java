package org.firstbatch.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.RevokedClaims;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevocationTest {

  private static final String FALSE_MATERIAL = "{\"falseMaterial\":true,\"ground\":\"检测报告系伪造\"}";
  private static final String FORWARD = "{\"falseMaterial\":false,\"ground\":\"企业已停产\"}";

  private final InMemoryRecords records = Lists.records();
  private final TestGateway gateway = Lists.gateway(records);
  private final Insured insured = new Insured(records);

  @BeforeEach
  void shouldHaveTwoCertificatesOfOneEnterprise() {
    gateway
        .as("signer")
        .post(
            "/certificate-imports",
            Lists.body("甲1", Lists.HEADER + Lists.row("A-1", 1) + Lists.row("A-2", 1)));
  }

  private Answer propose(String body) {
    return gateway
        .as("signer")
        .header("if-match", gateway.asPublic().get("/certificates/A-1").header("etag"))
        .post("/certificates/A-1/revocation", body);
  }

  private Answer approve() {
    return approve(gateway);
  }

  private static Answer approve(TestGateway through) {
    return through
        .as("signer-2")
        .key("approve-00000001")
        .header("if-match", through.as("signer-2").get("/certificates/A-1/proposal").header("etag"))
        .post("/certificates/A-1/proposal/approval", "");
  }

  private void revoke(String body) {
    assertEquals(202, propose(body).status());
    Answer approved = approve();
    assertEquals(200, approved.status(), approved.http()::body);
  }

  private String stateAt(String instant) {
    return Lists.gateway(records)
        .at(Instant.parse(instant))
        .asPublic()
        .get("/certificates/A-1")
        .json()
        .path("state")
        .asText();
  }

  private JournalEntry entry(String type) {
    return records.list(Table.JOURNAL).stream()
        .map(record -> Json.read(record.body(), JournalEntry.class))
        .filter(entry -> entry.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldRevokeFromTheDayOfTheApproval() {
    propose(FORWARD);
    assertEquals("VALID", stateAt("2026-03-02T02:00:00Z"));

    approve();

    assertEquals("VALID", stateAt("2026-03-01T15:59:59Z"));
    assertEquals("REVOKED", stateAt("2026-03-02T02:00:00Z"));
    assertEquals("REVOKED", stateAt("2027-05-01T02:00:00Z"));
    JsonNode revocation =
        gateway.asPublic().get("/certificates/A-1/versions").json().path("revocation");
    assertEquals("2026-03-02", revocation.path("day").asText());
    assertEquals("企业已停产", revocation.path("ground").path("zh").asText());
    JournalEntry entry = entry("certificate.revoked");
    assertEquals("A-1", entry.subject());
    assertEquals("企业已停产", entry.ground());
    assertEquals("2026-03-02", entry.facts().path("day").asText());
  }

  @Test
  void shouldRevokeFromALaterDayThatIsNamed() {
    revoke("{\"falseMaterial\":false,\"day\":\"2026-04-01\",\"ground\":\"企业已停产\"}");

    assertEquals("VALID", stateAt("2026-03-31T15:59:59Z"));
    assertEquals("REVOKED", stateAt("2026-03-31T16:00:00Z"));
  }

  @Test
  void shouldNotActBackwardOrAfterTheEnd() {
    assertEquals(409, propose(onDay("2026-03-01")).status());
    assertEquals(409, propose(onDay("2027-01-06")).status());
    assertEquals(
        400, propose("{\"falseMaterial\":true,\"day\":\"2026-04-01\",\"ground\":\"伪造\"}").status());
    propose(onDay("2026-03-10"));
    gateway.at(Instant.parse("2026-03-11T02:00:00Z"));

    assertEquals(409, approve().status());
    assertEquals("VALID", stateAt("2026-03-11T02:00:00Z"));
  }

  private static String onDay(String day) {
    return "{\"falseMaterial\":false,\"day\":\"%s\",\"ground\":\"停产\"}".formatted(day);
  }

  @Test
  void shouldLeaveClaimsAloneWhenItActsForward() {
    Place place = insured.claim(insured.policy(1, 1, "A-1"));

    revoke(FORWARD);

    assertTrue(mark(place).isEmpty());
    assertEquals(0, records.counter(Claims.inputRevision("dalian", 2026)));
  }

  @Test
  void shouldHoldTheClaimsOfACertificateRevokedForFalseMaterial() {
    Place own = insured.claim(insured.policy(1, 1, "A-1"));
    Place second = insured.claim(insured.policy(2, 1, "A-1"));
    Place other = insured.claim(insured.policy(3, 1, "A-2"));
    insured.policy(4, 1, "A-1");

    revoke(FALSE_MATERIAL);

    assertEquals("REVOKED", stateAt("2026-03-02T02:00:00Z"));
    Mark mark = Claims.MARK.read(mark(own).orElseThrow()).value();
    assertEquals("检测报告系伪造", mark.ground());
    assertEquals(3, mark.revision());
    assertTrue(mark(second).isPresent());
    assertTrue(mark(other).isEmpty());
    assertEquals(1, records.counter(Claims.inputRevision("dalian", 2026)));
    assertEquals("A-1", entry("claim.certificate-revoked").facts().path("certificate").asText());
    assertTrue(entry("certificate.revoked").organisations().contains("picc"));
  }

  private Optional<StoredRecord> mark(Place place) {
    return records.find(place.markKey(MarkType.REVOKED, Role.COMMISSION));
  }

  @Test
  void shouldHoldAsManyClaimsAsOneTransactionTakesAndLeaveTheRestToTheListener() {
    for (int number = 1; number <= 60; number++) {
      insured.claim(insured.policy(number, 1, "A-1"));
    }

    revoke(FALSE_MATERIAL);

    assertEquals(RevokedClaims.MOST_AT_ONCE, marks());
  }

  private long marks() {
    return records.list(Table.CLAIMS).stream()
        .filter(record -> record.key().sort().contains("!mark!"))
        .count();
  }

  @Test
  void shouldSeeAClaimThatMovesWhileItRevokes() {
    String id = insured.policy(1, 1, "A-1");
    insured.claim(id);
    propose(FALSE_MATERIAL);
    Faults faults = new Faults();
    faults.between(commitStep() - 1, () -> raiseVersionOfPlace(id));

    Answer answer = approve(Lists.gateway(new FaultyRecords(records, faults)));

    assertEquals(200, answer.status(), answer.http()::body);
    assertEquals(2, faults.log().stream().filter(step -> step.startsWith("commit")).count());
    assertEquals(1, marks());
    assertEquals(1, entries("certificate.revoked"));
  }

  /** The step at which such an approval commits, found in a city of its own. */
  private static int commitStep() {
    RevocationTest other = new RevocationTest();
    other.shouldHaveTwoCertificatesOfOneEnterprise();
    other.insured.claim(other.insured.policy(1, 1, "A-1"));
    other.propose(FALSE_MATERIAL);
    Faults counted = new Faults();
    approve(Lists.gateway(new FaultyRecords(other.records, counted)));
    return counted.steps();
  }

  private long entries(String type) {
    return records.list(Table.JOURNAL).stream()
        .filter(record -> Json.read(record.body(), JournalEntry.class).type().equals(type))
        .count();
  }

  private void raiseVersionOfPlace(String id) {
    StoredRecord place = records.find(Claims.placeKey("dalian", id)).orElseThrow();
    records.putAll(
        List.of(place.next(place.schema(), place.edition(), place.body(), place.journal())));
  }

  @Test
  void shouldRevokeOnceAndCorrectNoMore() {
    revoke(FORWARD);

    assertEquals(409, propose(FALSE_MATERIAL).status());
    Answer correction =
        gateway
            .as("signer")
            .header("if-match", gateway.asPublic().get("/certificates/A-1").header("etag"))
            .post(
                "/certificates/A-1/correction",
                "{\"fields\":{\"product\":\"车床\"},\"ground\":\"有误\"}");
    assertEquals(409, correction.status());
  }
}
