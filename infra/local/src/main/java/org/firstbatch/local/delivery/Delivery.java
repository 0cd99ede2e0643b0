package org.firstbatch.local.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.host.FunctionFailed;
import org.firstbatch.local.host.Functions;

/** Calls a function with an event until it takes it, or puts the event aside. */
public final class Delivery {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);

  private final Functions functions;
  private final Path undelivered;

  /**
   * @param undelivered the file of what could not be delivered, in the place of the template's
   *     dead-letter queue
   */
  public Delivery(Functions functions, Path undelivered) {
    this.functions = functions;
    this.undelivered = undelivered;
  }

  /**
   * Delivers an event.
   *
   * @param retries how often it is tried again
   */
  public void deliver(String function, byte[] event, int retries) {
    for (int attempt = 0; ; attempt++) {
      try {
        functions.invoke(function, event);
        return;
      } catch (FunctionFailed | RuntimeException e) {
        Stopping.check(e);
        System.err.println("attempt " + attempt + ": " + e);
        if (attempt >= retries) {
          putAside(function, new String(event, StandardCharsets.UTF_8), e.toString());
          return;
        }
        rest(attempt);
      }
    }
  }

  /** Puts an event aside. */
  synchronized void putAside(String function, String event, String why) {
    System.err.println("put aside for " + function + ": " + why);
    String line = Json.write(Map.of("function", function, "why", why, "event", event)) + "\n";
    try {
      Files.createDirectories(undelivered.toAbsolutePath().getParent());
      Files.writeString(undelivered, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Not written: " + undelivered, e);
    }
  }

  Functions functions() {
    return functions;
  }

  /** Waits longer after each attempt. */
  static void rest(int attempt) {
    long wait = FIRST_WAIT.toNanos() << Math.min(attempt, 10);
    LockSupport.parkNanos(Math.min(wait, LONGEST_WAIT.toNanos()));
  }
}
