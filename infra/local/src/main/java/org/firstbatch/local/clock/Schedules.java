package org.firstbatch.local.clock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.firstbatch.local.delivery.Delivery;
import org.firstbatch.local.template.FunctionSpec;

/**
 * Moves the clock and calls on the way whatever is due, in order, each with its scheduled time. The
 * clock stands just before that time until the call has ended: if the process dies, the call is
 * made again.
 */
public final class Schedules {

  private static final String SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

  private final LawClock clock;
  private final List<FunctionSpec> functions;
  private final Delivery delivery;

  public Schedules(LawClock clock, List<FunctionSpec> functions, Delivery delivery) {
    this.clock = clock;
    this.functions = functions;
    this.delivery = delivery;
  }

  /** A call that is due. */
  record Due(Instant at, String function, FunctionSpec.Schedule schedule) {}

  /**
   * Moves the clock.
   *
   * @return what was called on the way
   * @throws IllegalArgumentException when that is back in time
   */
  public synchronized List<Instant> moveTo(Instant to) {
    List<Due> due = due(clock.now(), to);
    for (Due each : due) {
      clock.set(each.at().minusNanos(1));
      fire(each);
      clock.set(each.at());
    }
    clock.set(to);
    return due.stream().map(Due::at).toList();
  }

  List<Due> due(Instant after, Instant upTo) {
    List<Due> due = new ArrayList<>();
    for (FunctionSpec function : functions) {
      for (FunctionSpec.Schedule schedule : function.schedules()) {
        new Cron(schedule.expression(), ZoneId.of(schedule.zone()))
            .due(after, upTo)
            .forEach(at -> due.add(new Due(at, function.name(), schedule)));
      }
    }
    due.sort(Comparator.comparing(Due::at).thenComparing(Due::function));
    return due;
  }

  private void fire(Due due) {
    String input = due.schedule().input().replace(SCHEDULED_TIME, due.at().toString());
    delivery.deliver(
        due.function(), input.getBytes(StandardCharsets.UTF_8), due.schedule().retries());
  }
}
