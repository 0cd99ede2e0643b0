package org.firstbatch.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.firstbatch.local.screen.Screen;
import org.firstbatch.local.screen.Trouble;
import org.jspecify.annotations.Nullable;

/** How a run ends: when not well, then with one sentence, once, and the place of the log. */
final class Ending {

  private final Screen screen;
  private final IntConsumer exit;
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile @Nullable Path log;

  /**
   * @param exit ends the process with a status
   */
  Ending(Screen screen, IntConsumer exit) {
    this.screen = screen;
    this.exit = exit;
  }

  /** From now on there is a log. */
  void logsTo(Path file) {
    log = file;
  }

  /** It ends, and what ends from now on ends because of that. */
  void begin() {
    ending.set(true);
  }

  /** It ends because of this. */
  void because(Throwable thrown) {
    if (!Faults.isForeseen(thrown)) {
      // Whoever mends it needs the trace; it goes to the log, if there is one already.
      thrown.printStackTrace();
    }
    tell(Faults.of(thrown), log);
  }

  /** A server has ended; so does everything else. */
  void because(String server, Path serverLog) {
    Trouble trouble =
        new Trouble(server + " has ended by itself; all stops.", server + " 自行退出，系统随之停止。");
    if (tell(trouble, serverLog)) {
      exit.accept(1);
    }
  }

  private boolean tell(Trouble trouble, @Nullable Path logOfIt) {
    boolean first = ending.compareAndSet(false, true);
    if (first) {
      screen.trouble(trouble);
      if (logOfIt != null && Files.exists(logOfIt)) {
        screen.line(screen.say("Log: ", "日志：") + logOfIt);
      }
    }
    return first;
  }
}
