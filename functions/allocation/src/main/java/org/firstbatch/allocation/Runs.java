package org.firstbatch.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Quarter;
import org.jspecify.annotations.Nullable;

/** Runs of the quarterly job, each under its fiscal year. */
final class Runs {

  static final Kind<Run> RUN = Kind.of("run", Run.class);

  private static final Comparator<Stored<Run>> OLDEST_FIRST =
      Comparator.comparing(run -> order(run.value()));

  private Runs() {}

  /** Where a run is in its life. */
  enum State {
    REQUESTED,
    WAITING,
    RUNNING,
    NO_BUDGET,
    DRAFT;

    /** Whether nothing is left to do for it. */
    boolean isOver() {
      return this == NO_BUDGET || this == DRAFT;
    }
  }

  /**
   * A run.
   *
   * @param id from the scheduled time, or from who asked under which idempotency key
   * @param year the fiscal year
   * @param requestedBy who asked; "system" for the schedule
   * @param at the scheduled time, or when it was asked for: filings count whose window was closed
   *     then
   * @param made what it made; null before DRAFT
   * @param ground why its plan was discarded, or why it made none; null otherwise
   */
  record Run(
      String id,
      int year,
      String requestedBy,
      Instant at,
      State state,
      @Nullable Made made,
      @Nullable String ground) {

    Run with(State next) {
      return new Run(id, year, requestedBy, at, next, made, ground);
    }

    Run because(String why) {
      return new Run(id, year, requestedBy, at, state, made, why);
    }

    Run drafted(Made what) {
      return new Run(id, year, requestedBy, at, State.DRAFT, what, ground);
    }
  }

  /**
   * What a run made.
   *
   * @param place the plan's place in the year's chain
   * @param input the SHA-256 of the input file
   * @param plan the SHA-256 of the plan file
   * @param awards the SHA-256 of the file of awards per claim
   */
  record Made(int place, String input, String plan, String awards) {}

  static String scheduledId(Quarter quarter, Instant scheduled) {
    return "scheduled-" + quarter + "-" + scheduled.getEpochSecond();
  }

  static String requestedId(String scheme, String person, String idempotencyKey) {
    return "requested-"
        + Hashes.hex(RecordKey.join(scheme, person, idempotencyKey)).substring(0, 16);
  }

  static RecordKey key(String scheme, int year, String id) {
    return new RecordKey(Table.PLANS, Plans.partition(scheme, year), RecordKey.join("run", id));
  }

  static Optional<Stored<Run>> find(Records records, String scheme, int year, String id) {
    return records.find(key(scheme, year, id)).map(RUN::read);
  }

  /** All runs of a year, oldest first. */
  static List<Stored<Run>> list(Records records, String scheme, int year) {
    List<Stored<Run>> runs = new ArrayList<>();
    records.forEach(
        RecordQuery.prefixed(Table.PLANS, Plans.partition(scheme, year), "run!"),
        record -> runs.add(RUN.read(record)));
    runs.sort(OLDEST_FIRST);
    return runs;
  }

  /** What sorts runs by when they are due, then by id. */
  static String order(Run run) {
    return "%015d!%s".formatted(run.at().toEpochMilli(), run.id());
  }

  /**
   * The mark of a plan and its lines: a run that began again after its input changed must not be
   * taken for the run that wrote lines before.
   */
  static String mark(String run, long inputRevision) {
    return run + "." + inputRevision;
  }

  /** The run's id in such a mark. */
  static String idOf(String mark) {
    return mark.substring(0, mark.lastIndexOf('.'));
  }
}
