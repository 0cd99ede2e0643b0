package org.firstbatch.storage;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Wires the ports to the stores: one client of each kind in a process. */
@Factory
public final class StorageFactory {

  private final StorageSettings settings;
  private final PropertyResolver properties;

  /** A transaction names its tables a dozen times; each takes some microseconds to resolve. */
  private final Map<Table, String> tables = new ConcurrentHashMap<>();

  StorageFactory(StorageSettings settings, PropertyResolver properties) {
    this.settings = settings;
    this.properties = properties;
  }

  @Singleton
  @Bean(preDestroy = "close")
  DynamoDbClient dynamoDb() {
    return Clients.dynamoDb(settings);
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Client s3() {
    return Clients.s3(settings);
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Presigner presigner() {
    return Clients.presigner(settings);
  }

  @Singleton
  Records records(DynamoDbClient client) {
    return new DynamoRecords(client, this::name, Backoff.standard(), settings.putConcurrency());
  }

  @Singleton
  ObjectStore objects(S3Client client, S3Presigner presigner) {
    return new S3Objects(client, presigner, this::name, Backoff.standard());
  }

  private String name(Table table) {
    return tables.computeIfAbsent(table, of -> required("firstbatch.tables." + of.label()));
  }

  private String name(Bucket bucket) {
    return required("firstbatch.buckets." + bucket.label());
  }

  private String required(String property) {
    return properties
        .getProperty(property, String.class)
        .orElseThrow(() -> new PermanentFault("The property " + property + " is not set"));
  }
}
