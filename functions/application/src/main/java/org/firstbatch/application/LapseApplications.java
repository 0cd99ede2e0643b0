package org.firstbatch.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ApplicationChange;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.ApplicationRows.Row;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Closing;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;

/** Writes down which applications have lapsed, each in a transaction of its own. */
final class LapseApplications {

  private final Records records;
  private final Schemes schemes;

  LapseApplications(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  /** Writes down what has lapsed before an instant; returns how many there were. */
  int run(String scheme, Instant at) {
    int lapsed = 0;
    for (String id : past(scheme, Shanghai.dayOf(at))) {
      lapsed += lapse(scheme, id, at) ? 1 : 0;
    }
    return lapsed;
  }

  /** The applications whose day is over: the rows are sorted by it. */
  private List<String> past(String scheme, LocalDate day) {
    List<String> past = new ArrayList<>();
    RecordQuery query =
        RecordQuery.all(Table.APPLICATIONS, ApplicationRows.lapsingPartition(scheme));
    var page = records.page(query);
    while (takePast(page.records(), day, past) && page.next() != null) {
      page = records.page(query.after(page.next()));
    }
    return past;
  }

  private static boolean takePast(List<StoredRecord> rows, LocalDate day, List<String> past) {
    for (StoredRecord record : rows) {
      Row row = ApplicationRows.ROW.read(record).value();
      if (row.stateOn(day) != State.LAPSED) {
        return false;
      }
      past.add(row.application());
    }
    return true;
  }

  private boolean lapse(String scheme, String id, Instant at) {
    return Applications.find(records, scheme, id)
        .filter(stored -> stored.value().state() != State.LAPSED)
        .filter(stored -> stored.value().stateOn(Shanghai.dayOf(at)) == State.LAPSED)
        .filter(stored -> isWritten(scheme, stored, at))
        .isPresent();
  }

  /** Not when it was changed meanwhile: then it is looked at again the next day. */
  private boolean isWritten(String scheme, Stored<Application> stored, Instant at) {
    String edition = String.valueOf(schemes.edition(scheme, at).orElseThrow().number());
    Unit unit = new Unit(Actor.system(scheme, at, "clock-" + at, edition));
    Application old = stored.value();
    Application now = lapsed(old);
    ApplicationRows.change(records, unit, scheme, old, now);
    unit.change(Applications.APPLICATION, stored, now, happening(old));
    String seed = scheme + "!" + old.id() + "!lapsed!" + stored.version();
    return records.commit(unit.transaction(seed)) instanceof Commit.Committed;
  }

  private static Application lapsed(Application old) {
    LocalDate until = until(old);
    Instant end = Shanghai.startOf(until.plusDays(1));
    return ApplicationChange.of(old)
        .to(State.LAPSED, Turn.of("", end))
        .open(null)
        .closing(new Closing(null, "期限 " + until + " 届满未补正", end))
        .made();
  }

  private static Happening happening(Application old) {
    return Happening.of(
        "application.lapsed",
        "application",
        old.id(),
        Case.concerned(old),
        Map.of("from", old.state(), "until", until(old)));
  }

  private static LocalDate until(Application application) {
    Open open = Objects.requireNonNull(application.open(), application.id());
    return Objects.requireNonNull(open.until(), application.id());
  }
}
