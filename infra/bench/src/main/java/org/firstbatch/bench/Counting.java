package org.firstbatch.bench;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.firstbatch.casework.record.Table;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Counts the requests of a client by kind and table. */
final class Counting implements ExecutionInterceptor {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final DynamoDbClient client;

  Counting(URI endpoint) {
    client = client(endpoint, this);
  }

  /** A client, made as the functions make theirs, that tells of its requests. */
  static DynamoDbClient client(URI endpoint, ExecutionInterceptor watching) {
    return DynamoDbClient.builder()
        .region(Region.of("cn-north-1"))
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .endpointDiscoveryEnabled(false)
        .overrideConfiguration(
            override ->
                override
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .addExecutionInterceptor(watching))
        .build();
  }

  DynamoDbClient client() {
    return client;
  }

  void reset() {
    counts.clear();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    counts.computeIfAbsent(operation + table(context), _ -> new LongAdder()).increment();
  }

  private static String table(Context.BeforeExecution context) {
    return switch (context.request()) {
      case QueryRequest query -> " " + query.tableName();
      case BatchWriteItemRequest write -> " " + String.join(",", write.requestItems().keySet());
      default -> "";
    };
  }

  Requests requests() {
    Map<String, Long> copy = new TreeMap<>();
    counts.forEach((name, count) -> copy.put(name, count.sum()));
    return new Requests(copy);
  }

  /** How many requests there were, by operation and table. */
  record Requests(Map<String, Long> counts) {
    long of(String operation, Table table) {
      return counts.getOrDefault(operation + " " + table.label(), 0L);
    }

    long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Refuses to go on where others are not exactly as many. */
    void requireAsMany(String operation, Table table, Requests others) {
      if (of(operation, table) != others.of(operation, table) || of(operation, table) == 0) {
        throw new IllegalStateException(
            "%s %s: %,d requests of the job, %,d of the bare loop; both must make as many"
                .formatted(
                    operation, table.label(), of(operation, table), others.of(operation, table)));
      }
    }

    /** What is more than in others. */
    Map<String, Long> without(Requests others) {
      Map<String, Long> more = new TreeMap<>();
      counts.forEach(
          (name, count) -> {
            long rest = count - others.counts.getOrDefault(name, 0L);
            if (rest != 0) {
              more.put(name, rest);
            }
          });
      return more;
    }
  }
}
