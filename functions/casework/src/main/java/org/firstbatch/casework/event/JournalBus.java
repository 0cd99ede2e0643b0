package org.firstbatch.casework.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.problem.PermanentFault;

/**
 * Reads an event of the journal's bus: one entry, as the whole record of the stream in {@code
 * detail}. A fault is thrown, so that the platform calls again and in the end puts the event aside.
 *
 * <p>The bus keeps no order, may deliver an entry twice, and calls for several at once. So whoever
 * hears here looks at what is on record now, and writes on the condition that it still is.
 */
public final class JournalBus {

  private JournalBus() {}

  /**
   * Hands the event's entry to a listener.
   *
   * @return which entry was heard
   * @throws PermanentFault when the event carries no entry
   */
  public static Map<String, Object> hear(JsonNode event, JournalListener listener) {
    JournalEntry entry = entry(new JournalRecord(event.path("detail")));
    listener.hear(entry);
    return Map.of("heard", entry.type(), "subject", entry.subject(), "sequence", entry.sequence());
  }

  private static JournalEntry entry(JournalRecord record) {
    if (!record.isEntry()) {
      throw new PermanentFault(
          "事件应以日志表流记录的全文为 detail（eventName 为 INSERT，含 dynamodb.NewImage.b.S）。"
              + " The event's detail must be a whole record of the journal's stream: eventName"
              + " INSERT, and dynamodb.NewImage.b.S.");
    }
    try {
      return record.entry();
    } catch (PermanentFault fault) {
      throw new PermanentFault(
          "流记录 %s 不是日志条目。 Stream record %s is no journal entry."
              .formatted(record.sequence(), record.sequence()),
          fault);
    }
  }
}
