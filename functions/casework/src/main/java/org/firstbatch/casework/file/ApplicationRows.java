package org.firstbatch.casework.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rows from which lists of applications are read: whose turn it is, of an enterprise, of a
 * district, of an evaluator, all. Each partition is sorted by the due day, rows without one last.
 * They change in the transaction of their application.
 */
public final class ApplicationRows {

  /** An application as lists show it. */
  public static final Kind<Row> ROW = Kind.of("application-row", Row.class);

  /** Sorts behind every day. */
  private static final String NO_DAY = "~";

  private ApplicationRows() {}

  /**
   * An application as lists show it.
   *
   * @param application its id
   * @param enterprise the applicant's credit code
   * @param enterpriseName as the form says it; empty while it does not
   * @param product as the form says it; empty while it does not
   * @param state as it is stored
   * @param district where it was submitted; null for a draft
   * @param submittedAt the latest submission; null for a draft
   * @param turn whose turn it is
   * @param until the day after which it lapses; null where there is none
   * @param evaluator who assesses it; null before it is assigned
   * @param list the list that is to certify it; null otherwise
   */
  public record Row(
      String application,
      String enterprise,
      String enterpriseName,
      String product,
      State state,
      @Nullable String district,
      @Nullable Instant submittedAt,
      Turn turn,
      @Nullable LocalDate until,
      @Nullable String evaluator,
      @Nullable String list) {

    static Row of(Application application) {
      Filed filed = application.filed();
      Open open = application.open();
      return new Row(
          application.id(),
          application.enterprise(),
          application.field("enterprise.name"),
          application.field("product.name"),
          application.state(),
          filed == null ? null : filed.district(),
          filed == null ? null : filed.submittedAt(),
          application.turn(),
          open == null ? null : open.until(),
          application.evaluator(),
          application.list());
    }

    /** Where it is on a day; a list is not looked at. */
    public State stateOn(LocalDate day) {
      return ApplicationRows.stateOn(state, until, day);
    }
  }

  static State stateOn(State state, @Nullable LocalDate until, LocalDate day) {
    boolean lapses = state == State.RETURNED || state == State.SUPPLEMENT;
    return lapses && until != null && day.isAfter(until) ? State.LAPSED : state;
  }

  /** The partition of what is an organisation's turn. */
  public static String turnPartition(String scheme, String organisation) {
    return RecordKey.join(scheme, "turn", organisation);
  }

  /** The partition of an enterprise's, a district's or an evaluator's applications. */
  public static String ofPartition(String scheme, String role, String organisation) {
    return RecordKey.join(scheme, "of", role, organisation);
  }

  /** The partition of all applications, drafts too. */
  public static String allPartition(String scheme) {
    return RecordKey.join(scheme, "applications");
  }

  /** The partition of what lapses, by the day after which it does. */
  public static String lapsingPartition(String scheme) {
    return RecordKey.join(scheme, "lapsing");
  }

  /** The partition of what has working days to count by a calendar that was not known so far. */
  public static String undeterminedPartition(String scheme) {
    return RecordKey.join(scheme, "undetermined");
  }

  /** The beginning of the sort keys of a day. */
  public static String sort(@Nullable LocalDate day) {
    return day == null ? NO_DAY : day.toString();
  }

  /** Writes the rows of a new application. */
  public static void create(Unit unit, String scheme, Application application) {
    put(unit, application, keys(scheme, application));
  }

  /** Brings the rows of an application from one version to the next. */
  public static void change(
      Records records, Unit unit, String scheme, Application before, Application after) {
    Set<RecordKey> wanted = keys(scheme, after);
    Set<RecordKey> stale = keys(scheme, before);
    stale.removeAll(wanted);
    records.findAll(stale).values().stream()
        .map(ROW::read)
        .forEach((Stored<Row> row) -> unit.remove(row));
    put(unit, after, wanted);
  }

  private static void put(Unit unit, Application application, Set<RecordKey> keys) {
    Row row = Row.of(application);
    keys.forEach(key -> unit.put(ROW, key, row));
  }

  private static Set<RecordKey> keys(String scheme, Application application) {
    Row row = Row.of(application);
    Set<RecordKey> keys = new LinkedHashSet<>();
    String due = RecordKey.join(sort(row.turn().due()), row.application());
    keys.add(key(allPartition(scheme), due));
    keys.add(key(ofPartition(scheme, "enterprise", row.enterprise()), due));
    if (row.district() != null) {
      keys.add(key(ofPartition(scheme, "district", row.district()), due));
    }
    if (row.evaluator() != null) {
      keys.add(key(ofPartition(scheme, "evaluator", row.evaluator()), due));
    }
    if (!row.turn().organisation().isEmpty()) {
      keys.add(key(turnPartition(scheme, row.turn().organisation()), due));
    }
    if (row.turn().isUndetermined()) {
      keys.add(key(undeterminedPartition(scheme), row.application()));
    }
    if (row.until() != null) {
      keys.add(key(lapsingPartition(scheme), RecordKey.join(sort(row.until()), row.application())));
    }
    return keys;
  }

  private static RecordKey key(String partition, String sort) {
    return new RecordKey(Table.APPLICATIONS, partition, sort);
  }
}
