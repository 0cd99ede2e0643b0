package org.firstbatch.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.firstbatch.local.screen.Trouble;

/** A server as a process of its own, that ends with this one. */
public final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final long SECONDS_TO_STOP = 5;

  private final String name;
  private final Process process;
  private final Path log;

  private ServerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a main class.
   *
   * @param libraries the folder of its jars
   * @param options of its virtual machine
   * @param main the main class and its arguments
   */
  static ServerProcess start(
      String name, Path libraries, Path log, List<String> options, List<String> main) {
    if (!Files.isDirectory(libraries)) {
      throw new Trouble(
          "%s is not built, there is no %s: call mvn -Plocal at the top of the checkout."
              .formatted(name, libraries),
          "%s 尚未构建，缺少 %s：请在代码根目录执行 mvn -Plocal。".formatted(name, libraries));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.timezone=UTC"));
    command.addAll(options);
    command.addAll(List.of("-cp", ownClasses() + ":" + libraries.resolve("*")));
    command.add(Leash.class.getName());
    command.addAll(main);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new ServerProcess(name, process, log);
    } catch (IOException e) {
      throw new Trouble(
          "%s does not start: %s.".formatted(name, e.getMessage()),
          "%s 无法启动：%s。".formatted(name, e.getMessage()),
          e);
    }
  }

  private static Path ownClasses() {
    try {
      return Path.of(Leash.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns once its port takes connections. */
  void awaitPort(int port) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!takesConnections(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        Trouble trouble = silent(port, process.isAlive());
        close();
        throw trouble;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private Trouble silent(int port, boolean alive) {
    return new Trouble(
        "%s %s on port %d; %s"
            .formatted(
                name,
                alive
                    ? "takes no connections after %d s".formatted(PATIENCE.toSeconds())
                    : "has ended before it took connections",
                port,
                "its log %s ends: %s".formatted(log, lastWords())),
        "%s %s（端口 %d）；日志 %s 的末尾是：%s"
            .formatted(
                name,
                alive ? "%d 秒后仍不接受连接".formatted(PATIENCE.toSeconds()) : "未接受连接就已退出",
                port,
                log,
                lastWords()));
  }

  /** The last line of its log that is not of a trace. */
  private String lastWords() {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("\t") && !line.startsWith(" "))
          .reduce((_, later) -> later)
          .orElse("-");
    } catch (IOException | UncheckedIOException e) {
      return e.toString();
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

  /** Runs something when it ends by itself. */
  public void onEnd(Runnable action) {
    var _ = process.onExit().thenRun(action);
  }

  public String name() {
    return name;
  }

  /** The file of all that it has printed. */
  public Path log() {
    return log;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
