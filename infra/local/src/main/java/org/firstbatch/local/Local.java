package org.firstbatch.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Plocal}: everything on one machine, until Ctrl-C. */
public final class Local {

  private Local() {}

  /** The settings come as system properties, see {@link Settings}. */
  public static void main(String[] arguments) throws Exception {
    PrintStream screen = System.out;
    int status;
    try {
      status = run(Settings.of(System.getProperties()), screen);
    } catch (Trouble trouble) {
      screen.println(trouble.getMessage());
      status = 1;
    }
    System.exit(status);
  }

  private static int run(Settings settings, PrintStream screen) throws Exception {
    FileLock lock = Preflight.lock(settings.data());
    Preflight.check(settings);
    if (settings.leashed()) {
      ProcessHandle.current().parent().ifPresent(Local::endWith);
    }
    logTo(settings.data().resolve("log/functions.log"));
    Machine machine = Machine.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(machine::close));
    machine.warm();
    screen.println(settings.address() + "  " + machine.functions().size() + " functions");
    new CountDownLatch(1).await();
    return Objects.requireNonNull(lock).isValid() ? 0 : 1;
  }

  private static void endWith(ProcessHandle parent) {
    var _ = parent.onExit().thenRun(() -> System.exit(1));
  }

  /** What functions and this program log goes to a file; the screen is the user's. */
  private static void logTo(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    PrintStream log =
        new PrintStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8);
    System.setOut(log);
    System.setErr(log);
  }
}
