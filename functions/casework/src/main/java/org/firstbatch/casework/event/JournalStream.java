package org.firstbatch.casework.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads batches of the journal table's stream. After the first entry that fails, the rest of the
 * batch is reported as failed from there, so that the order within a subject is kept.
 */
public final class JournalStream {

  private static final Logger LOGGER = LoggerFactory.getLogger("firstbatch.stream");

  private JournalStream() {}

  /** Handles one entry; handling it twice changes nothing more. */
  @FunctionalInterface
  public interface Listener {
    void hear(JournalEntry entry);
  }

  /** Hands each entry of a batch to a listener; answers what the platform must deliver again. */
  public static Map<String, Object> each(JsonNode event, Listener listener) {
    for (JsonNode record : event.path("Records")) {
      JsonNode image = record.path("dynamodb").path("NewImage");
      if (!"INSERT".equals(record.path("eventName").asText()) || !image.has("b")) {
        continue;
      }
      try {
        listener.hear(Json.read(image.path("b").path("S").asText(), JournalEntry.class));
      } catch (RuntimeException fault) {
        String sequence = record.path("dynamodb").path("SequenceNumber").asText();
        LOGGER.error("stream record {} failed: {}", sequence, fault.toString(), fault);
        return failedFrom(sequence);
      }
    }
    return Map.of("batchItemFailures", List.of());
  }

  private static Map<String, Object> failedFrom(String sequence) {
    if (sequence.isEmpty()) {
      throw new PermanentFault("A stream record has no sequence number");
    }
    return Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", sequence)));
  }
}
