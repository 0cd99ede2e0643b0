package org.firstbatch.casework.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

  private final InMemoryRecords records = new InMemoryRecords();
  private final Faults faults = new Faults();
  private final FaultyRecords faulty = new FaultyRecords(records, faults);

  @Test
  void shouldLeaveNothingWhenKilledBeforeAStepAndStayDead() {
    faults.killBefore(1);
    assertThrows(Killed.class, () -> faulty.commit(creation("a")));
    assertEquals(Optional.empty(), records.find(key("a")));
    assertThrows(Killed.class, () -> faulty.find(key("a")));
  }

  @Test
  void shouldHaveWrittenWhenKilledAfterAStep() {
    faults.killAfter(1);
    assertThrows(Killed.class, () -> faulty.commit(creation("a")));
    assertTrue(records.find(key("a")).isPresent());
  }

  @Test
  void shouldFailOnceWithARetryableFault() {
    faults.faultBefore(1).faultAfter(2);
    assertThrows(RetryableFault.class, () -> faulty.commit(creation("a")));
    assertEquals(Optional.empty(), records.find(key("a")));
    assertThrows(RetryableFault.class, () -> faulty.commit(creation("a")));
    assertTrue(faulty.find(key("a")).isPresent());
    assertEquals(3, faults.steps());
  }

  @Test
  void shouldRunAnActionBetweenTwoPages() {
    putNumbered(records, 4);
    faults.between(1, () -> records.putAll(List.of(record("2b"))));
    StringBuilder seen = new StringBuilder();
    faulty.forEach(
        RecordQuery.all(Table.CLAIMS, "p").limit(2), r -> seen.append(r.key().sort()).append(' '));
    assertEquals("0 1 2 2b 3 ", seen.toString());
  }

  @Test
  void shouldCutABatchInTheMiddle() {
    faults.killAfter(2);
    assertThrows(Killed.class, () -> putNumbered(faulty, 60));
    assertEquals(50, records.list(Table.CLAIMS).size());
  }

  @Test
  void shouldLeaveSomeUnprocessedForEver() {
    FaultyRecords stubborn = faulty.unprocessedForEver(r -> r.key().sort().endsWith("7"));
    RetryableFault fault = assertThrows(RetryableFault.class, () -> putNumbered(stubborn, 30));
    assertEquals("3 of 30 records stay unprocessed", fault.getMessage());
    assertEquals(27, records.list(Table.CLAIMS).size());
  }

  @Test
  void shouldCountTheStepsOfBothStoresTogether(@TempDir Path folder) throws IOException {
    InMemoryObjects objects = new InMemoryObjects();
    FaultyObjects faultyObjects = new FaultyObjects(objects, faults.killAfter(2));
    Path file = Files.writeString(folder.resolve("plan"), "plan");
    ObjectKey key = new ObjectKey(Bucket.ARCHIVE, "plan");
    faulty.commit(creation("a"));
    assertThrows(Killed.class, () -> faultyObjects.putOnce(key, "text/csv", file));
    assertTrue(objects.find(key).isPresent());
    assertEquals(List.of("commit " + key("a"), "putOnce " + key), faults.log());
  }

  private static void putNumbered(Records to, int count) {
    to.putAll(IntStream.range(0, count).mapToObj(i -> record(Integer.toString(i))).toList());
  }

  private static Transaction creation(String sort) {
    return new Transaction("t", List.of(new Write.Create(record(sort))));
  }

  private static RecordKey key(String sort) {
    return new RecordKey(Table.CLAIMS, "p", sort);
  }

  private static StoredRecord record(String sort) {
    return StoredRecord.first(key(sort), 1, "e", Instant.EPOCH, "{}");
  }
}
