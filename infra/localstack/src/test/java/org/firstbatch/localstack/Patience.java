package org.firstbatch.localstack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens in another process. */
final class Patience {

  static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private Patience() {}

  /** Waits until something holds. */
  static void until(String what, BooleanSupplier holds) {
    until(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** Waits until there is something, and returns it. */
  static <T> T until(String what, Supplier<Optional<T>> look) {
    return until(what, LONGEST, look);
  }

  /**
   * The same.
   *
   * @param longest how long it may take
   */
  static <T> T until(String what, Duration longest, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    throw new AssertionError("Waited in vain for this: " + what);
  }
}
