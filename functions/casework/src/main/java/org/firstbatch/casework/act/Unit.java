package org.firstbatch.casework.act;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.record.JournalHead;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.Write;

/**
 * Collects what one act writes: records, their journal entries, guards and the conditions it relied
 * on. Nothing is written before the whole is committed in one transaction.
 */
public final class Unit {

  private Actor actor;
  private final Map<RecordKey, Write> writes = new LinkedHashMap<>();

  public Unit(Actor actor) {
    this.actor = actor;
  }

  public Actor actor() {
    return actor;
  }

  /**
   * Names the capacity that this act takes, where the route admits several and the person has more
   * than one of them. To be said before anything is written.
   */
  public void actsAs(Capacity capacity) {
    if (!writes.isEmpty()) {
      throw new IllegalStateException("Something was written in another capacity already");
    }
    actor = actor.as(capacity);
  }

  /** Creates an aggregate's record with the first entry of its journal chain. */
  public <T> Stored<T> create(Kind<T> kind, RecordKey key, T value, Happening happening) {
    JournalHead head = append(JournalHead.NONE, happening);
    StoredRecord record = fresh(kind, key, value).withJournal(head);
    add(new Write.Create(record));
    return new Stored<>(value, record);
  }

  /**
   * Changes an aggregate's record, if it is still the version that was read, with the next entry of
   * its chain.
   */
  public <T> Stored<T> change(Kind<T> kind, Stored<T> old, T value, Happening happening) {
    return changed(kind, old, value, append(old.record().journal(), happening));
  }

  /** Changes a record that has no journal of its own, if it is still the version that was read. */
  public <T> Stored<T> change(Kind<T> kind, Stored<T> old, T value) {
    return changed(kind, old, value, old.record().journal());
  }

  private <T> Stored<T> changed(Kind<T> kind, Stored<T> old, T value, JournalHead head) {
    StoredRecord record =
        old.record().next(kind.schema(), actor.edition(), Json.write(value), head);
    add(new Write.Change(record));
    return new Stored<>(value, record);
  }

  /** Creates a record without a journal of its own: a guard, a row that an index is made of. */
  public <T> Stored<T> create(Kind<T> kind, RecordKey key, T value) {
    StoredRecord record = fresh(kind, key, value);
    add(new Write.Create(record));
    return new Stored<>(value, record);
  }

  /** Creates a record that the store removes by itself some time after a moment. */
  public <T> void createUntil(Kind<T> kind, RecordKey key, T value, Instant removedAfter) {
    String seconds = String.valueOf(removedAfter.getEpochSecond());
    add(new Write.Create(fresh(kind, key, value).withAttributes(Map.of("ttl", seconds))));
  }

  /** Writes a record whatever is there. */
  public <T> void put(Kind<T> kind, RecordKey key, T value) {
    add(new Write.Put(fresh(kind, key, value)));
  }

  /** Removes a record if it is still the version that was read. */
  public void remove(Stored<?> old) {
    add(new Write.Remove(old.key(), old.version()));
  }

  /** Demands that what was read is still so. */
  public void rely(Stored<?> relied) {
    if (!writes.containsKey(relied.key())) {
      add(new Write.Expect(relied.key(), relied.version()));
    }
  }

  /** Demands that what was not there is still not there. */
  public void relyAbsent(RecordKey key) {
    if (!writes.containsKey(key)) {
      add(new Write.ExpectAbsent(key));
    }
  }

  /** Raises a counter by one, once in this act. */
  public void raise(RecordKey counter) {
    writes.putIfAbsent(counter, new Write.Raise(counter));
  }

  /** Demands that a counter still stands where it was read. */
  public void relyCounter(RecordKey counter, long value) {
    add(new Write.ExpectCounter(counter, value));
  }

  /**
   * Notes a happening that leaves no record of its own, for example a refusal: the whole chain of
   * its subject.
   */
  public void note(Happening happening) {
    append(JournalHead.NONE, happening);
  }

  /** Whether anything would be written. */
  public boolean isEmpty() {
    return writes.isEmpty();
  }

  /**
   * The transaction.
   *
   * @param seed what names this act; the same seed gives the same token
   */
  public Transaction transaction(String seed) {
    String token = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    return new Transaction(token, new ArrayList<>(writes.values()));
  }

  private <T> StoredRecord fresh(Kind<T> kind, RecordKey key, T value) {
    return StoredRecord.first(key, kind.schema(), actor.edition(), actor.at(), Json.write(value));
  }

  private JournalHead append(JournalHead head, Happening happening) {
    JournalEntry entry =
        new JournalEntry(
            actor.scheme(),
            happening.subjectKind(),
            happening.subject(),
            head.sequence() + 1,
            happening.type(),
            1,
            actor.at(),
            actor.person(),
            actor.organisation(),
            actor.role(),
            actor.capacity() == null ? null : actor.capacity().name(),
            concerned(happening),
            happening.ground(),
            Json.mapper().valueToTree(happening.facts()),
            actor.request(),
            head.hash());
    StoredRecord record = Journal.record(entry, actor.edition());
    add(new Write.Create(record));
    return Journal.head(record, entry);
  }

  private List<String> concerned(Happening happening) {
    List<String> all = new ArrayList<>(happening.organisations());
    if (!all.contains(actor.organisation())) {
      all.add(actor.organisation());
    }
    return all;
  }

  private void add(Write write) {
    Write before = writes.put(write.key(), write);
    if (before instanceof Write.Expect(RecordKey _, long version)
        && write instanceof Write.Change(StoredRecord record)
        && record.version() == version + 1) {
      return;
    }
    if (before != null
        && !(before instanceof Write.ExpectAbsent && write instanceof Write.Create)) {
      throw new IllegalStateException("Written twice in one act: " + write.key());
    }
  }
}
