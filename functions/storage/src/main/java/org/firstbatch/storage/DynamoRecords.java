package org.firstbatch.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Records in DynamoDB. Every read is strongly consistent but those of an index. The client should
 * not repeat calls by itself: that is done here, by one policy.
 */
public final class DynamoRecords implements Records {

  private static final RecordPage NOTHING = new RecordPage(List.of(), null);

  private final DynamoDbClient client;
  private final Function<Table, String> names;
  private final Backoff backoff;
  private final Transactions transactions;
  private final Batches batches;

  /**
   * @param names what each table is called; throws for a table that the function may not use
   * @param putConcurrency how many batches {@link #putAll} has under way at once, at least 1
   */
  public DynamoRecords(
      DynamoDbClient client, Function<Table, String> names, Backoff backoff, int putConcurrency) {
    this.client = client;
    this.names = names;
    this.backoff = backoff;
    this.transactions = new Transactions(client, names, backoff);
    this.batches = new Batches(client, names, backoff, putConcurrency);
  }

  @Override
  public Optional<StoredRecord> find(RecordKey key) {
    Map<String, AttributeValue> item = get(key);
    return item.isEmpty() ? Optional.empty() : Optional.ofNullable(Items.record(key.table(), item));
  }

  @Override
  public Map<RecordKey, StoredRecord> findAll(Collection<RecordKey> keys) {
    return batches.findAll(keys.stream().filter(RecordKey::isPossible).toList());
  }

  @Override
  public RecordPage page(RecordQuery query) {
    String after = query.after();
    if (after != null && !RecordKey.isPossibleSort(after)) {
      throw new UnknownCursor("No sort key of " + query.table() + ": " + after);
    }
    if (!RecordKey.isPossiblePartition(query.partition())) {
      return NOTHING;
    }
    if (after != null && !after.startsWith(query.prefix())) {
      boolean past = Utf8.compare(after, query.prefix()) > 0 == query.forward();
      return past ? NOTHING : page(query.after(null));
    }
    QueryRequest.Builder request = request(query, Items.PARTITION, Items.SORT).consistentRead(true);
    if (after != null) {
      request.exclusiveStartKey(Items.key(new RecordKey(query.table(), query.partition(), after)));
    }
    QueryResponse answer = query(request.build());
    return new RecordPage(
        records(query.table(), answer),
        answer.hasLastEvaluatedKey() ? Items.text(answer.lastEvaluatedKey(), Items.SORT) : null);
  }

  @Override
  public RecordPage page(Index index, RecordQuery query) {
    if (query.table() != index.table()) {
      throw new IllegalArgumentException(index + " is of " + index.table() + ": " + query.table());
    }
    if (!RecordKey.isPossiblePartition(query.partition())) {
      return NOTHING;
    }
    QueryRequest.Builder request =
        request(query, index.partitionAttribute(), index.sortAttribute())
            .indexName(IndexNames.name(index));
    String after = query.after();
    if (after != null) {
      request.exclusiveStartKey(IndexCursor.start(index, query.partition(), after));
    }
    QueryResponse answer = query(request.build());
    return new RecordPage(
        records(query.table(), answer),
        answer.hasLastEvaluatedKey() ? IndexCursor.cursor(index, answer.lastEvaluatedKey()) : null);
  }

  @Override
  public long counter(RecordKey key) {
    return Items.counter(get(key));
  }

  @Override
  public Commit commit(Transaction transaction) {
    return transactions.commit(transaction);
  }

  @Override
  public void putAll(List<StoredRecord> records) {
    batches.putAll(records);
  }

  private Map<String, AttributeValue> get(RecordKey key) {
    if (!key.isPossible()) {
      return Map.of();
    }
    return SdkFaults.retrying(
        backoff,
        "Not read: " + key,
        () ->
            client
                .getItem(
                    get ->
                        get.tableName(names.apply(key.table()))
                            .key(Items.key(key))
                            .consistentRead(true))
                .item());
  }

  private QueryRequest.Builder request(RecordQuery query, String partition, String sort) {
    Map<String, String> attributes = new HashMap<>(Map.of("#p", partition));
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":p", AttributeValue.fromS(query.partition()));
    String condition = "#p = :p";
    if (!query.prefix().isEmpty()) {
      condition += " AND begins_with(#s, :s)";
      attributes.put("#s", sort);
      values.put(":s", AttributeValue.fromS(query.prefix()));
    }
    return QueryRequest.builder()
        .tableName(names.apply(query.table()))
        .keyConditionExpression(condition)
        .expressionAttributeNames(attributes)
        .expressionAttributeValues(values)
        .limit(query.limit())
        .scanIndexForward(query.forward());
  }

  private QueryResponse query(QueryRequest request) {
    return SdkFaults.retrying(
        backoff, "Not read: a page of " + request.tableName(), () -> client.query(request));
  }

  private static List<StoredRecord> records(Table table, QueryResponse answer) {
    List<StoredRecord> records = new ArrayList<>(answer.items().size());
    for (Map<String, AttributeValue> item : answer.items()) {
      @Nullable StoredRecord record = Items.record(table, item);
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }
}
