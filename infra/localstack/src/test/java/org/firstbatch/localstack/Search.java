package org.firstbatch.localstack;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds a LocalStack: the one that is named, else one in Docker, else one of Python. */
final class Search {

  private static final String NONE =
      """
      No LocalStack: LOCALSTACK_ENDPOINT is not set, no Docker engine answers 'docker info', and \
      LOCALSTACK_PYTHON is not set to a Python with infra/localstack/python/constraints.txt installed. \
      .ci/run sets one up.""";

  private Search() {}

  /** Starts it; the test is skipped, and says why, when there is none. */
  static LocalStack find() {
    String given = System.getProperty("localstack.endpoint", "");
    if (!given.isEmpty()) {
      return new GivenLocalStack(URI.create(given));
    }
    if (DockerLocalStack.isPossible()) {
      return new DockerLocalStack();
    }
    String python = System.getProperty("localstack.python", "");
    return python.isEmpty() ? Assumptions.abort(NONE) : new ProcessLocalStack(Path.of(python));
  }
}
