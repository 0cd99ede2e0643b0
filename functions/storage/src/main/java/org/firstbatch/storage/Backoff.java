package org.firstbatch.storage;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;
import org.firstbatch.casework.problem.RetryableFault;

/**
 * How often something is tried, and how long it rests in between: a random time up to a ceiling
 * that doubles (full jitter), so that writers who met once do not meet again.
 *
 * @param attempts how often in all, at least 1
 * @param base the ceiling of the first rest
 * @param cap the ceiling of every rest
 * @param random a number from 0 to a bound, inclusive
 * @param sleeper what rests
 */
public record Backoff(
    int attempts, Duration base, Duration cap, LongUnaryOperator random, Sleeper sleeper) {

  /** What rests for a while. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }

  /** Ten attempts within about five seconds. */
  public static Backoff standard() {
    return new Backoff(
        10,
        Duration.ofMillis(20),
        Duration.ofSeconds(1),
        bound -> ThreadLocalRandom.current().nextLong(bound + 1),
        Thread::sleep);
  }

  boolean isLast(int attempt) {
    return attempt >= attempts;
  }

  /**
   * Rests after an attempt.
   *
   * @param attempt 1 after the first
   */
  void rest(int attempt) {
    long ceiling = Math.min(cap.toMillis(), base.toMillis() << Math.min(attempt - 1, 20));
    try {
      sleeper.sleep(Duration.ofMillis(random.applyAsLong(ceiling)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableFault("Interrupted between two attempts", e);
    }
  }
}
