package org.firstbatch.storage.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.Table;
import org.firstbatch.storage.IndexNames;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The tables as the template declares them, as far as tests depend on it. */
public final class Tables {

  private Tables() {}

  /** Creates a table with its indexes; the journal has a stream of new images. */
  public static void create(DynamoDbClient client, Table table, String name) {
    List<Index> indexes = Arrays.stream(Index.values()).filter(i -> i.table() == table).toList();
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(definitions(indexes))
            .keySchema(schema("pk", "sk"));
    if (!indexes.isEmpty()) {
      request.globalSecondaryIndexes(indexes.stream().map(Tables::index).toList());
    }
    if (table == Table.JOURNAL) {
      request.streamSpecification(
          stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE));
    }
    client.createTable(request.build());
  }

  private static List<AttributeDefinition> definitions(List<Index> indexes) {
    Set<String> names = new LinkedHashSet<>(List.of("pk", "sk"));
    for (Index index : indexes) {
      names.add(index.partitionAttribute());
      names.add(index.sortAttribute());
    }
    List<AttributeDefinition> definitions = new ArrayList<>();
    for (String name : names) {
      definitions.add(
          AttributeDefinition.builder()
              .attributeName(name)
              .attributeType(ScalarAttributeType.S)
              .build());
    }
    return definitions;
  }

  private static GlobalSecondaryIndex index(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(IndexNames.name(index))
        .keySchema(schema(index.partitionAttribute(), index.sortAttribute()))
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }

  private static List<KeySchemaElement> schema(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }
}
