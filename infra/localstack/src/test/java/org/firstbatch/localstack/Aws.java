package org.firstbatch.localstack;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of one LocalStack. */
final class Aws implements AutoCloseable {

  /** Key and secret: LocalStack takes any, this one stands for its account 000000000000. */
  static final String KEY = "test";

  private final URI endpoint;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(5)).build();
  final CloudFormationClient cloudFormation;
  final LambdaClient lambda;
  final SqsClient sqs;
  final DynamoDbClient dynamoDb;
  final S3Client s3;

  Aws(URI endpoint) {
    this.endpoint = endpoint;
    cloudFormation = client(CloudFormationClient.builder());
    lambda = client(LambdaClient.builder());
    sqs = client(SqsClient.builder());
    dynamoDb = client(DynamoDbClient.builder());
    s3 = client(S3Client.builder().forcePathStyle(true));
  }

  private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(Project.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
        .httpClient(http)
        .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
