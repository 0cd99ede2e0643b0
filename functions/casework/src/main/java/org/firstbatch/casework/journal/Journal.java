package org.firstbatch.casework.journal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.JournalHead;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;

/** Where journal entries are kept and how they are found again. */
public final class Journal {

  /** The kind of a journal entry's record. */
  public static final Kind<JournalEntry> KIND = Kind.of("journal-entry", JournalEntry.class);

  /** The fact, and the attribute in a stream, by which an entry says that a receipt was given. */
  public static final String RECEIPT = "receipt";

  /** What a bus carries in one event is 256 KiB; the entry travels with its keys and attributes. */
  static final int MOST_BYTES = 200 << 10;

  private Journal() {}

  /** The partition of a subject's chain. */
  public static String partition(String scheme, String subjectKind, String subject) {
    return RecordKey.join(scheme, subjectKind, subject);
  }

  /** Where the entry with a sequence number is kept. */
  public static RecordKey key(String scheme, String subjectKind, String subject, long sequence) {
    return new RecordKey(
        Table.JOURNAL, partition(scheme, subjectKind, subject), "%012d".formatted(sequence));
  }

  /** The index partition of a day in Shanghai. */
  public static String dayPartition(String scheme, LocalDate day) {
    return RecordKey.join(scheme, day.toString());
  }

  /** The index partition of a person. */
  public static String personPartition(String scheme, String person) {
    return RecordKey.join(scheme, person);
  }

  /** The chain's end after an entry; its hash is that of the body which {@link #record} wrote. */
  public static JournalHead head(StoredRecord record, JournalEntry entry) {
    return new JournalHead(entry.sequence(), Hashes.hex(record.body()));
  }

  /** An entry as a record. */
  public static StoredRecord record(JournalEntry entry, String edition) {
    LocalDate day = Shanghai.dayOf(entry.at());
    RecordKey key = key(entry.scheme(), entry.subjectKind(), entry.subject(), entry.sequence());
    return StoredRecord.first(key, KIND.schema(), edition, entry.at(), body(entry))
        .withAttributes(attributes(entry, day, key));
  }

  /** Written, or refused with the whole act: no entry may be kept that nobody could hear of. */
  private static String body(JournalEntry entry) {
    String body = Json.write(entry);
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    if (length > MOST_BYTES) {
      throw new PermanentFault(
          "日志条目 %s 有 %d 字节，至多 %d 字节。 The journal entry %s has %d bytes; the most are %d."
              .formatted(entry.type(), length, MOST_BYTES, entry.type(), length, MOST_BYTES));
    }
    return body;
  }

  /** What the indexes sort by, and what a filter of the stream can look at. */
  private static Map<String, String> attributes(JournalEntry entry, LocalDate day, RecordKey key) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("type", entry.type());
    attributes.put("day", dayPartition(entry.scheme(), day));
    attributes.put("person", personPartition(entry.scheme(), entry.person()));
    attributes.put("at", entry.at() + "!" + key.partition() + "!" + key.sort());
    if (entry.facts().has(RECEIPT)) {
      attributes.put(RECEIPT, entry.facts().path(RECEIPT).path("number").asText());
    }
    return attributes;
  }
}
