package org.firstbatch.storage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the stores are. Names of tables and buckets are apart, as {@code
 * firstbatch.tables.policies} and {@code firstbatch.buckets.evidence}, and only those that a
 * function may use need be set.
 *
 * @param region the region, always explicit
 * @param dynamodbEndpoint where DynamoDB listens, when not at its usual place in the region
 * @param s3Endpoint where S3 listens, when not at its usual place in the region
 * @param s3PathStyle the bucket's name goes into the path, for servers without a name per bucket
 * @param accessKeyId a fixed key, for servers of one's own; else the role's
 * @param secretAccessKey belongs to the fixed key
 * @param putConcurrency how many batches are written at once, at least 1
 */
@ConfigurationProperties("firstbatch")
public record StorageSettings(
    String region,
    @Nullable URI dynamodbEndpoint,
    @Nullable URI s3Endpoint,
    @Bindable(defaultValue = "false") boolean s3PathStyle,
    @Nullable String accessKeyId,
    @Nullable String secretAccessKey,
    @Bindable(defaultValue = "4") int putConcurrency) {

  public StorageSettings {
    if ((accessKeyId == null) != (secretAccessKey == null)) {
      throw new IllegalArgumentException(
          "firstbatch.access-key-id and firstbatch.secret-access-key are set together or not at"
              + " all");
    }
    if (putConcurrency < 1) {
      throw new IllegalArgumentException(
          "firstbatch.put-concurrency is at least 1, not " + putConcurrency);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "StorageSettings[region=%s, dynamodbEndpoint=%s, s3Endpoint=%s]"
        .formatted(region, dynamodbEndpoint, s3Endpoint);
  }
}
