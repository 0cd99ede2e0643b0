package org.firstbatch.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.firstbatch.local.server.Kept;

/**
 * The law's clock: it stands where it was put, over restarts too, and only moves forward. Tokens,
 * links and time-outs do not follow it.
 */
public final class LawClock {

  private final Path file;
  private volatile Instant now;

  /**
   * @param start where it stands if it was never moved
   */
  public LawClock(Path file, Instant start) {
    this.file = file;
    this.now = read(file, start);
  }

  private static Instant read(Path file, Instant start) {
    try {
      return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : start;
    } catch (IOException e) {
      throw new UncheckedIOException("The clock is not readable: " + file, e);
    } catch (DateTimeException e) {
      throw Kept.damaged(file, e);
    }
  }

  public Instant now() {
    return now;
  }

  /**
   * Moves it.
   *
   * @throws IllegalArgumentException when that is back in time
   */
  void set(Instant to) {
    if (to.isBefore(now)) {
      throw new IllegalArgumentException(
          "The clock stands at " + now + " and does not go back to " + to);
    }
    Kept.write(file, to + "\n");
    now = to;
  }
}
