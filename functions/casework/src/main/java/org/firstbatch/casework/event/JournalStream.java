package org.firstbatch.casework.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.problem.PermanentFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads batches of the journal table's stream, for a function that needs its order. After the first
 * entry that fails, the rest of the batch is reported as failed from there, so that the order
 * within a subject is kept. A stream serves two readers; all others hear from the {@link
 * JournalBus}.
 */
public final class JournalStream {

  private static final Logger LOGGER = LoggerFactory.getLogger("firstbatch.stream");

  private JournalStream() {}

  /** Hands each entry of a batch to a listener; answers what the platform must deliver again. */
  public static Map<String, Object> each(JsonNode event, JournalListener listener) {
    for (JsonNode json : event.path("Records")) {
      JournalRecord record = new JournalRecord(json);
      if (!record.isEntry()) {
        continue;
      }
      try {
        listener.hear(record.entry());
      } catch (RuntimeException fault) {
        LOGGER.error("stream record {} failed: {}", record.sequence(), fault.toString(), fault);
        return failedFrom(record.sequence());
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
