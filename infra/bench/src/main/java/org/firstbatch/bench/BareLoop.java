package org.firstbatch.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.record.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What somebody would write who only wants the requests: partition after partition, page after
 * page, consistently; for each claim a line, twenty-five to a batch. It parses nothing.
 */
final class BareLoop {

  private static final int BATCH = 25;
  private static final int AT_ONCE = 500;

  private final DynamoDbClient client;
  private final int concurrency;

  BareLoop(DynamoDbClient client, int concurrency) {
    this.client = client;
    this.concurrency = concurrency;
  }

  void run(JobCase given, String run) throws Exception {
    List<WriteRequest> lines = new ArrayList<>();
    int order = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(concurrency)) {
      for (int shard = 0; shard < Claims.SHARDS; shard++) {
        Map<String, AttributeValue> from = Map.of();
        do {
          QueryResponse page = page(given, shard, from);
          for (Map<String, AttributeValue> item : page.items()) {
            if (!text(item, "sk").contains("!mark!")) {
              lines.add(line(item, run, ++order));
            }
            if (lines.size() == AT_ONCE) {
              write(threads, lines);
            }
          }
          from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
      }
      write(threads, lines);
    }
    if (order != given.size()) {
      throw new IllegalStateException(order + " claims read");
    }
  }

  private QueryResponse page(JobCase given, int shard, Map<String, AttributeValue> from) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(Table.CLAIMS.label())
            .keyConditionExpression("pk = :p")
            .expressionAttributeValues(
                Map.of(
                    ":p",
                    AttributeValue.fromS(Claims.partition(JobCase.SCHEME, given.year(), shard))))
            .consistentRead(true)
            .limit(1000);
    return client.query((from.isEmpty() ? query : query.exclusiveStartKey(from)).build());
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without " + name);
    }
    return value.s();
  }

  /** An item of the same attributes and length as the job's. */
  private static WriteRequest line(Map<String, AttributeValue> claim, String run, int order) {
    String body = text(claim, "b");
    String id = body.substring(7, 28);
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS("dalian!claim!" + id));
    item.put("sk", AttributeValue.fromS("2026!0001!" + run + ".1"));
    item.put("v", AttributeValue.fromN("1"));
    item.put("s", AttributeValue.fromN("1"));
    item.put("e", AttributeValue.fromS("1"));
    item.put("c", AttributeValue.fromS("2026-04-20T22:00:00Z"));
    item.put(
        "b",
        AttributeValue.fromS(
            "{\"year\":2026,\"place\":1,\"run\":\""
                + run
                + ".1\",\"order\":"
                + order
                + ",\"outstanding\":\"15000.00\",\"capLeft\":\"500000.00\",\"budgetLeft\":"
                + "\"1000000000.00\",\"award\":\"15000.00\",\"outcome\":\"FUNDED\","
                + "\"reasons\":[]}"));
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  private void write(ExecutorService threads, List<WriteRequest> lines)
      throws InterruptedException, ExecutionException {
    List<Future<?>> under = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += BATCH) {
      List<WriteRequest> some =
          List.copyOf(lines.subList(from, Math.min(from + BATCH, lines.size())));
      under.add(threads.submit(() -> write(some)));
    }
    for (Future<?> each : under) {
      each.get();
    }
    lines.clear();
  }

  private void write(List<WriteRequest> some) {
    Map<String, List<WriteRequest>> rest = Map.of(Table.PLAN_LINES.label(), some);
    while (!rest.isEmpty()) {
      Map<String, List<WriteRequest>> now = rest;
      rest = client.batchWriteItem(write -> write.requestItems(now)).unprocessedItems();
    }
  }
}
