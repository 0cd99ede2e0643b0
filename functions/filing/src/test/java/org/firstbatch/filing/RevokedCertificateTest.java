package org.firstbatch.filing;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Filings.State;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;

/** A certificate that is revoked for false material, beside, before and after a filing. */
class RevokedCertificateTest {

  private final City city = new City();

  private void hear(Records behind) {
    JournalEntry entry =
        new JournalEntry(
            "dalian",
            "certificate",
            "DL-2026-001",
            1,
            "certificate.revoked",
            1,
            City.IN_WINDOW,
            "signer-2",
            "commission",
            "commission",
            "SIGNER",
            List.of("commission"),
            "检测报告系伪造",
            Json.mapper().valueToTree(Map.of("falseMaterial", true)),
            "request-1",
            "");
    city.worker(behind).handle(City.heard(Json.write(entry)));
  }

  private long marks() {
    return city.records.list(Table.CLAIMS).stream()
        .filter(record -> record.key().sort().contains("!mark!REVOKED!"))
        .count();
  }

  private JsonNode claim(String id) {
    return city.gateway.as("commission").get("/claims/" + id).json();
  }

  @Test
  void shouldMarkEveryClaimOfTheCertificateOnce() {
    city.certify(false);
    List<String> policies = city.policies(60);
    city.rows(policies);
    city.file(policies);
    city.certify(true);

    hear(city.records);
    long revision = city.inputRevision();
    hear(city.records);

    assertEquals(60, marks());
    assertEquals(revision, city.inputRevision());
    assertEquals(List.of("claim.certificate-revoked"), city.journal("claim", policies.getFirst()));
    assertEquals("CERTIFICATE_REVOKED", reasons(claim(policies.getLast())));
  }

  private static String reasons(JsonNode claim) {
    JsonNode last = claim.path("reasons").get(claim.path("reasons").size() - 1);
    return last.path("reason").asText(last.asText());
  }

  @Test
  void shouldMarkOnThoughClaimsOfEveryPortionAreChanging() {
    city.certify(false);
    List<String> policies = city.policies(60);
    city.rows(policies);
    city.file(policies);
    city.certify(true);
    Faults faults = new Faults();
    for (int step = 0; step < 100; step++) {
      faults.between(step, () -> touchOnceEach(faults, policies));
    }

    hear(new FaultyRecords(city.records, faults));

    assertEquals(60, marks());
  }

  /** A review of every claim, just before each of the first three writes. */
  private void touchOnceEach(Faults faults, List<String> policies) {
    long writes = faults.log().stream().filter(step -> step.startsWith("commit")).count();
    if (faults.log().getLast().startsWith("commit") && writes <= 3) {
      for (String policy : policies) {
        StoredRecord place = city.records.find(Claims.placeKey("dalian", policy)).orElseThrow();
        city.records.putAll(
            List.of(place.next(place.schema(), "1", place.body(), place.journal())));
      }
    }
  }

  @Test
  void shouldMarkNothingWhileTheCertificateStands() {
    city.certify(false);
    List<String> policies = city.policies(2);
    city.rows(policies);
    city.file(policies);

    hear(city.records);

    assertEquals(0, marks());
  }

  @Test
  void shouldNotFileAPolicyOfACertificateThatNeverHadAnEffect() {
    List<String> policies = city.policies(2);
    city.certify(true);

    String filing = city.file(policies);

    assertEquals(State.CHECKED, city.filed(filing).state());
    assertEquals(
        "13.certificate",
        requireNonNull(city.filed(filing).findings().get(policies.getFirst())).getFirst().rule());
  }

  @Test
  void shouldSeeARevocationThatComesBetweenReadingAndWriting() {
    city.certify(false);
    List<String> policies = city.policies(2);
    String filing = city.receive(policies);
    Faults faults = new Faults();
    faults.between(commitStep() - 1, () -> city.certify(true));

    city.work(new FaultyRecords(city.records, faults), filing);

    assertEquals(State.CHECKED, city.filed(filing).state());
    assertEquals(0, city.claims().size());
  }

  /** The step at which the first rows of such a filing are committed. */
  private static int commitStep() {
    City other = new City();
    other.certify(false);
    String filing = other.receive(other.policies(2));
    Faults counted = new Faults();
    other.work(new FaultyRecords(other.records, counted), filing);
    for (int step = 1; step <= counted.steps(); step++) {
      if (counted.log().get(step - 1).startsWith("commit")) {
        return step;
      }
    }
    throw new AssertionError("no commit: " + counted.log());
  }
}
