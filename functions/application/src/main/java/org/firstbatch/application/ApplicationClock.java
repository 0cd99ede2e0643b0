package org.firstbatch.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.ScheduledTime;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daily schedule: writes down, scheme by scheme, which applications have lapsed. They counted
 * as lapsed from their day on; a run that is missed or repeated changes nothing of that.
 */
final class ApplicationClock implements EventFunction.Consumer {

  private static final Logger LOGGER = LoggerFactory.getLogger("firstbatch.application-clock");

  private final Schemes schemes;
  private final LapseApplications lapse;

  ApplicationClock(Schemes schemes, LapseApplications lapse) {
    this.schemes = schemes;
    this.lapse = lapse;
  }

  @Override
  public Object handle(JsonNode event) {
    Instant scheduled = ScheduledTime.of(event);
    Map<String, Integer> lapsed = new TreeMap<>();
    List<String> failed = new ArrayList<>();
    for (String scheme : schemes.names()) {
      if (!hasRun(scheme, scheduled, lapsed)) {
        failed.add(scheme);
      }
    }
    if (!failed.isEmpty()) {
      throw new RetryableFault("The clock of " + scheduled + " failed for " + failed);
    }
    return Map.of("lapsed", lapsed);
  }

  /** One scheme's fault does not keep the others from running. */
  private boolean hasRun(String scheme, Instant scheduled, Map<String, Integer> lapsed) {
    try {
      lapsed.put(scheme, lapse.run(scheme, scheduled));
      return true;
    } catch (RetryableFault | PermanentFault fault) {
      LOGGER.error("the clock of {} failed: {}", scheme, fault.toString(), fault);
      return false;
    }
  }
}
