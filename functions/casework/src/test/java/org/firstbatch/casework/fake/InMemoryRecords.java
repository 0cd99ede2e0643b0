package org.firstbatch.casework.fake;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.UnknownCursor;
import org.firstbatch.casework.record.Write;
import org.jspecify.annotations.Nullable;

/**
 * The store of records in memory: the order, conditions, tokens and limits of DynamoDB. Safe for
 * several threads. A token is remembered for ever, since there is no clock here.
 */
public final class InMemoryRecords implements Records {

  private final Map<Table, Map<String, NavigableMap<String, StoredRecord>>> tables =
      new EnumMap<>(Table.class);
  private final Map<RecordKey, Long> counters = new HashMap<>();

  /** Partitions that no snapshot holds, and so may be written to as they are. */
  private final Set<NavigableMap<String, StoredRecord>> own =
      Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<String, List<Write>> tokens = new HashMap<>();

  @Override
  public synchronized Optional<StoredRecord> find(RecordKey key) {
    return Optional.ofNullable(partition(key.table(), key.partition()).get(key.sort()));
  }

  @Override
  public synchronized Map<RecordKey, StoredRecord> findAll(Collection<RecordKey> keys) {
    Map<RecordKey, StoredRecord> found = new LinkedHashMap<>();
    keys.forEach(key -> find(key).ifPresent(record -> found.put(key, record)));
    return found;
  }

  @Override
  public synchronized RecordPage page(RecordQuery query) {
    if (query.after() != null && !RecordKey.isPossibleSort(query.after())) {
      throw new UnknownCursor("No sort key: " + query.after());
    }
    return PageCut.of(
        partition(query.table(), query.partition()), query, record -> record.key().sort());
  }

  @Override
  public synchronized RecordPage page(Index index, RecordQuery query) {
    if (query.table() != index.table()) {
      throw new IllegalArgumentException(index + " is of " + index.table() + ": " + query.table());
    }
    String after = query.after();
    if (after != null && !isCursor(after)) {
      throw new UnknownCursor("Not a cursor of " + index + ": " + after);
    }
    NavigableMap<String, StoredRecord> sorted = new TreeMap<>(Utf8Order.INSTANCE);
    all(index.table())
        .filter(r -> query.partition().equals(r.attributes().get(index.partitionAttribute())))
        .filter(r -> r.attributes().containsKey(index.sortAttribute()))
        .forEach(r -> sorted.put(cursor(index, r), r));
    return PageCut.of(sorted, query, record -> cursor(index, record));
  }

  @Override
  public synchronized long counter(RecordKey key) {
    return counters.getOrDefault(key, 0L);
  }

  @Override
  public synchronized Commit commit(Transaction transaction) {
    checkLimits(transaction.writes());
    List<Write> earlier = tokens.get(transaction.token());
    if (earlier != null) {
      return replay(transaction, earlier);
    }
    List<Write> failed = transaction.writes().stream().filter(write -> !holds(write)).toList();
    if (!failed.isEmpty()) {
      return new Commit.Failed(failed);
    }
    transaction.writes().forEach(this::apply);
    tokens.put(transaction.token(), transaction.writes());
    return new Commit.Committed();
  }

  @Override
  public synchronized void putAll(List<StoredRecord> records) {
    Set<RecordKey> keys = new HashSet<>();
    for (StoredRecord record : records) {
      ItemLimits.check(record);
      if (!keys.add(record.key())) {
        throw new PermanentFault("A batch names twice: " + record.key());
      }
    }
    records.forEach(this::store);
  }

  /** Everything as it stands, to be gone back to; it costs as much as there are partitions. */
  public synchronized Snapshot snapshot() {
    own.clear();
    return new Snapshot(partitions(tables), Map.copyOf(counters), Map.copyOf(tokens));
  }

  /** Makes everything as it stood. */
  public synchronized void restore(Snapshot snapshot) {
    own.clear();
    tables.clear();
    tables.putAll(partitions(snapshot.tables));
    counters.clear();
    counters.putAll(snapshot.counters);
    tokens.clear();
    tokens.putAll(snapshot.tokens);
  }

  private static Map<Table, Map<String, NavigableMap<String, StoredRecord>>> partitions(
      Map<Table, Map<String, NavigableMap<String, StoredRecord>>> tables) {
    Map<Table, Map<String, NavigableMap<String, StoredRecord>>> copy = new EnumMap<>(Table.class);
    tables.forEach((table, partitions) -> copy.put(table, sorted(partitions)));
    return copy;
  }

  private static <T> NavigableMap<String, T> sorted(Map<String, T> entries) {
    NavigableMap<String, T> sorted = new TreeMap<>(Utf8Order.INSTANCE);
    sorted.putAll(entries);
    return sorted;
  }

