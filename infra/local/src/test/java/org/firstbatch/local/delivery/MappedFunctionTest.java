package org.firstbatch.local.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.firstbatch.casework.json.Json;
import org.junit.jupiter.api.Test;

class MappedFunctionTest {

  private static ObjectNode record(String sequence) {
    return Json.object("{\"dynamodb\":{\"SequenceNumber\":\"" + sequence + "\"}}");
  }

  private static final List<ObjectNode> BATCH = List.of(record("1"), record("2"), record("3"));

  private static List<ObjectNode> failed(String answer) {
    return MappedFunction.failed(BATCH, answer.getBytes(StandardCharsets.UTF_8));
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
}
