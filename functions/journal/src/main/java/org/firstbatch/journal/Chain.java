package org.firstbatch.journal;

import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * The whole history of one record, each entry holding the hash of the one before. The hash is taken
 * of the entry as it is stored, so that a change of any character shows.
 */
final class Chain {

  private final String scheme;
  private final String kind;
  private final String id;
  private final List<JournalEntry> entries = new ArrayList<>();
  private String hash = "";
  private @Nullable Long brokenAt;

  private Chain(String scheme, String kind, String id) {
    this.scheme = scheme;
    this.kind = kind;
    this.id = id;
  }

  /** Reads a history from its first entry. */
  static Chain read(Records records, String scheme, String kind, String id) {
    Chain chain = new Chain(scheme, kind, id);
    records.forEach(
        RecordQuery.all(Table.JOURNAL, Journal.partition(scheme, kind, id)), chain::append);
    return chain;
  }

  private void append(StoredRecord record) {
    JournalEntry entry = Journal.KIND.read(record).value();
    if (brokenAt == null && !follows(record, entry)) {
      brokenAt = entries.size() + 1L;
    }
    entries.add(entry);
    hash = Hashes.hex(record.body());
  }

  private boolean follows(StoredRecord record, JournalEntry entry) {
    long expected = entries.size() + 1L;
    return entry.sequence() == expected
        && entry.previous().equals(hash)
        && record.key().equals(Journal.key(scheme, kind, id, expected));
  }

  List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  boolean isIntact() {
    return brokenAt == null;
  }

  /** The place of the first entry that does not follow from the one before; null when intact. */
  @Nullable Long brokenAt() {
    return brokenAt;
  }
}
