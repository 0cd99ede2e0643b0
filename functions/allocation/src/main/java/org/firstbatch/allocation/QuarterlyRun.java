package org.firstbatch.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.event.EachScheme;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.ScheduledTime;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.scheme.Edition;

/**
 * The schedule (第十三条): one run per active scheme for the quarter before the scheduled time, on the
 * budget of that quarter's fiscal year. The event is {@code {"scheduledTime":
 * "2026-04-20T22:00:00Z"}}, an ISO 8601 instant; the run has its name from it, so the same event
 * again is the same run.
 */
final class QuarterlyRun implements EventFunction.Consumer {

  private final Schemes schemes;
  private final RunPlan runPlan;

  QuarterlyRun(Schemes schemes, RunPlan runPlan) {
    this.schemes = schemes;
    this.runPlan = runPlan;
  }

  @Override
  public Object handle(JsonNode event) {
    Instant scheduled = ScheduledTime.of(event);
    Quarter quarter = Quarter.of(Shanghai.dayOf(scheduled)).previous();
    String id = Runs.scheduledId(quarter, scheduled);
    EachScheme.run(
        "run " + id,
        schemes.names().stream().filter(scheme -> isActive(scheme, quarter)).toList(),
        scheme -> runPlan.run(scheme, quarter.year(), id, Actor.SYSTEM, scheduled));
    return Map.of("run", id, "quarter", quarter.toString());
  }

  /** A scheme in whose time some of the quarter's fiscal year lies. */
  private boolean isActive(String scheme, Quarter quarter) {
    return schemes
        .edition(scheme, Shanghai.startOf(quarter.lastDay()))
        .filter(edition -> overlaps(edition, quarter))
        .isPresent();
  }

  private static boolean overlaps(Edition edition, Quarter quarter) {
    return !edition.issued().isAfter(quarter.lastDay())
        && !edition.lastDay().isBefore(quarter.fiscalYear().firstDay());
  }
}
