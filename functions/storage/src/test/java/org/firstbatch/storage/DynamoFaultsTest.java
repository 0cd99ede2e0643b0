package org.firstbatch.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.Write;
import org.firstbatch.storage.ScriptedDynamoDb.Scene;
import org.firstbatch.storage.server.DynamoDbServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What DynamoDB may do and DynamoDB Local never does, played between the client and the server. */
class DynamoFaultsTest {

  private static final int ATTEMPTS = 4;

  private final String partition = RecordKey.join("dalian", UUID.randomUUID().toString());
  private final ScriptedDynamoDb client = new ScriptedDynamoDb(DynamoDbServer.get().client());
  private final List<Duration> rests = new ArrayList<>();
  private final Backoff backoff =
      new Backoff(
          ATTEMPTS, Duration.ofMillis(10), Duration.ofMillis(25), bound -> bound, rests::add);
  private final DynamoRecords records = new DynamoRecords(client, Table::label, backoff, 1);

  @Test
  void shouldTryAgainAfterAConflictAndUnderTheSameToken() {
    client.next(cancelled("TransactionConflict", "None"));
    assertEquals(new Commit.Committed(), records.commit(raiseAndCreate()));
    assertEquals(1, records.counter(key("n")));
    assertEquals(tokenOf(0), tokenOf(1));
    assertEquals(millis(10), rests);
  }

