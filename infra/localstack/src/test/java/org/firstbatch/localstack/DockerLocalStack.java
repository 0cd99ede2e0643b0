package org.firstbatch.localstack;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack's image, in which functions are containers too. */
final class DockerLocalStack implements LocalStack {

  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");
  private static final int SECONDS_TO_ANSWER = 20;

  private final LocalStackContainer container;

  DockerLocalStack() {
    container = new LocalStackContainer(IMAGE);
    Strictness.environment().forEach(container::withEnv);
    container.start();
  }

  /** Whether a Docker engine answers. */
  static boolean isPossible() {
    try {
      Process docker =
          new ProcessBuilder("docker", "info")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = docker.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
      docker.destroy();
      return ended && docker.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public void close() {
    container.stop();
  }
}
