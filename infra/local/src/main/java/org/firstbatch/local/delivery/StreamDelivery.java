package org.firstbatch.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.host.FunctionFailed;
import org.firstbatch.local.template.FunctionSpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Delivers a table's stream to a function, in order: filtered, in batches, from the record that the
 * function reports as failed, again until the mapping's retries are used up; then that record is
 * put aside. What was delivered is kept, so that a restart goes on from there.
 */
public final class StreamDelivery implements Runnable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int PAGE = 200;

  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final String function;
  private final FunctionSpec.StreamMapping mapping;
  private final Delivery delivery;
  private final Checkpoint checkpoint;

  /**
   * @param folder where it keeps how far it is
   */
  public StreamDelivery(
      DynamoDbStreamsClient client,
      String streamArn,
      String function,
      FunctionSpec.StreamMapping mapping,
      Delivery delivery,
      Path folder) {
    this.client = client;
    this.streamArn = streamArn;
    this.function = function;
    this.mapping = mapping;
    this.delivery = delivery;
    this.checkpoint = new Checkpoint(folder.resolve(function + "-" + mapping.name() + ".json"));
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        nextShard().ifPresent(this::follow);
      } catch (SdkException e) {
        System.err.println(function + ": the stream is not readable: " + e);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** The oldest shard that has not been read to its end. */
  private Optional<Shard> nextShard() {
    return client
        .describeStream(describe -> describe.streamArn(streamArn))
        .streamDescription()
        .shards()
        .stream()
        .filter(shard -> !checkpoint.hasEnded(shard.shardId()))
        .findFirst();
  }

  private void follow(Shard shard) {
    String iterator = iterator(shard.shardId());
    while (iterator != null && !Thread.currentThread().isInterrupted()) {
      GetRecordsResponse page = page(iterator);
      deliver(shard.shardId(), page);
      iterator = page.nextShardIterator();
      if (page.records().isEmpty()) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
    if (iterator == null) {
      checkpoint.end(shard.shardId());
    }
  }

  private GetRecordsResponse page(String iterator) {
    return client.getRecords(get -> get.shardIterator(iterator).limit(PAGE));
  }

  private @Nullable String iterator(String shard) {
    String delivered = checkpoint.delivered(shard);
    try {
      return client
          .getShardIterator(
              get ->
                  get.streamArn(streamArn)
                      .shardId(shard)
                      .sequenceNumber(delivered.isEmpty() ? null : delivered)
                      .shardIteratorType(
                          delivered.isEmpty()
                              ? ShardIteratorType.TRIM_HORIZON
                              : ShardIteratorType.AFTER_SEQUENCE_NUMBER))
          .shardIterator();
    } catch (TrimmedDataAccessException _) {
      return client
          .getShardIterator(
              get ->
                  get.streamArn(streamArn)
                      .shardId(shard)
                      .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
          .shardIterator();
    }
  }

  private void deliver(String shard, GetRecordsResponse page) {
    List<ObjectNode> wanted = new ArrayList<>();
    for (var record : page.records()) {
      ObjectNode node = StreamRecords.record(record, streamArn);
      if (isWanted(node)) {
        wanted.add(node);
      }
    }
    for (int from = 0; from < wanted.size(); from += mapping.batchSize()) {
      List<ObjectNode> batch =
          wanted.subList(from, Math.min(wanted.size(), from + mapping.batchSize()));
      deliverBatch(batch);
      checkpoint.deliver(shard, sequence(batch.getLast()));
    }
    if (!page.records().isEmpty()) {
      checkpoint.deliver(shard, page.records().getLast().dynamodb().sequenceNumber());
    }
  }

  private boolean isWanted(JsonNode record) {
    return mapping.filters().isEmpty()
        || mapping.filters().stream().anyMatch(filter -> filter.takes(record));
  }

  private static String sequence(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  private void deliverBatch(List<ObjectNode> batch) {
    List<ObjectNode> rest = batch;
    int attempt = 0;
    while (!rest.isEmpty()) {
      List<ObjectNode> failed = call(rest);
      if (failed.size() < rest.size()) {
        attempt = 0;
      }
      rest = failed;
      if (!rest.isEmpty()) {
        if (mapping.retries() >= 0 && attempt >= mapping.retries()) {
          delivery.putAside(function, rest.getFirst().toString(), "the retries are used up");
          rest = rest.subList(1, rest.size());
          attempt = 0;
        } else {
          Delivery.rest(attempt++);
        }
      }
    }
  }

  /** Calls the function; answers what must be delivered again. */
  private List<ObjectNode> call(List<ObjectNode> batch) {
    try {
      byte[] event = Json.write(StreamRecords.event(batch)).getBytes(StandardCharsets.UTF_8);
      byte[] answer = delivery.functions().invoke(function, event);
      return mapping.reportsItems() ? failed(batch, answer) : List.of();
    } catch (FunctionFailed | RuntimeException e) {
      System.err.println(function + ": " + e);
      return batch;
    }
  }

  /** From the first that the function names, everything. */
  static List<ObjectNode> failed(List<ObjectNode> batch, byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    if (!text.startsWith("{")) {
      return List.of();
    }
    List<String> named =
        Json.object(text)
            .path("batchItemFailures")
            .valueStream()
            .map(item -> item.path("itemIdentifier").asText())
            .toList();
    for (int at = 0; at < batch.size(); at++) {
      if (named.contains(sequence(batch.get(at)))) {
        return batch.subList(at, batch.size());
      }
    }
    return named.isEmpty() ? List.of() : batch;
  }
}
