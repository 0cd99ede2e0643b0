package org.firstbatch.casework.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.firstbatch.casework.problem.PermanentFault;

/**
 * The instant for which a schedule called a function, from the event {@code {"scheduledTime":
 * "2026-04-20T22:00:00Z"}}: whatever is called again for it is the same run.
 */
public final class ScheduledTime {

  private ScheduledTime() {}

  public static Instant of(JsonNode event) {
    String time = event.path("scheduledTime").asText();
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      throw new PermanentFault(
          "scheduledTime is an ISO 8601 instant such as 2026-04-20T22:00:00Z, not \"" + time + "\"",
          e);
    }
  }
}
