package org.firstbatch.casework.record;

/** One part of a transaction. No two parts of a transaction may name the same key. */
public sealed interface Write {

  /** The key that it writes or looks at. */
  RecordKey key();

  /** Writes a record that must not be there yet. */
  record Create(StoredRecord record) implements Write {
    @Override
    public RecordKey key() {
      return record.key();
    }
  }

  /**
   * Writes the next version of a record whose present version must be {@code record.version() - 1}.
   */
  record Change(StoredRecord record) implements Write {
    @Override
    public RecordKey key() {
      return record.key();
    }
  }

  /** Writes a record whatever is there: for rows whose content follows from their key. */
  record Put(StoredRecord record) implements Write {
    @Override
    public RecordKey key() {
      return record.key();
    }
  }

  /** Removes a record whose version must be as given. */
  record Remove(RecordKey key, long version) implements Write {}

  /** Demands that a record still has a version. */
  record Expect(RecordKey key, long version) implements Write {}

  /** Demands that there is no record. */
  record ExpectAbsent(RecordKey key) implements Write {}

  /** Raises a counter by one, creating it at 1; never in conflict with another raise in meaning. */
  record Raise(RecordKey key) implements Write {}

  /** Demands that a counter stands at a value; 0 also when it is not there. */
  record ExpectCounter(RecordKey key, long value) implements Write {}
}
