package org.firstbatch.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Many records at once. What DynamoDB hands back unprocessed is asked for again, after a rest, a
 * bounded number of times; what is still left then is a fault that says how many.
 */
final class Batches {

  private static final int MOST_PUTS = 25;
  private static final int MOST_GETS = 100;

  private final DynamoDbClient client;
  private final Function<Table, String> names;
  private final Backoff backoff;
  private final int concurrency;

  Batches(DynamoDbClient client, Function<Table, String> names, Backoff backoff, int concurrency) {
    this.client = client;
    this.names = names;
    this.backoff = backoff;
    this.concurrency = concurrency;
  }

  Map<RecordKey, StoredRecord> findAll(Collection<RecordKey> keys) {
    Map<RecordKey, StoredRecord> found = HashMap.newHashMap(keys.size());
    List<RecordKey> distinct = List.copyOf(new LinkedHashSet<>(keys));
    for (int from = 0; from < distinct.size(); from += MOST_GETS) {
      find(distinct.subList(from, Math.min(from + MOST_GETS, distinct.size())), found);
    }
    return found;
  }

  private void find(List<RecordKey> keys, Map<RecordKey, StoredRecord> found) {
    Map<String, Table> tables = new HashMap<>();
    keys.forEach(key -> tables.put(names.apply(key.table()), key.table()));
    Map<String, KeysAndAttributes> wanted = wanted(keys);
    for (int attempt = 1; !wanted.isEmpty(); attempt++) {
      BatchGetItemResponse answer = get(wanted);
      answer.responses().forEach((name, items) -> collect(tables.get(name), items, found));
      wanted = answer.unprocessedKeys();
      if (!wanted.isEmpty()) {
        int left = wanted.values().stream().mapToInt(of -> of.keys().size()).sum();
        restOrGiveUp(attempt, left + " of " + keys.size() + " records were not read");
      }
    }
  }

  private Map<String, KeysAndAttributes> wanted(List<RecordKey> keys) {
    Map<String, List<Map<String, AttributeValue>>> byTable = new HashMap<>();
    for (RecordKey key : keys) {
      byTable.computeIfAbsent(names.apply(key.table()), _ -> new ArrayList<>()).add(Items.key(key));
    }
    Map<String, KeysAndAttributes> wanted = new HashMap<>();
    byTable.forEach(
        (name, of) ->
            wanted.put(name, KeysAndAttributes.builder().keys(of).consistentRead(true).build()));
    return wanted;
  }

  private BatchGetItemResponse get(Map<String, KeysAndAttributes> wanted) {
    return SdkFaults.retrying(
        backoff,
        "Records were not read",
        () -> client.batchGetItem(request -> request.requestItems(wanted)));
  }

  private static void collect(
      @Nullable Table table,
      List<Map<String, AttributeValue>> items,
      Map<RecordKey, StoredRecord> found) {
    if (table == null) {
      throw new PermanentFault("An answer of a table that was not asked");
    }
    for (Map<String, AttributeValue> item : items) {
      StoredRecord record = Items.record(table, item);
      if (record != null) {
        found.put(record.key(), record);
      }
    }
  }

  void putAll(List<StoredRecord> records) {
    refuseDoubles(records);
    Run run = new Run(records);
    int workers = Math.min(concurrency, run.batches());
    if (workers <= 1) {
      run.work();
    } else {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < workers; i++) {
          threads.execute(run::work);
        }
      }
    }
    run.finish();
  }

  private static void refuseDoubles(List<StoredRecord> records) {
    Set<RecordKey> keys = HashSet.newHashSet(records.size());
    for (StoredRecord record : records) {
      if (!keys.add(record.key())) {
        throw new PermanentFault("A batch names twice: " + record.key());
      }
    }
  }

  /** One call of {@link #putAll}: workers take batch after batch until one of them fails. */
  private final class Run {

    private final List<StoredRecord> records;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    Run(List<StoredRecord> records) {
      this.records = records;
    }

    int batches() {
      return Math.ceilDiv(records.size(), MOST_PUTS);
    }

    void work() {
      try {
        for (int batch = taken.getAndIncrement();
            batch < batches() && fault.get() == null;
            batch = taken.getAndIncrement()) {
          int from = batch * MOST_PUTS;
          write(records.subList(from, Math.min(from + MOST_PUTS, records.size())));
        }
      } catch (RuntimeException | Error e) {
        fault.compareAndSet(null, e);
      }
    }

    private void write(List<StoredRecord> batch) {
      Map<String, List<WriteRequest>> rest = requests(batch);
      for (int attempt = 1; !rest.isEmpty(); attempt++) {
        int sent = count(rest);
        rest = put(rest);
        written.addAndGet(sent - count(rest));
        if (!rest.isEmpty()) {
          restOrGiveUp(attempt, "the store left them unprocessed " + attempt + " times");
        }
      }
    }

    void finish() {
      Throwable e = fault.get();
      if (e == null) {
        return;
      }
      if (e instanceof Error error) {
        throw error;
      }
      String message =
          "%d of %d records were not written: %s"
              .formatted(records.size() - written.get(), records.size(), e.getMessage());
      throw e instanceof PermanentFault
          ? new PermanentFault(message, e)
          : new RetryableFault(message, e);
    }
  }

  private Map<String, List<WriteRequest>> requests(List<StoredRecord> batch) {
    Map<String, List<WriteRequest>> requests = new HashMap<>();
    for (StoredRecord record : batch) {
      PutRequest put = PutRequest.builder().item(Items.item(record)).build();
      requests
          .computeIfAbsent(names.apply(record.key().table()), _ -> new ArrayList<>(batch.size()))
          .add(WriteRequest.builder().putRequest(put).build());
    }
    return requests;
  }

  private Map<String, List<WriteRequest>> put(Map<String, List<WriteRequest>> requests) {
    return SdkFaults.retrying(
            backoff,
            "a batch failed",
            () -> client.batchWriteItem(request -> request.requestItems(requests)))
        .unprocessedItems();
  }

  private static int count(Map<String, List<WriteRequest>> requests) {
    int count = 0;
    for (List<WriteRequest> ofTable : requests.values()) {
      count += ofTable.size();
    }
    return count;
  }

  private void restOrGiveUp(int attempt, String message) {
    if (backoff.isLast(attempt)) {
      throw new RetryableFault(message);
    }
    backoff.rest(attempt);
  }
}
