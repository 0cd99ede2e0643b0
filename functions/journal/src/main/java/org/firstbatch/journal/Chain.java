package org.firstbatch.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.record.JournalHead;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * The whole history of one record, each entry holding the hash of the one before and the newest
 * being the one that the record itself names. The hash is taken of the entry as it is stored, so
 * that a change of any character shows.
 */
final class Chain {

  private final String scheme;
  private final String kind;
  private final String id;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final List<String> hashes = new ArrayList<>();
  private @Nullable Long brokenAt;

  private Chain(String scheme, String kind, String id) {
    this.scheme = scheme;
    this.kind = kind;
    this.id = id;
  }

  /** Reads a history from its first entry. */
  static Chain read(Records records, String scheme, String kind, String id) {
    Chain chain = new Chain(scheme, kind, id);
    Optional<JournalHead> before = Heads.find(records, scheme, kind, id);
    records.forEach(
        RecordQuery.all(Table.JOURNAL, Journal.partition(scheme, kind, id)), chain::append);
    before.ifPresent(chain::endsNoEarlierThan);
    if (before.isPresent()) {
      Heads.find(records, scheme, kind, id).ifPresent(chain::endsNoLaterThan);
    }
    return chain;
  }

  private void append(StoredRecord record) {
    JournalEntry entry = Journal.KIND.read(record).value();
    if (!follows(record, entry)) {
      breakAt(entries.size() + 1L);
    }
    entries.add(entry);
    hashes.add(Hashes.hex(record.body()));
  }

  private boolean follows(StoredRecord record, JournalEntry entry) {
    long expected = entries.size() + 1L;
    return entry.sequence() == expected
        && entry.previous().equals(hashes.isEmpty() ? "" : hashes.getLast())
        && record.key().equals(Journal.key(scheme, kind, id, expected));
  }

  /** What the record named before the entries were read must be among them as it was written. */
  private void endsNoEarlierThan(JournalHead head) {
    long last = head.sequence();
    if (last > entries.size()) {
      breakAt(entries.size() + 1L);
    } else if (last > 0 && !hashes.get((int) last - 1).equals(head.hash())) {
      breakAt(last);
    }
  }

  /** Entries that the record does not name even after they were read were not written with it. */
  private void endsNoLaterThan(JournalHead head) {
    if (head.sequence() < entries.size()) {
      breakAt(head.sequence() + 1);
    }
  }

  private void breakAt(long place) {
    brokenAt = brokenAt == null ? place : Math.min(brokenAt, place);
  }

  List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  boolean isIntact() {
    return brokenAt == null;
  }

  /**
   * The place of the first entry that does not follow from the one before, or is not what the
   * record names; null when intact.
   */
  @Nullable Long brokenAt() {
    return brokenAt;
  }
}
