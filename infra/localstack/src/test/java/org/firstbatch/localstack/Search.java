package org.firstbatch.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Finds a LocalStack: the one that is named, else one in Docker, else one of Python. */
final class Search {

  private Search() {}

  /** Starts it; the test is skipped, and says why, when there is none. */
  static LocalStack find() {
    String given = System.getProperty("localstack.endpoint", "");
    if (!given.isEmpty()) {
      return new GivenLocalStack(URI.create(given));
    }
    Optional<String> hindrance = DockerLocalStack.hindrance();
    if (hindrance.isEmpty()) {
      return new DockerLocalStack();
    }
    String python = System.getProperty("localstack.python", "");
    if (python.isEmpty()) {
      return Assumptions.abort(
          """
          No LocalStack: LOCALSTACK_ENDPOINT is not set; Docker cannot run it, since %s; and \
          LOCALSTACK_PYTHON is not set to a Python with infra/localstack/python/constraints.txt \
          installed. .ci/run sets one up."""
              .formatted(hindrance.get()));
    }
    System.out.println("LocalStack is not taken from Docker, since " + hindrance.get());
    return new ProcessLocalStack(Path.of(python));
  }
}
