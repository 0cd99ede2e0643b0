package org.firstbatch.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.JournalBus;
import org.firstbatch.casework.file.ApplicationChange;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Calendars;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.calendar.WorkingDays;

/**
 * Determines, when a calendar year is loaded, the last days of stages that the calendar had left
 * undetermined, and once a day those that began while one was being loaded. Each is one
 * transaction; doing it twice changes nothing more.
 *
 * <p>The day is written, not counted anew whenever it is read: lists are sorted by it, so their
 * rows must carry it, and a day that somebody was told stays what it was when a calendar is loaded
 * again. Until then a case says that its day is not determined, and from how many working days it
 * will follow; nothing is overdue by a guess.
 */
final class DetermineDueDays implements EventFunction.Consumer {

  private static final String LOADED = "calendar.loaded";
  private static final int ATTEMPTS = 4;

  private final Records records;
  private final Schemes schemes;

  DetermineDueDays(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  @Override
  public Object handle(JsonNode event) {
    return JournalBus.hear(event, this::hear);
  }

  /** Hears one entry. */
  void hear(JournalEntry entry) {
    if (entry.type().equals(LOADED)) {
      determineAll(entry.scheme(), entry.at(), entry.request());
    }
  }

  /** Determines what can be by now; returns how many last days there were. */
  int run(String scheme, Instant at) {
    return determineAll(scheme, at, "clock-" + at);
  }

  private int determineAll(String scheme, Instant at, String request) {
    String edition = String.valueOf(schemes.edition(scheme, at).orElseThrow().number());
    Actor actor = Actor.system(scheme, at, request, edition);
    int determined = 0;
    for (String id : listUndetermined(scheme)) {
      determined += determine(actor, id) ? 1 : 0;
    }
    return determined;
  }

  private List<String> listUndetermined(String scheme) {
    List<String> ids = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.APPLICATIONS, ApplicationRows.undeterminedPartition(scheme)),
        record -> ids.add(ApplicationRows.ROW.read(record).value().application()));
    return ids;
  }

  private boolean determine(Actor actor, String id) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Unit unit = new Unit(actor);
      Applications.find(records, actor.scheme(), id)
          .filter(found -> found.value().turn().isUndetermined())
          .ifPresent(found -> determine(unit, found));
      if (unit.isEmpty()) {
        return false;
      }
      if (Commits.isCommitted(records, unit)) {
        return true;
      }
    }
    throw new RetryableFault("Application " + id + " changes all the time");
  }

  private void determine(Unit unit, Stored<Application> found) {
    String scheme = unit.actor().scheme();
    Optional<Stored<Calendars>> loaded =
        records.find(Programme.calendarsKey(scheme)).map(Programme.CALENDARS::read);
    loaded
        .flatMap(calendars -> lastDay(found.value().turn(), calendars.value()))
        .ifPresent(
            day -> {
              loaded.ifPresent(unit::rely);
              write(unit, found, day);
            });
  }

  private static Optional<LocalDate> lastDay(Turn turn, Calendars calendars) {
    int days = Objects.requireNonNull(turn.days(), "working days");
    return WorkingDays.after(Shanghai.dayOf(turn.since()), days, calendars.restDays());
  }

  private void write(Unit unit, Stored<Application> found, LocalDate day) {
    Application old = found.value();
    Application now = ApplicationChange.of(old).turn(old.turn().dueOn(day)).made();
    ApplicationRows.change(records, unit, unit.actor().scheme(), old, now);
    Happening happening =
        Happening.of(
            "application.due-determined",
            "application",
            old.id(),
            Case.concerned(old),
            Map.of("organisation", old.turn().organisation(), "due", day));
    unit.change(Applications.APPLICATION, found, now, happening);
  }
}
