package org.firstbatch.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RegisterBenchTest {

  private static final int PAIRS = 5;

  /** The membership, insurer, clause, certificate and list that are there from the beginning. */
  private static final int REGISTERS = 5;

  /** Policy, guard, two rows, journal entry, answer. */
  private static final int ITEMS = 6;

  @Test
  void shouldWriteTheSameItemsThroughTheHandlerAndTheBareSdkAndNoticeOneMore() throws Exception {
    try (RegisterBench bench = new RegisterBench()) {
      String table = RegisterBench.table(bench.measure(PAIRS)).toString();

      assertTrue(table.startsWith("| 5 pairs | handler ms | bare SDK ms |"), table);
      assertEquals(
          List.of(
              "QueryRequest",
              "GetItemRequest",
              "BatchGetItemRequest",
              "GetItemRequest",
              "TransactWriteItemsRequest"),
          bench.heard());
      assertEquals(REGISTERS + PAIRS * ITEMS, bench.requireSameItems());

      AttributeValue another = AttributeValue.fromS("another");
      bench
          .client()
          .putItem(put -> put.tableName("policies").item(Map.of("pk", another, "sk", another)));

      assertThrows(IllegalStateException.class, bench::requireSameItems);
    }
  }
}
