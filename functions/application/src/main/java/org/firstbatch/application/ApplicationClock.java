package org.firstbatch.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.event.EachScheme;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.ScheduledTime;

/**
 * The daily schedule: writes down, scheme by scheme, which applications have lapsed, and the last
 * days that can be determined by now. They counted as lapsed from their day on; a run that is
 * missed or repeated changes nothing of that.
 */
final class ApplicationClock implements EventFunction.Consumer {

  private final Schemes schemes;
  private final LapseApplications lapse;
  private final DetermineDueDays dueDays;

  ApplicationClock(Schemes schemes, LapseApplications lapse, DetermineDueDays dueDays) {
    this.schemes = schemes;
    this.lapse = lapse;
    this.dueDays = dueDays;
  }

  @Override
  public Object handle(JsonNode event) {
    Instant scheduled = ScheduledTime.of(event);
    Map<String, Integer> lapsed = new TreeMap<>();
    Map<String, Integer> determined = new TreeMap<>();
    EachScheme.run(
        "clock " + scheduled,
        schemes.names(),
        scheme -> {
          lapsed.put(scheme, lapse.run(scheme, scheduled));
          determined.put(scheme, dueDays.run(scheme, scheduled));
        });
    return Map.of("lapsed", lapsed, "determined", determined);
  }
}
