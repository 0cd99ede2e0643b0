package org.firstbatch.checks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.Write;
import org.firstbatch.storage.IndexNames;

/**
 * Notes which function does what to which table, in the words of IAM, as the port on DynamoDB does
 * it.
 */
final class RecordedUse implements Records {

  private final Records records;
  private final Uses uses;

  RecordedUse(Records records, Uses uses) {
    this.records = records;
    this.uses = uses;
  }

  private void note(Table table, String action) {
    uses.note(table.label(), "dynamodb:" + action);
  }

  @Override
  public Optional<StoredRecord> find(RecordKey key) {
    note(key.table(), "GetItem");
    return records.find(key);
  }

  @Override
  public Map<RecordKey, StoredRecord> findAll(Collection<RecordKey> keys) {
    keys.forEach(key -> note(key.table(), "BatchGetItem"));
    return records.findAll(keys);
  }

  @Override
  public RecordPage page(RecordQuery query) {
    note(query.table(), "Query");
    return records.page(query);
  }

  @Override
  public RecordPage page(Index index, RecordQuery query) {
    uses.note(index.table().label() + "/index/" + IndexNames.name(index), "dynamodb:Query");
    return records.page(index, query);
  }

  @Override
  public long counter(RecordKey key) {
    note(key.table(), "GetItem");
    return records.counter(key);
  }

  @Override
  public Commit commit(Transaction transaction) {
    transaction.writes().forEach(write -> note(write.key().table(), action(write)));
    Commit commit = records.commit(transaction);
    if (commit instanceof Commit.Committed
        && transaction.writes().stream().anyMatch(RecordedUse::isChangedInput)) {
      uses.noteChangedInput(entries(transaction));
    }
    return commit;
  }

  private static boolean isChangedInput(Write write) {
    return write instanceof Write.Raise(RecordKey key)
        && key.sort().equals(Claims.inputRevision("", 0).sort());
  }

  private static Set<String> entries(Transaction transaction) {
    Set<String> types = new TreeSet<>();
    for (Write write : transaction.writes()) {
      if (write instanceof Write.Create(StoredRecord record)
          && record.key().table() == Table.JOURNAL) {
        types.add(Journal.KIND.read(record).value().type());
      }
    }
    return types;
  }

  @Override
  public void putAll(List<StoredRecord> all) {
    all.forEach(record -> note(record.key().table(), "BatchWriteItem"));
    records.putAll(all);
  }

  private static String action(Write write) {
    return switch (write) {
      case Write.Create _, Write.Change _, Write.Put _ -> "PutItem";
      case Write.Remove _ -> "DeleteItem";
      case Write.Raise _ -> "UpdateItem";
      case Write.Expect _, Write.ExpectAbsent _, Write.ExpectCounter _ -> "ConditionCheckItem";
    };
  }
}
