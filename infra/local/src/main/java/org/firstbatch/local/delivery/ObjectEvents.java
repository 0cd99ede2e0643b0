package org.firstbatch.local.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.FunctionSpec.EventRule;

/**
 * Delivers "Object Created" as EventBridge does, to every rule that takes it; on request late,
 * twice or in another order, as it may happen in the cloud.
 */
public final class ObjectEvents implements Runnable {

  private static final Duration LATEST = Duration.ofSeconds(2);

  private final ArrivalLog log;
  private final List<FunctionSpec> functions;
  private final Delivery delivery;
  private final Supplier<Instant> lawNow;
  private final String region;
  private final Set<Mischief> mischief;
  private final LongConsumer pause;
  private final Random random = new Random(1);
  private final BlockingQueue<Path> waiting = new LinkedBlockingQueue<>();

  /** What may happen to an event on its way. */
  public enum Mischief {
    LATE,
    DOUBLED,
    REORDERED
  }

  public ObjectEvents(
      ArrivalLog log,
      List<FunctionSpec> functions,
      Delivery delivery,
      Supplier<Instant> lawNow,
      String region,
      Set<Mischief> mischief) {
    this(log, functions, delivery, lawNow, region, mischief, LockSupport::parkNanos);
  }

  /**
   * @param pause waits so many nanoseconds
   */
  ObjectEvents(
      ArrivalLog log,
      List<FunctionSpec> functions,
      Delivery delivery,
      Supplier<Instant> lawNow,
      String region,
      Set<Mischief> mischief,
      LongConsumer pause) {
    this.pause = pause;
    this.log = log;
    this.functions = functions;
    this.delivery = delivery;
    this.lawNow = lawNow;
    this.region = region;
    this.mischief = Set.copyOf(mischief);
  }

  void add(Path arrived) {
    waiting.add(arrived);
  }

  @Override
  public void run() {
    waiting.addAll(log.arrived());
    try {
      while (true) {
        List<Path> batch = new ArrayList<>(List.of(waiting.take()));
        waiting.drainTo(batch);
        deliver(batch);
      }
    } catch (InterruptedException | Stopping _) {
      Thread.currentThread().interrupt();
    }
  }

  void deliver(List<Path> batch) {
    if (mischief.contains(Mischief.REORDERED)) {
      Collections.shuffle(batch, random);
    }
    for (Path file : batch) {
      if (mischief.contains(Mischief.LATE)) {
        pause.accept(random.nextLong(LATEST.toNanos()));
      }
      deliver(file);
    }
  }

  private void deliver(Path file) {
    ObjectNode event = event(ArrivalLog.read(file));
    for (FunctionSpec function : functions) {
      for (EventRule rule : function.rulesOn(EventRule.DEFAULT_BUS)) {
        if (rule.pattern().takes(event)) {
          deliver(function.name(), event, rule.retries());
        }
      }
    }
    log.forget(file);
  }

  private void deliver(String function, ObjectNode event, int retries) {
    byte[] bytes = Json.write(event).getBytes(StandardCharsets.UTF_8);
    for (int time = 0; time < (mischief.contains(Mischief.DOUBLED) ? 2 : 1); time++) {
      delivery.deliver(function, bytes, retries);
    }
  }

  private ObjectNode event(ArrivalLog.Arrival arrival) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("version", "0").put("id", arrival.id()).put("detail-type", "Object Created");
    event.put("source", "aws.s3").put("account", "000000000000").put("region", region);
    event.put("time", lawNow.get().toString());
    event.putArray("resources").add("arn:aws:s3:::" + arrival.bucket());
    ObjectNode detail = event.putObject("detail").put("version", "0").put("reason", "PutObject");
    detail.putObject("bucket").put("name", arrival.bucket());
    detail
        .putObject("object")
        .put("key", arrival.key())
        .put("size", arrival.size())
        .put("etag", arrival.etag());
    return event;
  }
}
