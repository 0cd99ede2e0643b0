package org.firstbatch.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Docker engine of this machine, by its command: what it says is what a developer knows. */
final class DockerEngine {

  private static final Duration TO_ANSWER = Duration.ofSeconds(20);
  static final Duration TO_PULL = Duration.ofMinutes(20);

  private final String command;

  DockerEngine(String command) {
    this.command = command;
  }

  /** Why no engine answers; empty when one does. */
  Optional<String> silence() {
    return refusal(TO_ANSWER, "info");
  }

  /** Why an image cannot be had; empty when it is there, or is now. */
  Optional<String> lack(String image) {
    return refusal(TO_ANSWER, "image", "inspect", image).isEmpty()
        ? Optional.empty()
        : refusalToPull(image);
  }

  /** Why an image cannot be pulled, even if an older one is there; empty when it was. */
  Optional<String> refusalToPull(String image) {
    System.out.println("docker pull " + image);
    return refusal(TO_PULL, "pull", "--quiet", image);
  }

  /** What the command said last, when it failed or did not end in time. */
  private Optional<String> refusal(Duration patience, String... arguments) {
    String line = command + " " + String.join(" ", arguments);
    try {
      Path said = Files.createTempFile("docker", ".txt");
      try {
        return refusal(
            line, patience, said, Stream.concat(Stream.of(command), Stream.of(arguments)).toList());
      } finally {
        Files.delete(said);
      }
    } catch (IOException _) {
      return Optional.of("'" + line + "' cannot be run: is Docker installed?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> refusal(
      String line, Duration patience, Path said, List<String> words)
      throws IOException, InterruptedException {
    Process docker =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!docker.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      docker.destroyForcibly();
      return Optional.of("'" + line + "' did not end within " + patience.toSeconds() + " seconds");
    }
    return docker.exitValue() == 0
        ? Optional.empty()
        : Optional.of("'" + line + "' failed: " + last(said));
  }

  private static String last(Path said) {
    try {
      return new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .reduce((_, later) -> later)
          .orElse("it gave no reason");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