  @Test
  void shouldGiveUpWhenConflictsDoNotEndAndHaveWrittenNothing() {
    client.always(cancelled("None", "TransactionConflict"));
    Transaction transaction = raiseAndCreate();
    RetryableFault fault = assertThrows(RetryableFault.class, () -> records.commit(transaction));
    assertTrue(fault.toString().contains("TransactionConflict"), fault.toString());
    assertTrue(fault.toString().contains(key("a").toString()), fault.toString());
    assertEquals(ATTEMPTS, client.requests().size());
    assertEquals(millis(10, 20, 25), rests);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ThrottlingError", "ProvisionedThroughputExceeded"})
  void shouldTryAgainWhenAPartWasThrottled(String code) {
    client.next(cancelled(code, "None"));
    assertEquals(new Commit.Committed(), records.commit(raiseAndCreate()));
  }

  @Test
  void shouldNameThePartWhoseConditionFailedThoughAnotherMetAConflict() {
    client.next(cancelled("TransactionConflict", "ConditionalCheckFailed"));
    Transaction transaction = raiseAndCreate();
    assertEquals(
        new Commit.Failed(List.of(transaction.writes().get(1))), records.commit(transaction));
    assertEquals(1, client.requests().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ValidationError", "ItemCollectionSizeLimitExceeded"})
  void shouldNotRepeatWhatNoRepetitionMends(String code) {
    client.next(cancelled("ConditionalCheckFailed", code));
    Transaction transaction = raiseAndCreate();
    PermanentFault fault = assertThrows(PermanentFault.class, () -> records.commit(transaction));
    assertTrue(fault.toString().contains(code), fault.toString());
    assertEquals(1, client.requests().size());
  }

  @Test
  void shouldWriteOnceWhenTheAnswerToACommittedTransactionIsLost() {
    client.next(lostAnswer()).next(lostAnswer());
    assertEquals(new Commit.Committed(), records.commit(raiseAndCreate()));
    assertEquals(1, records.counter(key("n")));
    assertEquals(1, records.find(key("a")).orElseThrow().version());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400 TransactionInProgressException",
        "400 ThrottlingException",
        "400 ProvisionedThroughputExceededException",
        "400 RequestLimitExceeded",
        "500 InternalServerError",
        "503 ServiceUnavailable"
      })
  void shouldTryAgainWhatMayPass(String answer) {
    client.next(refused(answer)).next(refused(answer)).next(refused(answer));
    assertEquals(new Commit.Committed(), records.commit(raiseAndCreate()));
    assertEquals(millis(10, 20, 25), rests);
    client.next(refused(answer));
    assertTrue(records.find(key("a")).isPresent());
    client.next(refused(answer));
    assertEquals(1, records.page(RecordQuery.all(Table.PLANS, partition)).records().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400 ValidationException",
        "400 IdempotentParameterMismatchException",
        "400 AccessDeniedException",
        "400 ResourceNotFoundException"
      })
  void shouldCallTheRestPermanent(String answer) {
    client.always(refused(answer));
    assertThrows(PermanentFault.class, () -> records.commit(raiseAndCreate()));
    assertThrows(PermanentFault.class, () -> records.find(key("a")));
    assertThrows(PermanentFault.class, () -> records.putAll(numbered(1)));
    assertEquals(3, client.requests().size());
  }

  @Test
  void shouldCallAServerThatIsNotThereRetryable() {
    StorageSettings nowhere =
        new StorageSettings(
            "cn-north-1", URI.create("http://127.0.0.1:1"), null, false, "local", "local", 1);
    DynamoRecords unreachable =
        new DynamoRecords(Clients.dynamoDb(nowhere), Table::label, backoff, 1);
    assertThrows(RetryableFault.class, () -> unreachable.find(key("a")));
    assertEquals(ATTEMPTS - 1, rests.size());
  }

  @Test
  void shouldPutAgainWhatWasLeftUnprocessed() {
    client.next(unprocessed(20)).next(unprocessed(3));
    records.putAll(numbered(30));
    assertEquals(List.of(25, 20, 3, 5), batchSizes());
    assertEquals(30, records.page(RecordQuery.all(Table.PLANS, partition)).records().size());
    assertEquals(millis(10, 20), rests);
  }

  @Test
  void shouldSayHowManyAreLeftWhenItemsStayUnprocessedForEver() {
    client.next((request, server) -> server.apply(request)).always(unprocessed(7));
    RetryableFault fault = assertThrows(RetryableFault.class, () -> records.putAll(numbered(60)));
    assertTrue(fault.toString().contains("17 of 60 records were not written"), fault.toString());
    assertEquals(1 + ATTEMPTS, client.requests().size());
  }

  @Test
  void shouldReadAgainWhatWasLeftUnprocessed() {
    records.putAll(numbered(8));
    client.next(unread());
    assertEquals(8, records.findAll(numbered(8).stream().map(StoredRecord::key).toList()).size());
    assertEquals(millis(10), rests);
  }

  @Test
  void shouldSayHowManyKeysStayUnread() {
    client.always(unread());
    List<RecordKey> keys = numbered(8).stream().map(StoredRecord::key).toList();
    RetryableFault fault = assertThrows(RetryableFault.class, () -> records.findAll(keys));
    assertEquals("8 of 8 records were not read", fault.getMessage());
  }

  @Test
  void shouldHaveNoMoreBatchesUnderWayThanAllowed() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    client.always(
        (request, server) -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          Object answer = server.apply(request);
          underWay.decrementAndGet();
          return answer;
        });
    new DynamoRecords(client, Table::label, backoff, 3).putAll(numbered(400));
    assertEquals(16, client.requests().size());
    assertTrue(most.get() <= 3, "under way at once: " + most);
    client.always((request, server) -> server.apply(request));
    List<StoredRecord> seen = new ArrayList<>();
    records.forEach(RecordQuery.all(Table.PLANS, partition), seen::add);
    assertEquals(numbered(400), seen);
  }

  @Test
  void shouldStopAllWorkersWhenOneFails() {
    client.always(refused("400 AccessDeniedException"));
    DynamoRecords concurrent = new DynamoRecords(client, Table::label, backoff, 3);
    PermanentFault fault =
        assertThrows(PermanentFault.class, () -> concurrent.putAll(numbered(1000)));
    assertTrue(fault.toString().contains("1000 of 1000 records"), fault.toString());
    assertTrue(client.requests().size() <= 3, "requests: " + client.requests().size());
  }

