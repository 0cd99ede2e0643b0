package org.firstbatch.local.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.firstbatch.casework.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamDeliveryTest {

  private static ObjectNode record(String sequence) {
    return Json.object("{\"dynamodb\":{\"SequenceNumber\":\"" + sequence + "\"}}");
  }

  private static final List<ObjectNode> BATCH = List.of(record("1"), record("2"), record("3"));

  private static List<ObjectNode> failed(String answer) {
    return StreamDelivery.failed(BATCH, answer.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldDeliverAgainFromTheFirstThatFailed() {
    String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}";

    assertEquals(BATCH.subList(1, 3), failed(answer));
  }

  @Test
  void shouldDeliverNothingAgainWhenNothingFailed() {
    assertEquals(List.of(), failed("{\"batchItemFailures\":[]}"));
    assertEquals(List.of(), failed(""));
  }

  @Test
  void shouldDeliverAllAgainWhenTheFailedOneIsNotOfTheBatch() {
    assertEquals(BATCH, failed("{\"batchItemFailures\":[{\"itemIdentifier\":\"9\"}]}"));
  }

  @Test
  void shouldRememberHowFarItWasAfterARestart(@TempDir Path folder) {
    Checkpoint checkpoint = new Checkpoint(folder.resolve("c.json"));
    checkpoint.deliver("shard-1", "17");
    checkpoint.end("shard-0");

    Checkpoint again = new Checkpoint(folder.resolve("c.json"));

    assertEquals("17", again.delivered("shard-1"));
    assertEquals(true, again.hasEnded("shard-0"));
    assertEquals("", again.delivered("shard-2"));
  }
}
