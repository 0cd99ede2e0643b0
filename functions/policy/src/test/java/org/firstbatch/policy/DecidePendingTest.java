package org.firstbatch.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.money.Money;
import org.junit.jupiter.api.Test;

final class DecidePendingTest {

  /** New Year of 2027 rests until 3 January; the day 30 of the pending policy is in it. */
  static final String NOTICE =
      """
      year 2027
      notice https://www.example.com/2027
      rest 2027-01-01 元旦
      rest 2027-01-02 元旦
      rest 2027-01-03 元旦
      """;

  private final City city = new City();

  private static DecidePending decide(Records records) {
    return new DecidePending(records, new Judge(new ShippedSchemes(), new Calendars()));
  }

  /** Delivered 2026-12-02, so that day 30 is 2027-01-01. */
  static ObjectNode pending(String signed) {
    ObjectNode body = City.policy();
    City.part(body, "supplyContract").put("signed", "2026-12-02");
    City.part(body, "batch").put("lastDelivered", "2026-12-02");
    City.part(body, "cover").put("inception", "2027-01-10").put("end", "2028-01-09");
    return body.put("proposalReceived", "2026-12-20").put("contractSigned", signed);
  }

  private String register(String signed) {
    var answer = city.gateway.as("preparer").post("/policies", pending(signed).toString());
    assertEquals("PENDING", answer.json().path("state").asText(), answer.http().body());
    return answer.json().path("id").asText();
  }

  private static JournalEntry loaded(String type) {
    return new JournalEntry(
        City.SCHEME,
        "calendar",
        "2027",
        1,
        type,
        1,
        Instant.parse("2026-11-20T03:00:00Z"),
        "officer-2",
        "commission",
        "commission",
        "SIGNER",
        List.of("commission"),
        null,
        Json.mapper().createObjectNode(),
        "request-1",
        "");
  }

  private List<String> waiting() {
    return city
        .records
        .page(RecordQuery.all(Table.POLICIES, Rows.pendingPartition(City.SCHEME)))
        .records()
        .stream()
        .map(record -> record.key().sort())
        .toList();
  }

  @Test
  void shouldRegisterAPendingPolicyThatTheCalendarMovesIntoTime() {
    String id = register("2027-01-04");
    city.file(id);
    city.loadCalendar(2027, NOTICE);

    decide(city.records).hear(loaded("calendar.loaded"));

    assertEquals(State.REGISTERED, city.stored(id).state());
    assertEquals(1, city.stored(id).revision());
    assertTrue(city.stored(id).decision().allowed());
    assertEquals(List.of(), waiting());
    assertEquals(false, city.claim(id).pending());
    assertEquals(1, city.inputRevision());
    assertEquals(List.of("policy.registered", "policy.decided"), city.journal());
  }

  @Test
  void shouldRefuseAPendingPolicyThatTheCalendarLeavesLateAndFreeItsFirstBatch() {
    String id = register("2027-01-05");
    city.file(id);
    city.loadCalendar(2027, NOTICE);

    decide(city.records).hear(loaded("calendar.loaded"));

    assertEquals(State.REFUSED, city.stored(id).state());
    assertTrue(city.claim(id).withdrawn());
    assertEquals(Money.ZERO, city.claim(id).subsidy());
    assertEquals(
        201, city.gateway.as("rival").post("/policies", pending("2027-01-04").toString()).status());
  }

  @Test
  void shouldLeavePendingWhatTheCalendarStillLeavesOpen() {
    String id = register("2027-01-04");

    decide(city.records).hear(loaded("calendar.loaded"));

    assertEquals(State.PENDING, city.stored(id).state());
    assertEquals(List.of(id), waiting());
    assertEquals(List.of("policy.registered"), city.journal());
  }

  @Test
  void shouldChangeNothingMoreTheSecondTime() {
    String id = register("2027-01-04");
    city.loadCalendar(2027, NOTICE);
    decide(city.records).hear(loaded("calendar.loaded"));
    String once = city.etag(id);

    decide(city.records).hear(loaded("calendar.loaded"));

    assertEquals(once, city.etag(id));
    assertEquals(List.of("policy.registered", "policy.decided"), city.journal());
  }

  @Test
  void shouldBeDeliveredAgainAfterALostAnswerAndDecideOnce() {
    String id = register("2027-01-04");
    city.loadCalendar(2027, NOTICE);
    Faults counted = new Faults();
    City twin = new City();
    twin.gateway.as("preparer").post("/policies", pending("2027-01-04").toString());
    twin.loadCalendar(2027, NOTICE);
    decide(new FaultyRecords(twin.records, counted)).hear(loaded("calendar.loaded"));
    Faults faults = new Faults().faultAfter(counted.steps());

    DecidePending unlucky = decide(new FaultyRecords(city.records, faults));
    assertThrows(RetryableFault.class, () -> unlucky.hear(loaded("calendar.loaded")));
    decide(city.records).hear(loaded("calendar.loaded"));

    assertEquals(State.REGISTERED, city.stored(id).state());
    assertEquals(List.of("policy.registered", "policy.decided"), city.journal());
  }

  @Test
  void shouldHearNothingButCalendars() {
    String id = register("2027-01-04");
    city.loadCalendar(2027, NOTICE);

    decide(city.records).hear(loaded("budget.set"));

    assertEquals(State.PENDING, city.stored(id).state());
  }
}
