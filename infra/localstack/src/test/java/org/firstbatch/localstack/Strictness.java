package org.firstbatch.localstack;

import java.util.Map;

/** Settings of LocalStack that every way of starting it shares. */
final class Strictness {

  private Strictness() {}

  static Map<String, String> environment() {
    return Map.of(
        // By default it reports success for types that it does not have.
        "CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "0",
        "CFN_IGNORE_UNSUPPORTED_TYPE_CREATE", String.join(",", Project.unsupportedTypes()),
        // Else links that expired or were changed are taken.
        "S3_SKIP_SIGNATURE_VALIDATION", "0",
        "LAMBDA_SYNCHRONOUS_CREATE", "1",
        // Seconds between the attempts of an asynchronous invocation; AWS waits a minute and two.
        "LAMBDA_RETRY_BASE_DELAY", "1",
        "DISABLE_EVENTS", "1",
        "SKIP_SSL_CERT_DOWNLOAD", "1");
  }
}
