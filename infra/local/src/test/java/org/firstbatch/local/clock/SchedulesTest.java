package org.firstbatch.local.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstbatch.local.delivery.Delivery;
import org.firstbatch.local.host.Functions;
import org.firstbatch.local.template.FunctionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {

  private static final Instant START = Instant.parse("2025-11-03T01:00:00Z");
  private static final Instant END = Instant.parse("2026-05-01T00:00:00Z");

  @TempDir private Path folder;
  private final List<String> calls = new ArrayList<>();

  private LawClock clock() {
    return new LawClock(folder.resolve("clock"), START);
  }

  private Schedules schedules(LawClock clock, Functions functions) {
    FunctionSpec.Schedule quarterly =
        new FunctionSpec.Schedule(
            "Quarterly",
            "cron(0 6 21 1,4,7,10 ? *)",
            "Asia/Shanghai",
            "{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}",
            0);
    FunctionSpec function =
        new FunctionSpec(
            "Job",
            Path.of("job.jar"),
            "Job",
            Map.of(),
            3,
            List.of(),
            List.of(quarterly),
            List.of(),
            List.of());
    Delivery delivery = new Delivery(functions, folder.resolve("undelivered"));
    return new Schedules(clock, List.of(function), delivery);
  }

  private byte[] keep(byte[] event) {
    calls.add(new String(event, StandardCharsets.UTF_8));
    return new byte[0];
  }

  @Test
  void shouldCallWhatIsDueOnTheWayInOrder() {
    LawClock clock = clock();

    schedules(clock, (_, event) -> keep(event)).moveTo(END);

    assertEquals(
        List.of(
            "{\"scheduledTime\":\"2026-01-20T22:00:00Z\"}",
            "{\"scheduledTime\":\"2026-04-20T22:00:00Z\"}"),
        calls);
    assertEquals(END, clock.now());
  }

  @Test
  void shouldCallAgainWhatTheProcessDiedIn() {
    Functions dies =
        (_, _) -> {
          throw new Error("killed");
        };
    assertThrows(Error.class, () -> schedules(clock(), dies).moveTo(END));

    schedules(clock(), (_, event) -> keep(event)).moveTo(END);

    assertEquals(2, calls.size());
  }

  @Test
  void shouldNotGoBack() {
    LawClock clock = clock();
    Schedules schedules = schedules(clock, (_, event) -> keep(event));
    schedules.moveTo(END);

    assertThrows(IllegalArgumentException.class, () -> schedules.moveTo(START));
    assertEquals(END, clock().now());
  }
}
