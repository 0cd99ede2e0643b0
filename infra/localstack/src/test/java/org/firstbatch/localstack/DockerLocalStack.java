package org.firstbatch.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.firstbatch.casework.json.Json;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** LocalStack's image, in which functions are containers too. */
final class DockerLocalStack implements LocalStack {

  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");
  private static final String UNKNOWN =
      "'docker info' answers and yet Testcontainers finds no engine: set DOCKER_HOST to its socket";
  private static final Path LOG = Project.folder().resolve("target/localstack-docker.log");
  private static final Duration TO_START = Duration.ofMinutes(3);

  private final LocalStackContainer container;

  DockerLocalStack() {
    container = new LocalStackContainer(IMAGE);
    environment().forEach(container::withEnv);
    container.withCopyToContainer(Transferable.of(Settings.CATALOGUE), Settings.CATALOGUE_FILE);
    container.withStartupTimeout(TO_START);
    container.start();
  }

  /** Why it cannot be started here; empty when it can. */
  static Optional<String> hindrance() {
    return hindrance(
        new DockerEngine("docker"),
        runtimeImage(),
        () -> DockerClientFactory.instance().isDockerAvailable());
  }

  /**
   * The same. Images whose names are known are pulled now, since nothing else says so clearly that
   * one cannot be had. LocalStack itself pulls the runtime's even where it is, and fails every
   * function when it cannot.
   *
   * @param runtimeImage of the functions' containers; empty where LocalStack chooses it
   * @param isKnown whether Testcontainers finds an engine, which need not be the command's
   */
  static Optional<String> hindrance(
      DockerEngine engine, Optional<String> runtimeImage, BooleanSupplier isKnown) {
    return engine
        .silence()
        .or(() -> engine.lack(ImageNameSubstitutor.instance().apply(IMAGE).asCanonicalNameString()))
        .or(() -> runtimeImage.flatMap(engine::refusalToPull))
        .or(() -> isKnown.getAsBoolean() ? Optional.empty() : Optional.of(UNKNOWN));
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(Settings.environment());
    // Our jars run on any processor; else arm64 machines would emulate another one.
    environment.put("LAMBDA_IGNORE_ARCHITECTURE", "1");
    runtimeImage()
        .ifPresent(
            image ->
                environment.put(
                    "LAMBDA_RUNTIME_IMAGE_MAPPING", Json.write(Map.of("java25", image))));
    // Seconds that a function's container may take to its first request; its usual 20 are few for
    // several virtual machines at once.
    environment.put("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "120");
    return environment;
  }

  private static Optional<String> runtimeImage() {
    return Optional.of(System.getProperty("localstack.runtime.image", ""))
        .filter(name -> !name.isEmpty());
  }

  @Override
  public String hint() {
    return """

        A function that cannot be created, without a reason: LocalStack could not pull the image of \
        its runtime. LOCALSTACK_RUNTIME_IMAGE names one that it can.""";
  }

  /** LocalStack may pull the runtime's image meanwhile. */
  @Override
  public Duration toDeploy() {
    return DockerEngine.TO_PULL;
  }

  @Override
  public URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public String log() {
    return LOG.toString();
  }

  /** The log is kept: with the container it would be gone. */
  @Override
  public void close() {
    try {
      Files.writeString(LOG, container.getLogs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      container.stop();
    }
  }
}
