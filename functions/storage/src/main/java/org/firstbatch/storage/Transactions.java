package org.firstbatch.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.Write;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Transactions on DynamoDB. The token goes along, so a repetition after a lost answer changes
 * nothing more; a transaction that met another at the same item is tried again.
 */
final class Transactions {

  private static final String ABSENT = "attribute_not_exists(pk)";
  private static final String VERSION_STANDS = "v = :v";

  /** Why one part was cancelled, as far as it matters what to do. */
  private enum Reason {
    NONE,
    CONDITION,
    PASSING,
    STAYING
  }

  private final DynamoDbClient client;
  private final Function<Table, String> names;
  private final Backoff backoff;

  Transactions(DynamoDbClient client, Function<Table, String> names, Backoff backoff) {
    this.client = client;
    this.names = names;
    this.backoff = backoff;
  }

  Commit commit(Transaction transaction) {
    TransactWriteItemsRequest request = request(transaction);
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(request);
        return new Commit.Committed();
      } catch (TransactionCanceledException e) {
        List<Write> failed = failed(transaction, e);
        if (!failed.isEmpty()) {
          return new Commit.Failed(failed);
        }
        restOrGiveUp(attempt, e, new RetryableFault(message(transaction, e), e));
      } catch (SdkException e) {
        restOrGiveUp(attempt, e, SdkFaults.fault(message(transaction), e));
      }
    }
  }

  private void restOrGiveUp(int attempt, SdkException e, RuntimeException fault) {
    boolean passing = e instanceof TransactionCanceledException || SdkFaults.mayPass(e);
    if (!passing || backoff.isLast(attempt)) {
      throw fault;
    }
    backoff.rest(attempt);
  }

  /** The parts whose condition failed; none when the transaction may be tried again. */
  private static List<Write> failed(Transaction transaction, TransactionCanceledException e) {
    List<Write> failed = new ArrayList<>();
    List<CancellationReason> reasons = e.cancellationReasons();
    for (int i = 0; i < reasons.size(); i++) {
      switch (reason(reasons.get(i))) {
        case CONDITION -> failed.add(transaction.writes().get(i));
        case STAYING -> throw new PermanentFault(message(transaction, e), e);
        case NONE, PASSING -> {}
      }
    }
    return failed;
  }

  private static Reason reason(CancellationReason reason) {
    return switch (reason.code()) {
      case "None" -> Reason.NONE;
      case "ConditionalCheckFailed" -> Reason.CONDITION;
      case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" ->
          Reason.PASSING;
      default -> Reason.STAYING;
    };
  }

  private static String message(Transaction transaction) {
    return "The transaction on " + transaction.writes().getFirst().key() + " was not written";
  }

  private static String message(Transaction transaction, TransactionCanceledException e) {
    StringBuilder message = new StringBuilder(message(transaction));
    List<CancellationReason> reasons = e.cancellationReasons();
    for (int i = 0; i < reasons.size(); i++) {
      CancellationReason reason = reasons.get(i);
      if (reason(reason) != Reason.NONE) {
        message.append("; ").append(transaction.writes().get(i).key());
        message.append(": ").append(reason.code()).append(' ').append(reason.message());
      }
    }
    return message.toString();
  }

  private TransactWriteItemsRequest request(Transaction transaction) {
    List<TransactWriteItem> items = new ArrayList<>(transaction.writes().size());
    for (Write write : transaction.writes()) {
      items.add(item(write));
    }
    return TransactWriteItemsRequest.builder()
        .clientRequestToken(transaction.token())
        .transactItems(items)
        .build();
  }

  private TransactWriteItem item(Write write) {
    return switch (write) {
      case Write.Create create -> put(put(create.record()).conditionExpression(ABSENT).build());
      case Write.Change change -> change(change.record());
      case Write.Put put -> put(put(put.record()).build());
      case Write.Remove remove -> remove(remove);
      case Write.Expect expect -> check(expect.key(), VERSION_STANDS, version(expect.version()));
      case Write.ExpectAbsent absent -> check(absent.key(), ABSENT, null);
      case Write.Raise raise -> raise(raise.key());
      case Write.ExpectCounter counter -> check(counter);
    };
  }

  private Put.Builder put(StoredRecord record) {
    return Put.builder().tableName(names.apply(record.key().table())).item(Items.item(record));
  }

  private static TransactWriteItem put(Put put) {
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem change(StoredRecord record) {
    return put(
        put(record)
            .conditionExpression(VERSION_STANDS)
            .expressionAttributeValues(version(record.version() - 1))
            .build());
  }

  private TransactWriteItem remove(Write.Remove remove) {
    Delete delete =
        Delete.builder()
            .tableName(names.apply(remove.key().table()))
            .key(Items.key(remove.key()))
            .conditionExpression(VERSION_STANDS)
            .expressionAttributeValues(version(remove.version()))
            .build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  /** The condition keeps a raise off a record: a counter has no version. */
  private TransactWriteItem raise(RecordKey key) {
    Update update =
        Update.builder()
            .tableName(names.apply(key.table()))
            .key(Items.key(key))
            .updateExpression("ADD n :one")
            .conditionExpression("attribute_not_exists(v)")
            .expressionAttributeValues(Map.of(":one", Items.number(1)))
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private TransactWriteItem check(Write.ExpectCounter counter) {
    String condition = counter.value() == 0 ? "attribute_not_exists(n) OR n = :n" : "n = :n";
    return check(counter.key(), condition, Map.of(":n", Items.number(counter.value())));
  }

  private TransactWriteItem check(
      RecordKey key, String condition, @Nullable Map<String, AttributeValue> values) {
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(names.apply(key.table()))
            .key(Items.key(key))
            .conditionExpression(condition);
    if (values != null) {
      check.expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().conditionCheck(check.build()).build();
  }

  private static Map<String, AttributeValue> version(long version) {
    return Map.of(":v", Items.number(version));
  }
}
