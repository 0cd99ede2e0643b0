package org.firstbatch.local.screen;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What is being done, told on the screen while it takes its time, and in the log. */
public final class Progress {

  private static final int PERIOD = 6;

  private final Screen screen;
  private final PrintStream log;
  private final Instant began;
  private final Supplier<Instant> realNow;

  /**
   * @param began when the user called for it
   * @param realNow not the law's clock
   */
  public Progress(Screen screen, PrintStream log, Instant began, Supplier<Instant> realNow) {
    this.screen = screen;
    this.log = log;
    this.began = began;
    this.realNow = realNow;
  }

  /** Something outside of the year begins. */
  public void step(String english, String chinese) {
    step("", english, chinese);
  }

  /**
   * A step of the year begins.
   *
   * @param period as 2026Q3
   */
  public void step(String period, String english, String chinese) {
    log.println(("playing " + period + " " + english).replaceAll(" +", " "));
    String told = Width.left(period, PERIOD) + "  " + screen.say(english, chinese);
    screen.line(" %s  %s".formatted(Width.right(elapsed(), 5), told));
  }

  /** How long it has taken since the user called, as 2:05. */
  public String elapsed() {
    Duration taken = Duration.between(began, realNow.get());
    return "%d:%02d".formatted(taken.toMinutes(), taken.toSecondsPart());
  }
}
