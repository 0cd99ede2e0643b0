package org.firstbatch.application;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Transaction;

/** Records in which somebody else's act is done just before the first commit of this one. */
final class Meanwhile implements Records {

  private final Records records;
  private final Runnable act;
  private boolean isDone;

  Meanwhile(Records records, Runnable act) {
    this.records = records;
    this.act = act;
  }

  @Override
  public Commit commit(Transaction transaction) {
    if (!isDone) {
      isDone = true;
      act.run();
    }
    return records.commit(transaction);
  }

  @Override
  public Optional<StoredRecord> find(RecordKey key) {
    return records.find(key);
  }

  @Override
  public Map<RecordKey, StoredRecord> findAll(Collection<RecordKey> keys) {
    return records.findAll(keys);
  }

  @Override
  public RecordPage page(RecordQuery query) {
    return records.page(query);
  }

  @Override
  public RecordPage page(Index index, RecordQuery query) {
    return records.page(index, query);
  }

  @Override
  public long counter(RecordKey key) {
    return records.counter(key);
  }

  @Override
  public void putAll(java.util.List<StoredRecord> all) {
    records.putAll(all);
  }
}
