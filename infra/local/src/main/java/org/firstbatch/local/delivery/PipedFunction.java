package org.firstbatch.local.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.delivery.ObjectEvents.Mischief;
import org.firstbatch.local.template.EventPattern;
import org.firstbatch.local.template.FunctionSpec.EventRule;
import org.firstbatch.local.template.PipeSpec;

/**
 * A function with a rule on the bus to which a pipe brings a stream: called with one event a
 * record, as the bus would call it; on request twice at once, as it may happen in the cloud.
 */
public final class PipedFunction implements StreamDelivery.Target {

  private final PipeSpec pipe;
  private final String function;
  private final EventRule rule;
  private final Delivery delivery;
  private final Supplier<Instant> lawNow;
  private final String region;
  private final Set<Mischief> mischief;

  public PipedFunction(
      PipeSpec pipe,
      String function,
      EventRule rule,
      Delivery delivery,
      Supplier<Instant> lawNow,
      String region,
      Set<Mischief> mischief) {
    this.pipe = pipe;
    this.function = function;
    this.rule = rule;
    this.delivery = delivery;
    this.lawNow = lawNow;
    this.region = region;
    this.mischief = Set.copyOf(mischief);
  }

  @Override
  public String name() {
    return function + "-" + rule.name();
  }

  /** A bus delivers events one by one. */
  @Override
  public int batchSize() {
    return 1;
  }

  @Override
  public boolean wants(ObjectNode record) {
    return EventPattern.anyTakes(pipe.filters(), record) && rule.pattern().takes(event(record));
  }

  @Override
  public void deliver(List<ObjectNode> batch) {
    for (ObjectNode record : batch) {
      byte[] event = Json.write(event(record)).getBytes(StandardCharsets.UTF_8);
      if (mischief.contains(Mischief.DOUBLED)) {
        deliverTwiceAtOnce(event);
      } else {
        deliver(event);
      }
    }
  }

  private void deliver(byte[] event) {
    delivery.deliver(function, event, rule.retries());
  }

  private void deliverTwiceAtOnce(byte[] event) {
    Thread second =
        Thread.ofPlatform().daemon().name(name() + "-second").start(() -> deliver(event));
    deliver(event);
    try {
      second.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopping(e);
    }
  }

  private ObjectNode event(ObjectNode record) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("version", "0").put("id", record.path("eventID").asText());
    event.put("detail-type", pipe.detailType()).put("source", pipe.source());
    event.put("account", "000000000000").put("time", lawNow.get().toString());
    event.put("region", region).putArray("resources");
    event.set("detail", record);
    return event;
  }
}
