package org.firstbatch.casework.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.junit.jupiter.api.Test;

class JournalBusTest {

  private final List<JournalEntry> heard = new ArrayList<>();

  private static ObjectNode event(String eventName, String body) {
    ObjectNode event = Json.mapper().createObjectNode().put("source", "firstbatch.journal");
    ObjectNode record = event.putObject("detail").put("eventName", eventName);
    ObjectNode dynamodb = record.putObject("dynamodb").put("SequenceNumber", "17");
    dynamodb.putObject("NewImage").putObject("b").put("S", body);
    return event;
  }

  private static String entry() {
    return Json.write(
        new JournalEntry(
            "dalian",
            "plan",
            "2026-1",
            4,
            "plan.signed",
            1,
            Instant.parse("2026-04-21T01:00:00Z"),
            "regulator-2",
            "regulator",
            "regulator",
            "SIGNER",
            List.of(),
            null,
            Json.mapper().createObjectNode().put("year", 2026),
            "request",
            ""));
  }

  @Test
  void shouldHandOnTheEntryThatTheEventCarries() {
    JournalBus.hear(event("INSERT", entry()), heard::add);

    assertEquals("plan.signed", heard.getFirst().type());
    assertEquals(2026, heard.getFirst().facts().path("year").asInt());
  }

  @Test
  void shouldLetAFaultOutSoThatThePlatformCallsAgain() {
    assertThrows(
        RetryableFault.class,
        () ->
            JournalBus.hear(
                event("INSERT", entry()),
                _ -> {
                  throw new RetryableFault("input changes");
                }));
  }

  @Test
  void shouldSayWhatTheEventShouldHaveBeen() {
    for (ObjectNode wrong : List.of(event("MODIFY", entry()), Json.mapper().createObjectNode())) {
      PermanentFault fault =
          assertThrows(PermanentFault.class, () -> JournalBus.hear(wrong, heard::add));

      assertTrue(String.valueOf(fault.getMessage()).contains("detail"), fault.getMessage());
    }
    assertEquals(List.of(), heard);
  }

  @Test
  void shouldNameTheRecordThatIsNoEntry() {
    PermanentFault fault =
        assertThrows(
            PermanentFault.class, () -> JournalBus.hear(event("INSERT", "{\"type\":"), heard::add));

    assertTrue(String.valueOf(fault.getMessage()).contains("17"), fault.getMessage());
  }
}
