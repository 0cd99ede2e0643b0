package org.firstbatch.local.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.host.FunctionFailed;
import org.firstbatch.local.template.EventPattern;
import org.firstbatch.local.template.FunctionSpec;

/**
 * A function that a mapping makes a reader of a stream: called with batches, from the record that
 * it reports as failed, again until the mapping's retries are used up; then that record is put
 * aside.
 */
public final class MappedFunction implements StreamDelivery.Target {

  private final String function;
  private final FunctionSpec.StreamMapping mapping;
  private final Delivery delivery;

  public MappedFunction(String function, FunctionSpec.StreamMapping mapping, Delivery delivery) {
    this.function = function;
    this.mapping = mapping;
    this.delivery = delivery;
  }

  @Override
  public String name() {
    return function + "-" + mapping.name();
  }

  @Override
  public int batchSize() {
    return mapping.batchSize();
  }

  @Override
  public boolean wants(ObjectNode record) {
    return EventPattern.anyTakes(mapping.filters(), record);
  }

  @Override
  public void deliver(List<ObjectNode> batch) {
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
      Stopping.check(e);
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
      if (named.contains(StreamRecords.sequence(batch.get(at)))) {
        return batch.subList(at, batch.size());
      }
    }
    return named.isEmpty() ? List.of() : batch;
  }
}
