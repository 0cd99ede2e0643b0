package org.firstbatch.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Calendars;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.CalendarYear;
import org.firstbatch.measures.calendar.RestDays;

/** Calendar years as anybody may read them. */
final class PublicCalendar {

  private final Records records;

  PublicCalendar(Records records) {
    this.records = records;
  }

  /** Every year that is known, and whether it ships or was loaded. */
  Outcome<Reply> calendars(Call call) {
    Optional<Calendars> loaded = loaded(call).map(Stored::value);
    RestDays known = loaded.map(Calendars::restDays).orElseGet(RestDays::shipped);
    List<Map<String, Object>> items =
        known.years().values().stream()
            .map(year -> head(year, loaded.filter(all -> has(all, year)).isPresent()))
            .toList();
    return Outcome.done(Reply.ok(Paging.body(items, null)));
  }

  Outcome<Reply> calendar(Call call) {
    Optional<Stored<Calendars>> stored = loaded(call);
    Optional<Calendars> loaded = stored.map(Stored::value);
    RestDays known = loaded.map(Calendars::restDays).orElseGet(RestDays::shipped);
    return Years.inPath(call)
        .then(
            year ->
                known
                    .findYear(year)
                    .map(
                        found ->
                            Outcome.done(
                                Reply.ok(
                                    whole(
                                        found, loaded.filter(all -> has(all, found)).isPresent()))))
                    .orElseGet(() -> Outcome.refused(Problem.notFound())));
  }

  private Optional<Stored<Calendars>> loaded(Call call) {
    return records.find(Programme.calendarsKey(call.scheme())).map(Programme.CALENDARS::read);
  }

  private static boolean has(Calendars loaded, CalendarYear year) {
    return loaded.years().containsKey(year.year());
  }

  private static Map<String, Object> head(CalendarYear year, boolean loaded) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("year", year.year());
    view.put("source", loaded ? "LOADED" : "SHIPPED");
    view.put("notices", year.notices());
    view.put("sha256", year.sha256());
    return view;
  }

  private static Map<String, Object> whole(CalendarYear year, boolean loaded) {
    Map<String, Object> view = head(year, loaded);
    view.put("restDays", days(year.restDays()));
    view.put("workdays", days(year.makeUpWorkdays()));
    view.put("text", year.canonicalText());
    return view;
  }

  private static List<Map<String, Object>> days(SortedMap<LocalDate, String> days) {
    List<Map<String, Object>> items = new ArrayList<>();
    days.forEach((day, occasion) -> items.add(Map.of("day", day, "occasion", occasion)));
    return items;
  }
}
