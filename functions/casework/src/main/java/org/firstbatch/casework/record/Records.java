package org.firstbatch.casework.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.firstbatch.casework.problem.RetryableFault;

/**
 * The store of records. Reads are strongly consistent unless they say otherwise. Faults of the
 * store are {@link RetryableFault} or {@link org.firstbatch.casework.problem.PermanentFault}.
 */
public interface Records {

  /** The record at a key. */
  Optional<StoredRecord> find(RecordKey key);

  /** The records at some keys, without those that are not there; any number of keys. */
  Map<RecordKey, StoredRecord> findAll(Collection<RecordKey> keys);

  /**
   * One page of a partition. Any {@code after} of at most {@value RecordKey#MOST_SORT_BYTES} bytes
   * will do; a longer one is an {@link UnknownCursor}.
   */
  RecordPage page(RecordQuery query);

  /**
   * One page of a secondary index, which may lag behind. The query's partition is the value of the
   * index's partition attribute, its prefix is one of the sort attribute, and its {@code after} is
   * an opaque {@link RecordPage#next()} of the same index, else an {@link UnknownCursor}.
   */
  RecordPage page(Index index, RecordQuery query);

  /** The value of a counter, 0 when it is not there. */
  long counter(RecordKey key);

  /**
   * Writes all or nothing. A conflict with a transaction that runs at the same time is tried again
   * inside, a bounded number of times with full jitter, before it becomes a {@link RetryableFault}.
   */
  Commit commit(Transaction transaction);

  /**
   * Writes records whatever is there, in batches, in no order; harmless to repeat. What the store
   * hands back unprocessed is tried again with full jitter; what cannot be written is a {@link
   * RetryableFault}.
   */
  void putAll(List<StoredRecord> records);

  /** All records of a query, page after page, at most one page in memory. */
  default void forEach(RecordQuery query, Consumer<StoredRecord> consumer) {
    RecordPage page = page(query);
    page.records().forEach(consumer);
    while (page.next() != null) {
      page = page(query.after(page.next()));
      page.records().forEach(consumer);
    }
  }
}
