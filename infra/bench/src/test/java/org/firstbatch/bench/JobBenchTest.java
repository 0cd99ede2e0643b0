package org.firstbatch.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.firstbatch.casework.record.Table;
import org.firstbatch.storage.server.DynamoDbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class JobBenchTest {

  /** The benches of one process share their tables, and each compares what is in them. */
  @AfterEach
  void empty() {
    DynamoDbClient client = DynamoDbServer.get().client();
    for (Table table : Table.values()) {
      client
          .scanPaginator(scan -> scan.tableName(table.label()).projectionExpression("pk, sk"))
          .items()
          .forEach(key -> client.deleteItem(delete -> delete.tableName(table.label()).key(key)));
    }
  }

  /** 600 claims are 24 batches of 25 lines. */
  @Test
  void shouldAskTheStoreAsOftenAsTheBareLoopForClaimsAndLines() throws Exception {
    JobBench.Summary summary = new JobBench.Summary();

    new JobBench().measure(600, 1, summary);

    assertTrue(summary.toString().contains("| 24 / 24 |"), summary.toString());
  }

  @Test
  void shouldRefuseToCompareRunsOfWhichOneMadeMoreRequests() {
    Counting.Requests job = requests(3, 24);

    assertDoesNotThrow(() -> JobBench.requireSameWork(job, requests(3, 24)));
    assertThrows(IllegalStateException.class, () -> JobBench.requireSameWork(job, requests(4, 24)));
    assertThrows(IllegalStateException.class, () -> JobBench.requireSameWork(job, requests(3, 25)));
  }

  @Test
  void shouldRefuseToCompareRunsThatWereNotCounted() {
    assertThrows(
        IllegalStateException.class,
        () -> JobBench.requireSameWork(requests(0, 0), requests(0, 0)));
  }

  private static Counting.Requests requests(long reads, long batches) {
    return new Counting.Requests(
        Map.of("Query claims", reads, "BatchWriteItem plan-lines", batches));
  }
}
