package org.firstbatch.local.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CronTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static List<Instant> due(String expression, String upTo) {
    return new Cron(expression, SHANGHAI).due(START, Instant.parse(upTo));
  }

  @Test
  void shouldRunFourTimesAYearAtSixInShanghai() {
    assertEquals(
        List.of(
            Instant.parse("2026-01-20T22:00:00Z"),
            Instant.parse("2026-04-20T22:00:00Z"),
            Instant.parse("2026-07-20T22:00:00Z"),
            Instant.parse("2026-10-20T22:00:00Z")),
        due("cron(0 6 21 1,4,7,10 ? *)", "2026-12-31T00:00:00Z"));
  }

  @Test
  void shouldCountTheLastInstantAndNotTheFirst() {
    Cron cron = new Cron("cron(0 6 21 1,4,7,10 ? *)", SHANGHAI);
    Instant first = Instant.parse("2026-01-20T22:00:00Z");

    assertEquals(List.of(first), cron.due(first.minusNanos(1), first));
    assertEquals(List.of(), cron.due(first, first.plusSeconds(1)));
  }

  @Test
  void shouldReadRangesStepsAndWeekdays() {
    assertEquals(
        List.of(Instant.parse("2026-01-05T00:15:00Z"), Instant.parse("2026-01-05T00:45:00Z")),
        due("cron(15/30 8 ? * 2-2 2026)", "2026-01-06T00:00:00Z"));
  }

  @Test
  void shouldRefuseWhatIsNoSuchExpression() {
    assertThrows(IllegalArgumentException.class, () -> new Cron("rate(1 day)", SHANGHAI));
    assertThrows(IllegalArgumentException.class, () -> new Cron("cron(0 24 1 1 ? *)", SHANGHAI));
    assertThrows(IllegalArgumentException.class, () -> new Cron("cron(0 6 21 1 ?)", SHANGHAI));
  }
}
