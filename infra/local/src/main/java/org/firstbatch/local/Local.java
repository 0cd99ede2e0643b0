package org.firstbatch.local;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.firstbatch.local.city.Demo;
import org.firstbatch.local.screen.Screen;
import org.firstbatch.local.server.Kept;
import org.firstbatch.local.server.ServerProcess;

/** {@code mvn -Plocal}: everything on one machine, until Ctrl-C. */
public final class Local {

  private static final AtomicBoolean CLOSING = new AtomicBoolean();

  private Local() {}

  /** The settings come as system properties, see {@link Settings}. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    int status;
    try {
      status = run(Settings.of(System.getProperties()), out);
    } catch (RuntimeException e) {
      out.println(sentence(e));
      if (!(e instanceof Trouble)) {
        // Not foreseen: whoever mends it needs the trace, and there is no log yet to look into.
        e.printStackTrace();
      }
      status = 1;
    }
    CLOSING.set(true);
    System.exit(status);
  }

  private static int run(Settings settings, PrintStream out) throws Exception {
    FileLock lock = Preflight.lock(settings.data());
    Preflight.check(settings);
    if (settings.leashed()) {
      ProcessHandle.current().parent().ifPresent(Local::endWith);
    }
    logTo(settings.data().resolve("log/functions.log"));
    Screen screen = new Screen(out, settings.chinese(), showsColours());
    Machine machine = Machine.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(machine)));
    machine.servers().all().forEach(server -> server.onEnd(() -> ended(screen, server)));
    machine.warm();
    boolean agreed = demo(settings, machine, screen);
    if (settings.demo() == Settings.Demo.EXIT) {
      return agreed ? 0 : 1;
    }
    new Welcome(settings, machine, screen).print();
    new CountDownLatch(1).await();
    return Objects.requireNonNull(lock).isValid() ? 0 : 1;
  }

  /** Plays the sample city on an empty store, or goes on with it where it was interrupted. */
  private static boolean demo(Settings settings, Machine machine, Screen screen) {
    Path begun = settings.data().resolve("demo-begun");
    boolean wanted = machine.wasEmpty() || Files.exists(begun);
    if (settings.demo() == Settings.Demo.NONE || !wanted) {
      return true;
    }
    Kept.write(begun, "");
    Demo demo =
        new Demo(
            screen,
            settings.address(),
            settings.demoFolder(),
            settings.root(),
            settings.data().resolve("demo-done.jsonl"),
            person -> machine.issuer().token(person, Instant.now(), Duration.ofHours(24)));
    boolean agreed = demo.play();
    begun.toFile().delete();
    return agreed;
  }

  private static boolean showsColours() {
    // The one convention that is an environment variable: https://no-color.org
    String noColour = System.getenv("NO_COLOR");
    Console console = System.console();
    return Objects.nonNull(console)
        && console.isTerminal()
        && (noColour == null || noColour.isEmpty());
  }

  private static void close(Machine machine) {
    CLOSING.set(true);
    machine.close();
  }

  private static void ended(Screen screen, ServerProcess server) {
    if (!CLOSING.get()) {
      screen.line(server.name() + " has ended by itself; see the log folder of the data.");
      System.exit(1);
    }
  }

  private static String sentence(RuntimeException e) {
    return e instanceof Trouble
        ? String.valueOf(e.getMessage())
        : "It went wrong: " + e.getMessage();
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