  /** Everything as it stood at one moment. */
  public static final class Snapshot {
    private final Map<Table, Map<String, NavigableMap<String, StoredRecord>>> tables;
    private final Map<RecordKey, Long> counters;
    private final Map<String, List<Write>> tokens;

    private Snapshot(
        Map<Table, Map<String, NavigableMap<String, StoredRecord>>> tables,
        Map<RecordKey, Long> counters,
        Map<String, List<Write>> tokens) {
      this.tables = tables;
      this.counters = counters;
      this.tokens = tokens;
    }
  }

  /** Takes out a whole partition. */
  public synchronized void forget(Table table, String partition) {
    tables.getOrDefault(table, Map.of()).remove(partition);
  }

  /** Every record of a table, by partition and sort key: for assertions. */
  public synchronized List<StoredRecord> list(Table table) {
    return all(table).toList();
  }

  private static Commit replay(Transaction transaction, List<Write> earlier) {
    if (!earlier.equals(transaction.writes())) {
      throw new PermanentFault("Token with other writes than before: " + transaction.token());
    }
    return new Commit.Committed();
  }

  private static void checkLimits(List<Write> writes) {
    int size = 0;
    for (Write write : writes) {
      ItemLimits.check(write.key());
      StoredRecord record = written(write);
      size += record == null ? 0 : ItemLimits.check(record);
    }
    if (size > ItemLimits.MOST_TRANSACTION_BYTES) {
      throw new PermanentFault(
          "The transaction has "
              + size
              + " bytes, the store takes "
              + ItemLimits.MOST_TRANSACTION_BYTES);
    }
  }

  private static @Nullable StoredRecord written(Write write) {
    return switch (write) {
      case Write.Create create -> create.record();
      case Write.Change change -> change.record();
      case Write.Put put -> put.record();
      case Write.Remove _, Write.Expect _, Write.ExpectAbsent _ -> null;
      case Write.Raise _, Write.ExpectCounter _ -> null;
    };
  }

  private boolean holds(Write write) {
    return switch (write) {
      case Write.Create create -> isAbsent(create.key());
      case Write.Change change -> stands(change.key(), change.record().version() - 1);
      case Write.Put _ -> true;
      case Write.Remove remove -> stands(remove.key(), remove.version());
      case Write.Expect expect -> stands(expect.key(), expect.version());
      case Write.ExpectAbsent absent -> isAbsent(absent.key());
      case Write.Raise raise -> find(raise.key()).isEmpty();
      case Write.ExpectCounter expected -> counter(expected.key()) == expected.value();
    };
  }

  private boolean stands(RecordKey key, long version) {
    return find(key).filter(record -> record.version() == version).isPresent();
  }

  private boolean isAbsent(RecordKey key) {
    return find(key).isEmpty() && !counters.containsKey(key);
  }

  private void apply(Write write) {
    switch (write) {
      case Write.Create create -> store(create.record());
      case Write.Change change -> store(change.record());
      case Write.Put put -> store(put.record());
      case Write.Remove remove -> writable(remove.key()).remove(remove.key().sort());
      case Write.Raise raise -> counters.merge(raise.key(), 1L, Long::sum);
      case Write.Expect _, Write.ExpectAbsent _, Write.ExpectCounter _ -> {}
    }
  }

  private void store(StoredRecord record) {
    counters.remove(record.key());
    writable(record.key()).put(record.key().sort(), record);
  }

  /** A partition to write to: a copy when a snapshot holds the one that is there. */
  private NavigableMap<String, StoredRecord> writable(RecordKey key) {
    var partitions = tables.computeIfAbsent(key.table(), _ -> new TreeMap<>(Utf8Order.INSTANCE));
    NavigableMap<String, StoredRecord> present = partitions.get(key.partition());
    if (present != null && own.contains(present)) {
      return present;
    }
    NavigableMap<String, StoredRecord> mine = sorted(present == null ? Map.of() : present);
    partitions.put(key.partition(), mine);
    own.add(mine);
    return mine;
  }

  private NavigableMap<String, StoredRecord> partition(Table table, String partition) {
    return tables
        .getOrDefault(table, Map.of())
        .getOrDefault(partition, Collections.emptyNavigableMap());
  }

  private Stream<StoredRecord> all(Table table) {
    return tables.getOrDefault(table, Map.of()).values().stream()
        .flatMap(partition -> partition.values().stream());
  }

  private static boolean isCursor(String after) {
    List<String> parts = List.of(after.split("\u0000", -1));
    return parts.size() == 3 && parts.stream().allMatch(RecordKey::isPossibleSort);
  }

  private static String cursor(Index index, StoredRecord record) {
    return String.join(
        "\u0000",
        record.attributes().getOrDefault(index.sortAttribute(), ""),
        record.key().partition(),
        record.key().sort());
  }
}
