package org.firstbatch.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Keeps the requests that are made while it listens, and makes the same ones again on tables of
 * other names: the same reads, the same items, the same conditions.
 */
final class Again implements ExecutionInterceptor {

  private final UnaryOperator<String> others;
  private final List<SdkRequest> requests = new ArrayList<>();
  private boolean listening;

  /**
   * @param others from the name of a table to that of the one to use instead
   */
  Again(UnaryOperator<String> others) {
    this.others = others;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (listening) {
      requests.add(context.request());
    }
  }

  void listen() {
    requests.clear();
    listening = true;
  }

  /** Ends listening and gives the calls to make, in the order of those that were heard. */
  List<Runnable> calls(DynamoDbClient client) {
    listening = false;
    return requests.stream().map(request -> call(client, request)).toList();
  }

  /** What was heard, by the names of the requests. */
  List<String> heard() {
    return requests.stream().map(request -> request.getClass().getSimpleName()).toList();
  }

  private Runnable call(DynamoDbClient client, SdkRequest request) {
    return switch (request) {
      case QueryRequest query -> {
        QueryRequest again = query.toBuilder().tableName(others.apply(query.tableName())).build();
        yield () -> client.query(again);
      }
      case GetItemRequest get -> {
        GetItemRequest again = get.toBuilder().tableName(others.apply(get.tableName())).build();
        yield () -> client.getItem(again);
      }
      case BatchGetItemRequest get -> {
        BatchGetItemRequest again = again(get);
        yield () -> client.batchGetItem(again);
      }
      case TransactWriteItemsRequest write -> {
        TransactWriteItemsRequest again = again(write);
        yield () -> client.transactWriteItems(again);
      }
      default -> throw new IllegalStateException("Not known how to make again: " + request);
    };
  }

  private BatchGetItemRequest again(BatchGetItemRequest get) {
    Map<String, KeysAndAttributes> items = new HashMap<>();
    get.requestItems().forEach((table, keys) -> items.put(others.apply(table), keys));
    return get.toBuilder().requestItems(items).build();
  }

  /** With a token of its own: the store takes a token for one request only. */
  private TransactWriteItemsRequest again(TransactWriteItemsRequest write) {
    return write.toBuilder()
        .clientRequestToken(UUID.randomUUID().toString())
        .transactItems(write.transactItems().stream().map(this::again).toList())
        .build();
  }

  private TransactWriteItem again(TransactWriteItem item) {
    Put put = item.put();
    if (put != null) {
      Put again = put.toBuilder().tableName(others.apply(put.tableName())).build();
      return item.toBuilder().put(again).build();
    }
    ConditionCheck check = item.conditionCheck();
    if (check == null) {
      throw new IllegalStateException("Not known how to make again: " + item);
    }
    ConditionCheck again = check.toBuilder().tableName(others.apply(check.tableName())).build();
    return item.toBuilder().conditionCheck(again).build();
  }
}
