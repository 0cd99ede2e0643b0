package org.firstbatch.casework.record;

import java.time.Instant;
import java.util.Map;

/**
 * A record as the store keeps it.
 *
 * @param key where it is
 * @param version 1 when new, raised by one with each change (optimistic lock)
 * @param schema the schema number of its body
 * @param edition the edition of the scheme in force when it was written
 * @param createdAt the instant of the act that created it
 * @param body its content as JSON
 * @param journal the end of its aggregate's journal chain
 * @param attributes what a secondary index sorts by; never anything that is not in the body
 */
public record StoredRecord(
    RecordKey key,
    long version,
    int schema,
    String edition,
    Instant createdAt,
    String body,
    JournalHead journal,
    Map<String, String> attributes) {

  public StoredRecord {
    attributes = Map.copyOf(attributes);
  }

  /** A first version without a journal chain of its own. */
  public static StoredRecord first(
      RecordKey key, int schema, String edition, Instant createdAt, String body) {
    return new StoredRecord(key, 1, schema, edition, createdAt, body, JournalHead.NONE, Map.of());
  }

  /** The next version of this record. */
  public StoredRecord next(int newSchema, String newEdition, String newBody, JournalHead head) {
    return new StoredRecord(
        key, version + 1, newSchema, newEdition, createdAt, newBody, head, attributes);
  }

  /** The same record with the end of its journal chain set. */
  public StoredRecord withJournal(JournalHead head) {
    return new StoredRecord(key, version, schema, edition, createdAt, body, head, attributes);
  }

  /** The same record with attributes for a secondary index. */
  public StoredRecord withAttributes(Map<String, String> indexed) {
    return new StoredRecord(key, version, schema, edition, createdAt, body, journal, indexed);
  }
}
