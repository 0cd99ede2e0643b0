package org.firstbatch.local.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstbatch.local.template.TableSpec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** Creates the template's tables and buckets that are not there yet. */
public final class Stores {

  private Stores() {}

  public static void createTables(DynamoDbClient client, List<TableSpec> tables) {
    Set<String> there = Set.copyOf(client.listTables().tableNames());
    tables.stream()
        .filter(table -> !there.contains(table.name()))
        .forEach(table -> client.createTable(request(table)));
  }

  /**
   * Whether a table is not there: nothing was kept yet, if need be since its making was cut short.
   */
  public static boolean isEmpty(DynamoDbClient client, List<TableSpec> tables) {
    Set<String> there = Set.copyOf(client.listTables().tableNames());
    return !there.containsAll(tables.stream().map(TableSpec::name).toList());
  }

  public static void createBuckets(S3Client client, List<String> buckets) {
    Set<String> there =
        client.listBuckets().buckets().stream().map(Bucket::name).collect(Collectors.toSet());
    buckets.stream()
        .filter(bucket -> !there.contains(bucket))
        .forEach(bucket -> client.createBucket(create -> create.bucket(bucket)));
  }

  private static CreateTableRequest request(TableSpec table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(definitions(table))
            .keySchema(schema(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Stores::index).toList());
    }
    if (!table.streamView().isEmpty()) {
      request.streamSpecification(
          stream -> stream.streamEnabled(true).streamViewType(table.streamView()));
    }
    return request.build();
  }

  private static List<AttributeDefinition> definitions(TableSpec table) {
    return table.attributes().entrySet().stream()
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute.getKey())
                    .attributeType(attribute.getValue())
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(TableSpec.IndexSpec index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(projection -> projection.projectionType(index.projection()))
        .build();
  }

  private static List<KeySchemaElement> schema(TableSpec.Key key) {
    List<KeySchemaElement> schema = new ArrayList<>();
    schema.add(element(key.partition(), KeyType.HASH));
    if (!key.sort().isEmpty()) {
      schema.add(element(key.sort(), KeyType.RANGE));
    }
    return schema;
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }
}
