package org.firstbatch.storage;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The clients of the SDK, with nothing looked up at run time: region, HTTP client, credentials.
 * They do not repeat calls: {@link DynamoRecords} and {@link S3Objects} do, by one policy.
 */
public final class Clients {

  private Clients() {}

  public static DynamoDbClient dynamoDb(StorageSettings settings) {
    return configured(DynamoDbClient.builder(), settings, settings.dynamodbEndpoint())
        .httpClient(http(Duration.ofSeconds(10)))
        .endpointDiscoveryEnabled(false)
        .build();
  }

  public static S3Client s3(StorageSettings settings) {
    return configured(S3Client.builder(), settings, settings.s3Endpoint())
        .httpClient(http(Duration.ofSeconds(60)))
        .forcePathStyle(settings.s3PathStyle())
        .build();
  }

  public static S3Presigner presigner(StorageSettings settings) {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials(settings))
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(settings.s3PathStyle()).build());
    URI endpoint = settings.s3Endpoint();
    return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B configured(
      B builder, StorageSettings settings, @Nullable URI endpoint) {
    builder
        .region(Region.of(settings.region()))
        .credentialsProvider(credentials(settings))
        .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    return endpoint == null ? builder : builder.endpointOverride(endpoint);
  }

  private static SdkHttpClient http(Duration silence) {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(2))
        .socketTimeout(silence)
        .build();
  }

  /**
   * A function's role comes in the environment, or from the container's endpoint when it was
   * started from a snapshot. No profile files and no instance metadata: they only cost time.
   */
  private static AwsCredentialsProvider credentials(StorageSettings settings) {
    String id = settings.accessKeyId();
    String secret = settings.secretAccessKey();
    if (id != null && secret != null) {
      return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        ContainerCredentialsProvider.builder().build());
  }
}
