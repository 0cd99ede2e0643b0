package org.firstbatch.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JobBenchTest {

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
