package org.firstbatch.local;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.firstbatch.local.city.Demo;
import org.firstbatch.local.screen.Progress;
import org.firstbatch.local.screen.Screen;
import org.firstbatch.local.server.Kept;

/** {@code mvn -Plocal}: everything on one machine, until Ctrl-C. */
public final class Local {

  private final Screen screen;
  private final Ending ending;

  private Local(Screen screen, Ending ending) {
    this.screen = screen;
    this.ending = ending;
  }

  /** The settings come as system properties, see {@link Settings}. */
  public static void main(String[] arguments) {
    System.exit(run(System.getProperties(), System.out, System::exit));
  }

  /**
   * Runs until it ends. Whatever is thrown, an Error too, is told to the user in a sentence.
   *
   * @param exit ends the process when it cannot go on
   * @return the status with which the process is to end
   */
  static int run(Properties properties, PrintStream out, IntConsumer exit) {
    Screen screen = new Screen(out, Settings.isChinese(properties), showsColours());
    Ending ending = new Ending(screen, exit);
    int status = 1;
    try {
      status = new Local(screen, ending).run(Settings.of(properties));
    } catch (Throwable e) {
      ending.because(e);
    }
    ending.begin();
    return status;
  }

  private int run(Settings settings) throws Exception {
    FileLock lock = Preflight.lock(settings.data());
    try {
      Preflight.check(settings);
      logTo(settings.log());
      ending.logsTo(settings.log());
      return start(settings);
    } finally {
      Reference.reachabilityFence(lock);
    }
  }

  private int start(Settings settings) throws Exception {
    if (settings.leashed()) {
      ProcessHandle.current().parent().ifPresent(Local::endWith);
    }
    Progress progress = new Progress(screen, System.err, calledAt(settings), Instant::now);
    progress.step(
        "starting DynamoDB Local, S3Proxy and the functions of template.yaml",
        "启动 DynamoDB Local、S3Proxy 和 template.yaml 中的各函数");
    Machine machine = Machine.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(machine)));
    machine
        .servers()
        .all()
        .forEach(each -> each.onEnd(() -> ending.because(each.name(), each.log())));
    machine.warm();
    boolean agreed = demo(settings, machine, progress);
    if (settings.demo() == Settings.Demo.EXIT) {
      return agreed ? 0 : 1;
    }
    new Welcome(settings, machine, screen).print();
    new CountDownLatch(1).await();
    return 0;
  }

  /** When the user called: Maven, which has built until now, if it is the parent. */
  private static Instant calledAt(Settings settings) {
    ProcessHandle own = ProcessHandle.current();
    Optional<ProcessHandle> called = settings.leashed() ? own.parent() : Optional.of(own);
    return called.flatMap(each -> each.info().startInstant()).orElseGet(Instant::now);
  }

  /** Plays the sample city on an empty store, or goes on with it where it was interrupted. */
  private boolean demo(Settings settings, Machine machine, Progress progress) {
    Path begun = settings.data().resolve("demo-begun");
    boolean wanted = machine.wasEmpty() || Files.exists(begun);
    if (settings.demo() == Settings.Demo.NONE || !wanted) {
      return true;
    }
    Kept.write(begun, "");
    Demo demo =
        new Demo(
            screen,
            progress,
            settings.address(),
            settings.demoFolder(),
            settings.root(),
            settings.data().resolve("demo-done.jsonl"),
            person -> machine.issuer().token(person, Instant.now(), Duration.ofHours(24)));
    boolean agreed = demo.play();
    if (agreed) {
      // Otherwise the next start compares again, instead of finding nothing to play and being
      // content.
      begun.toFile().delete();
    }
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

  private void close(Machine machine) {
    ending.begin();
    machine.close();
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
