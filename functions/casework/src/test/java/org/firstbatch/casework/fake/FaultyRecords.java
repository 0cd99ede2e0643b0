package org.firstbatch.casework.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Transaction;

/**
 * Records that fail as told. A batch of many records is one step for every 25, as many as a real
 * store takes at once, so that a batch can be cut in the middle.
 */
public final class FaultyRecords implements Records {

  private static final int BATCH = 25;

  private final Records records;
  private final Faults faults;
  private final Predicate<StoredRecord> unprocessed;

  public FaultyRecords(Records records, Faults faults) {
    this(records, faults, _ -> false);
  }

  private FaultyRecords(Records records, Faults faults, Predicate<StoredRecord> unprocessed) {
    this.records = records;
    this.faults = faults;
    this.unprocessed = unprocessed;
  }

  /** The same, but batches never get some records written, however often they are tried. */
  public FaultyRecords unprocessedForEver(Predicate<StoredRecord> which) {
    return new FaultyRecords(records, faults, which);
  }

  @Override
  public Optional<StoredRecord> find(RecordKey key) {
    return faults.step("find " + key, () -> records.find(key));
  }

  @Override
  public Map<RecordKey, StoredRecord> findAll(Collection<RecordKey> keys) {
    return faults.step("findAll " + keys.size(), () -> records.findAll(keys));
  }

  @Override
  public RecordPage page(RecordQuery query) {
    return faults.step(
        "page " + query.table() + " " + query.partition(), () -> records.page(query));
  }

  @Override
  public RecordPage page(Index index, RecordQuery query) {
    return faults.step("page " + index + " " + query.partition(), () -> records.page(index, query));
  }

  @Override
  public long counter(RecordKey key) {
    return faults.step("counter " + key, () -> records.counter(key));
  }

  @Override
  public Commit commit(Transaction transaction) {
    return faults.step(
        "commit " + transaction.writes().getFirst().key(), () -> records.commit(transaction));
  }

  @Override
  public void putAll(List<StoredRecord> all) {
    List<StoredRecord> writable = new ArrayList<>(all);
    writable.removeIf(unprocessed);
    for (int from = 0; from < writable.size(); from += BATCH) {
      putBatch(writable.subList(from, Math.min(from + BATCH, writable.size())));
    }
    int left = all.size() - writable.size();
    if (left > 0) {
      throw new RetryableFault(left + " of " + all.size() + " records stay unprocessed");
    }
  }

  private void putBatch(List<StoredRecord> batch) {
    faults.step(
        "putAll " + batch.getFirst().key(),
        () -> {
          records.putAll(batch);
          return true;
        });
  }
}