  @Test
  void shouldLetAnErrorOfAWorkerThrough() {
    client.always(
        (_, _) -> {
          throw new AssertionError("worker");
        });
    DynamoRecords concurrent = new DynamoRecords(client, Table::label, backoff, 3);
    assertThrows(AssertionError.class, () -> concurrent.putAll(numbered(100)));
  }

  @Test
  void shouldStopRestingWhenInterrupted() {
    client.always(cancelled("TransactionConflict", "None"));
    Backoff interrupted =
        new Backoff(
            ATTEMPTS,
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            bound -> bound,
            _ -> {
              throw new InterruptedException();
            });
    DynamoRecords stopped = new DynamoRecords(client, Table::label, interrupted, 1);
    assertThrows(RetryableFault.class, () -> stopped.commit(raiseAndCreate()));
    assertTrue(Thread.interrupted());
    assertEquals(1, client.requests().size());
  }

  private static Scene cancelled(String... codes) {
    List<CancellationReason> reasons =
        Arrays.stream(codes)
            .map(code -> CancellationReason.builder().code(code).message("scripted").build())
            .toList();
    return (_, _) -> {
      throw TransactionCanceledException.builder()
          .statusCode(400)
          .message("Transaction cancelled")
          .cancellationReasons(reasons)
          .build();
    };
  }

  private static Scene lostAnswer() {
    return (request, server) -> {
      var _ = server.apply(request);
      throw SdkClientException.create("Unable to execute HTTP request", new IOException("reset"));
    };
  }

  private static Scene refused(String answer) {
    String[] statusAndCode = answer.split(" ", 2);
    return (_, _) -> {
      throw DynamoDbException.builder()
          .statusCode(Integer.parseInt(statusAndCode[0]))
          .awsErrorDetails(AwsErrorDetails.builder().errorCode(statusAndCode[1]).build())
          .message(answer)
          .build();
    };
  }

  /** The server gets all but the last few, which come back. */
  private static Scene unprocessed(int count) {
    return (request, server) -> {
      Map.Entry<String, List<WriteRequest>> items =
          ((BatchWriteItemRequest) request).requestItems().entrySet().iterator().next();
      String table = items.getKey();
      List<WriteRequest> all = items.getValue();
      int taken = Math.max(0, all.size() - count);
      if (taken > 0) {
        var _ =
            server.apply(
                BatchWriteItemRequest.builder()
                    .requestItems(Map.of(table, all.subList(0, taken)))
                    .build());
      }
      return BatchWriteItemResponse.builder()
          .unprocessedItems(Map.of(table, all.subList(taken, all.size())))
          .build();
    };
  }

  private static Scene unread() {
    return (request, _) ->
        BatchGetItemResponse.builder()
            .responses(Map.of())
            .unprocessedKeys(((BatchGetItemRequest) request).requestItems())
            .build();
  }

  private List<Integer> batchSizes() {
    return client.requests().stream()
        .map(request -> ((BatchWriteItemRequest) request).requestItems().values())
        .map(tables -> tables.stream().mapToInt(List::size).sum())
        .toList();
  }

  private String tokenOf(int request) {
    return ((TransactWriteItemsRequest) client.requests().get(request)).clientRequestToken();
  }

  private Transaction raiseAndCreate() {
    return new Transaction(
        UUID.randomUUID().toString(),
        List.of(new Write.Raise(key("n")), new Write.Create(record("a"))));
  }

  private List<StoredRecord> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> record("%04d".formatted(i))).toList();
  }

  private StoredRecord record(String sort) {
    return StoredRecord.first(key(sort), 1, "dalian-2025", Instant.EPOCH, "{}");
  }

  private RecordKey key(String sort) {
    return new RecordKey(Table.PLANS, partition, sort);
  }

  private static List<Duration> millis(int... millis) {
    return Arrays.stream(millis).mapToObj(Duration::ofMillis).toList();
  }
}
