package org.firstbatch.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.firstbatch.local.host.LambdaHttpHost;

/** Our Lambda host, for a LocalStack whose executor is the plug-in of {@code python/plugin}. */
final class Hosted {

  private Hosted() {}

  /**
   * Starts the host.
   *
   * @param port 0 for any that is free
   */
  static LambdaHttpHost start(int port, URI localStack) {
    try {
      return new LambdaHttpHost(port, Project.jars(), environment(localStack));
    } catch (IOException e) {
      throw new UncheckedIOException("Our Lambda host does not start on port " + port, e);
    }
  }

  private static Map<String, String> environment(URI localStack) {
    return Map.of(
        "FIRSTBATCH_DYNAMODB_ENDPOINT",
        localStack.toString(),
        "FIRSTBATCH_S3_ENDPOINT",
        localStack.toString(),
        "FIRSTBATCH_S3_PATH_STYLE",
        "true",
        "FIRSTBATCH_ACCESS_KEY_ID",
        Aws.KEY,
        "FIRSTBATCH_SECRET_ACCESS_KEY",
        Aws.KEY);
  }
}
