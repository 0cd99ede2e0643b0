package org.firstbatch.localstack;

import java.util.Map;

/** Settings of LocalStack that every way of starting it shares. */
final class Settings {

  /**
   * Strict about types, LocalStack wants its catalogue of types, which it asks a server of its
   * maker for. Without one it takes every type for missing; an empty one will do.
   */
  static final String CATALOGUE =
      """
      {"schema_version":"v1","localstack":{"version":"4.14.0"},"services":{},
       "cloudformation_resources":{"community":{}}}
      """;

  /** Where it looks for the catalogue. */
  static final String CATALOGUE_FILE = "/var/lib/localstack/cache/aws_catalog.json";

  private static final String NOWHERE = "http://127.0.0.1:1";

  private Settings() {}

  static Map<String, String> environment() {
    return Map.ofEntries(
        // By default it reports success for types that it does not have.
        Map.entry("CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "0"),
        Map.entry(
            "CFN_IGNORE_UNSUPPORTED_TYPE_CREATE", String.join(",", Project.unsupportedTypes())),
        // Else links that expired or were changed are taken.
        Map.entry("S3_SKIP_SIGNATURE_VALIDATION", "0"),
        Map.entry("LAMBDA_SYNCHRONOUS_CREATE", "1"),
        // Seconds between the attempts of an asynchronous invocation; AWS waits a minute and two.
        Map.entry("LAMBDA_RETRY_BASE_DELAY", "1"),
        // Its maker's servers are not asked: they know newer versions and may be gone.
        Map.entry("API_ENDPOINT", NOWHERE + "/v1"),
        Map.entry("ANALYTICS_API", NOWHERE + "/v1"),
        Map.entry("DISABLE_EVENTS", "1"),
        Map.entry("SKIP_SSL_CERT_DOWNLOAD", "1"),
        Map.entry("EAGER_SERVICE_LOADING", "0"),
        Map.entry("SQS_ENDPOINT_STRATEGY", "path"),
        Map.entry("SQS_DISABLE_CLOUDWATCH_METRICS", "1"),
        // Its other DynamoDB provider fetches a package for streams.
        Map.entry("PROVIDER_OVERRIDE_DYNAMODB", "v2"),
        Map.entry("DYNAMODB_IN_MEMORY", "1"));
  }
}
