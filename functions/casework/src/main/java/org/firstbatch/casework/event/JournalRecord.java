package org.firstbatch.casework.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;

/**
 * A record of the journal table's stream, as both the stream and the bus deliver it.
 *
 * @param json as DynamoDB writes it
 */
record JournalRecord(JsonNode json) {

  /** Whether it says that the journal got an entry. */
  boolean isEntry() {
    return "INSERT".equals(json.path("eventName").asText()) && body().isTextual();
  }

  /** The entry; a fault where it does not read as one. */
  JournalEntry entry() {
    return Json.read(body().asText(), JournalEntry.class);
  }

  /** Its place in the stream; empty where it does not say. */
  String sequence() {
    return json.path("dynamodb").path("SequenceNumber").asText();
  }

  private JsonNode body() {
    return json.path("dynamodb").path("NewImage").path("b").path("S");
  }
}
