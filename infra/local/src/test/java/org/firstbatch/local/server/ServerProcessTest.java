package org.firstbatch.local.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.firstbatch.local.screen.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: whatever becomes of the parent, no child is left. */
class ServerProcessTest {

  /** A server that would never end. */
  public static final class Waits {
    private Waits() {}

    public static void main(String[] arguments) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  /** A server that finds its port taken. */
  public static final class Fails {
    private Fails() {}

    public static void main(String[] arguments) {
      System.out.println("starting");
      throw new IllegalStateException("Address already in use");
    }
  }

  /** This program, as far as it matters: starts a server, tells its number, and waits. */
  public static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(start(Path.of(arguments[0]), Waits.class).handle().pid());
      new CountDownLatch(1).await();
    }
  }

  private static final long SECONDS = 60;

  @TempDir private Path folder;

  private static ServerProcess start(Path folder, Class<?> main) {
    return ServerProcess.start(
        "Server",
        folder.resolve("lib"),
        folder.resolve("log/server.log"),
        List.of(),
        List.of(main.getName()));
  }

  @BeforeEach
  void layOutTheServers() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    try (OutputStream file = Files.newOutputStream(folder.resolve("lib/server.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      for (Class<?> type : List.of(Waits.class, Fails.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
          Objects.requireNonNull(bytes).transferTo(jar);
        }
      }
    }
  }

  private static void awaitEnd(ProcessHandle handle) throws Exception {
    try {
      handle.onExit().get(SECONDS, TimeUnit.SECONDS);
    } finally {
      handle.destroyForcibly();
    }
  }

  private Process parent() throws IOException {
    String own = location(Parent.class) + File.pathSeparator + location(ServerProcess.class);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-cp", own, Parent.class.getName(), folder.toString())
        .redirectError(folder.resolve("parent.log").toFile())
        .start();
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProcessHandle childOf(Process parent) throws IOException {
    BufferedReader told = parent.inputReader(StandardCharsets.UTF_8);
    return ProcessHandle.of(Long.parseLong(told.readLine())).orElseThrow();
  }

  @Test
  void shouldEndTheServerWhenItIsClosed() throws Exception {
    ServerProcess server = start(folder, Waits.class);
    ProcessHandle handle = server.handle();
    assertTrue(handle.isAlive());

    server.close();

    awaitEnd(handle);
    assertFalse(handle.isAlive());
  }

  @Test
  void shouldLeaveNoServerBehindWhenTheParentIsStopped() throws Exception {
    Process parent = parent();
    ProcessHandle child = childOf(parent);

    parent.destroy();

    awaitEnd(parent.toHandle());
    awaitEnd(child);
  }

  @Test
  void shouldLeaveNoServerBehindWhenTheParentIsKilled() throws Exception {
    Process parent = parent();
    ProcessHandle child = childOf(parent);

    parent.destroyForcibly();

    awaitEnd(child);
  }

  @Test
  void shouldTellWhenAServerEndsByItself() throws Exception {
    try (ServerProcess server = start(folder, Fails.class)) {
      CompletableFuture<String> told = new CompletableFuture<>();

      server.onEnd(() -> told.complete(server.name()));

      assertEquals("Server", told.get(SECONDS, TimeUnit.SECONDS));
    }
  }

  @Test
  void shouldSayWhatTheServerSaidLastWhenItDoesNotStart() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (ServerProcess server = start(folder, Fails.class)) {
      Trouble trouble = assertThrows(Trouble.class, () -> server.awaitPort(port));

      assertTrue(
          trouble
              .english()
              .startsWith("Server has ended before it took connections on port " + port + "; "),
          trouble.english());
      assertTrue(trouble.english().endsWith("Address already in use"), trouble.english());
      assertTrue(trouble.english().contains(server.log().toString()), trouble.english());
      assertTrue(trouble.chinese().startsWith("Server 未接受连接就已退出（端口 " + port), trouble.chinese());
    }
  }

  @Test
  void shouldSayHowToBuildAServerThatIsNotThere() {
    Path nowhere = folder.resolve("nowhere");

    Trouble trouble = assertThrows(Trouble.class, () -> start(nowhere, Waits.class));

    assertEquals(
        "Server is not built, there is no %s: call mvn -Plocal at the top of the checkout."
            .formatted(nowhere.resolve("lib")),
        trouble.english());
  }
}
