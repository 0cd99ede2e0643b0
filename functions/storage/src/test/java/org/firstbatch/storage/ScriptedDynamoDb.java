package org.firstbatch.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * A client between the records and the server, that first plays what was scripted, one entry a
 * request, and then passes everything on: for what DynamoDB Local never does.
 */
final class ScriptedDynamoDb implements DynamoDbClient {

  /** What happens to one request. */
  interface Scene {

    /** Passes the request on, or answers it, or throws. */
    Object play(Object request, Function<Object, Object> server);
  }

  private final DynamoDbClient server;
  private final Queue<Scene> script = new ArrayDeque<>();
  private final List<DynamoDbRequest> requests = new ArrayList<>();
  private @Nullable Scene always;

  ScriptedDynamoDb(DynamoDbClient server) {
    this.server = server;
  }

  synchronized ScriptedDynamoDb next(Scene scene) {
    script.add(scene);
    return this;
  }

  /** What happens to every request behind those scripted one by one. */
  synchronized ScriptedDynamoDb always(Scene scene) {
    always = scene;
    return this;
  }

  synchronized List<DynamoDbRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return play(request, GetItemRequest.class, GetItemResponse.class, server::getItem);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return play(request, QueryRequest.class, QueryResponse.class, server::query);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return play(
        request, BatchGetItemRequest.class, BatchGetItemResponse.class, server::batchGetItem);
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return play(
        request, BatchWriteItemRequest.class, BatchWriteItemResponse.class, server::batchWriteItem);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return play(
        request,
        TransactWriteItemsRequest.class,
        TransactWriteItemsResponse.class,
        server::transactWriteItems);
  }

  @Override
  public String serviceName() {
    return server.serviceName();
  }

  /** The server's client is shared. */
  @Override
  public void close() {}

  private <T extends DynamoDbRequest, R> R play(
      T request, Class<T> sent, Class<R> answered, Function<T, R> operation) {
    return answered.cast(
        scene(request).play(request, changed -> operation.apply(sent.cast(changed))));
  }

  private synchronized Scene scene(DynamoDbRequest request) {
    requests.add(request);
    Scene scene = script.poll();
    if (scene == null) {
      scene = always;
    }
    return scene == null ? (sent, passOn) -> passOn.apply(sent) : scene;
  }
}
