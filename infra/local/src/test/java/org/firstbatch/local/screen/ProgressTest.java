package org.firstbatch.local.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Instant CALLED = Instant.parse("2026-11-28T10:00:00Z");

  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private Progress after(String time, boolean chinese) {
    Screen screen = new Screen(new PrintStream(seen, true, StandardCharsets.UTF_8), chinese, false);
    PrintStream file = new PrintStream(log, true, StandardCharsets.UTF_8);
    return new Progress(screen, file, CALLED, () -> Instant.parse("2026-11-28T" + time + "Z"));
  }

  @Test
  void shouldShowAStepOnTheScreenAndInTheLog() {
    after("10:01:05", false).step("2026Q3", "policies", "投保登记");

    assertEquals("  1:05  2026Q3  policies\n", seen.toString(StandardCharsets.UTF_8));
    assertEquals("playing 2026Q3 policies\n", log.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldSpeakChineseOnTheScreenAndAlwaysTheSameInTheLog() {
    after("10:00:09.9", true).step("starting", "启动");

    assertEquals("  0:09          启动\n", seen.toString(StandardCharsets.UTF_8));
    assertEquals("playing starting\n", log.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldTellHowLongItTookFromTheCall() {
    assertEquals("12:00", after("10:12:00", false).elapsed());
  }
}
