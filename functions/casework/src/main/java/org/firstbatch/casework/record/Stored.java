package org.firstbatch.casework.record;

/**
 * Content together with the record that it was read from.
 *
 * @param value the content
 * @param record where it came from, with its version
 * @param <T> the content
 */
public record Stored<T>(T value, StoredRecord record) {

  public RecordKey key() {
    return record.key();
  }

  public long version() {
    return record.version();
  }
}
