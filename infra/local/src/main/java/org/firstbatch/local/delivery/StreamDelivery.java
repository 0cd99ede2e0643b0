package org.firstbatch.local.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Follows a table's stream for one target, in order. How far it is, is kept once the target is done
 * with a record, so that a restart, also after kill -9, goes on from there.
 */
public final class StreamDelivery implements Runnable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int PAGE = 200;

  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final Target target;
  private final Checkpoint checkpoint;

  /** What the records go to. */
  public interface Target {

    /** Function and trigger, by which its checkpoint is named. */
    String name();

    /** How many records it takes at once, at most. */
    int batchSize();

    /** Whether a record concerns it. */
    boolean wants(ObjectNode record);

    /** Delivers records, in order; returns when each is taken or put aside. */
    void deliver(List<ObjectNode> batch);
  }

  /**
   * @param folder where it keeps how far it is
   */
  public StreamDelivery(
      DynamoDbStreamsClient client, String streamArn, Target target, Path folder) {
    this.client = client;
    this.streamArn = streamArn;
    this.target = target;
    this.checkpoint = new Checkpoint(folder.resolve(target.name() + ".json"));
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        nextShard().ifPresent(this::follow);
      } catch (Stopping _) {
        return;
      } catch (SdkException e) {
        System.err.println(target.name() + ": the stream is not readable: " + e);
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
      if (target.wants(node)) {
        wanted.add(node);
      }
    }
    for (int from = 0; from < wanted.size(); from += target.batchSize()) {
      List<ObjectNode> batch =
          wanted.subList(from, Math.min(wanted.size(), from + target.batchSize()));
      target.deliver(batch);
      checkpoint.deliver(shard, StreamRecords.sequence(batch.getLast()));
    }
    if (!page.records().isEmpty()) {
      checkpoint.deliver(shard, page.records().getLast().dynamodb().sequenceNumber());
    }
  }
}
