package org.firstbatch.storage.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Java program as a process of its own, that ends with this one. */
final class ServerProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private ServerProcess() {}

  /** Where the build has laid a server: {@code infra/servers/NAME/target/lib} of this checkout. */
  static Path libraries(String name) {
    Path folder = Path.of("").toAbsolutePath();
    for (Path above = folder; above != null; above = above.getParent()) {
      Path libraries = above.resolve("infra/servers").resolve(name).resolve("target/lib");
      if (Files.isDirectory(libraries)) {
        return libraries;
      }
    }
    throw new IllegalStateException(
        "infra/servers/%s/target/lib is not there: run mvn generate-resources -pl infra/servers/%s"
            .formatted(name, name));
  }

  /** A new folder for the log and the data of a server, under the module's {@code target}. */
  static Path folder(String name) {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "servers").toAbsolutePath()), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a main class of the libraries in a folder, to which its log goes too, and returns once
   * its port takes connections.
   */
  static void start(
      Path libraries, Path folder, int port, List<String> options, List<String> main) {
    Path log = folder.resolve("server.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.timezone=UTC"));
    command.addAll(options);
    command.addAll(List.of("-cp", libraries.resolve("*").toString()));
    command.addAll(main);
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
      awaitPort(process, port, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitPort(Process process, int port, Path log) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!takesConnections(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IllegalStateException("The server did not start:\n" + Files.readString(log));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static boolean takesConnections(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
    }
  }
}
