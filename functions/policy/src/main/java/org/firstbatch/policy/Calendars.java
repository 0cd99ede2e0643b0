package org.firstbatch.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.RestDays;
import org.jspecify.annotations.Nullable;

/**
 * The rest days as far as they are known, read from their text once per version: reading the
 * notices of a dozen years anew would take longer than deciding on a policy.
 */
final class Calendars {

  private record Known(long version, RestDays restDays) {}

  private final RestDays shipped = RestDays.shipped();
  private final Map<RecordKey, Known> known = new ConcurrentHashMap<>();

  /** The rest days of a record, or those that ship when there is none. */
  RestDays of(@Nullable Stored<Programme.Calendars> loaded) {
    if (loaded == null) {
      return shipped;
    }
    Known before = known.get(loaded.key());
    if (before != null && before.version() == loaded.version()) {
      return before.restDays();
    }
    RestDays restDays = loaded.value().restDays();
    known.put(loaded.key(), new Known(loaded.version(), restDays));
    return restDays;
  }
}
