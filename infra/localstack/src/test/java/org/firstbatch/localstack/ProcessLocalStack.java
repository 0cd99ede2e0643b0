package org.firstbatch.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.firstbatch.local.host.LambdaHttpHost;

/** LocalStack's Python package as a process of this machine, with our Lambda host behind it. */
final class ProcessLocalStack implements LocalStack {

  private static final int SECONDS_TO_STOP = 15;

  private final URI endpoint;
  private final LambdaHttpHost host;
  private final Process process;
  private final Path log;

  /**
   * Starts it.
   *
   * @param python an interpreter that has what {@code python/constraints.txt} lists
   */
  ProcessLocalStack(Path python) {
    endpoint = URI.create("http://127.0.0.1:" + freePort());
    host = Hosted.start(0, endpoint);
    try {
      Path target = Files.createDirectories(Project.folder().resolve("target"));
      Path data = Files.createTempDirectory(target, "localstack");
      Files.createDirectories(data);
      DynamoDbLayout.lay(data.resolve("var/lib/localstack/lib"));
      writeCatalogue(data);
      log = data.resolve("localstack.log");
      process = start(python, data, log);
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
      Patience.until(
          "LocalStack answers; its log: " + log, () -> !process.isAlive() || isHealthy());
    } catch (IOException e) {
      throw new UncheckedIOException("LocalStack does not start with " + python, e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeCatalogue(Path data) throws IOException {
    Path file = data.resolve(Settings.CATALOGUE_FILE.substring(1));
    Files.createDirectories(file.getParent());
    Files.writeString(file, Settings.CATALOGUE);
  }

  private Process start(Path python, Path data, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(python.toString(), "-m", "localstack.runtime.main")
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(Settings.environment());
    builder.environment().putAll(place(data));
    return builder.start();
  }

  private Map<String, String> place(Path data) {
    return Map.of(
        "FILESYSTEM_ROOT",
        data.toString(),
        "DNS_ADDRESS",
        "0",
        // Else it writes elsewhere whenever it finds itself in a container.
        "OVERRIDE_IN_DOCKER",
        "0",
        "GATEWAY_LISTEN",
        endpoint.getAuthority(),
        "LOCALSTACK_HOST",
        "localhost:" + endpoint.getPort(),
        "LAMBDA_RUNTIME_EXECUTOR",
        "http",
        "LAMBDA_HTTP_HOST",
        "http://127.0.0.1:" + host.port(),
        "PYTHONPATH",
        Project.folder().resolve("python/plugin").toString(),
        "AWS_ACCESS_KEY_ID",
        Aws.KEY,
        "AWS_SECRET_ACCESS_KEY",
        Aws.KEY);
  }

  private boolean isHealthy() {
    return Web.status(endpoint.resolve("/_localstack/health")) == 200;
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public String log() {
    return log.toString();
  }

  @Override
  public void close() {
    stop();
    host.close();
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
    }
  }
}
