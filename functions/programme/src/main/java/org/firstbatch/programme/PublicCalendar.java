package org.firstbatch.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.firstbatch.casework.act.Schemes;
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
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.OptionalColumn;
import org.firstbatch.measures.scheme.ProductClass;
import org.firstbatch.measures.scheme.YearlyNotice;

/** Calendar years and yearly notices as anybody may read them. */
final class PublicCalendar {

  private final Records records;
  private final Schemes schemes;

  PublicCalendar(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
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

  /** What holds for a year, whether by its notice or, without one, by the edition. */
  Outcome<Reply> notice(Call call) {
    return Years.inPath(call).map(year -> notice(call, year));
  }

  private Reply notice(Call call, int year) {
    Optional<Stored<Programme.Notice>> stored =
        records.find(Programme.noticeKey(call.scheme(), year)).map(Programme.NOTICE::read);
    YearlyNotice notice =
        stored
            .map(found -> found.value().value())
            .orElseGet(() -> YearlyNotice.silent(new FiscalYear(year)));
    Edition edition = schemes.edition(call.scheme(), call.at()).orElseThrow();
    RestDays restDays = Programme.restDays(records, call.scheme());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("year", year);
    view.put("given", stored.isPresent());
    view.put("filingWindows", windows(notice, edition, restDays));
    view.put(
        "requiredColumns", notice.requiredColumns().stream().map(OptionalColumn::label).toList());
    view.put(
        "negotiatedClasses", notice.negotiatedClasses().stream().map(ProductClass::label).toList());
    view.put("text", notice.canonicalText());
    Reply reply = Reply.ok(view);
    return stored.isPresent() ? reply.tagged(stored.get()) : reply;
  }

  private static List<Map<String, Object>> windows(
      YearlyNotice notice, Edition edition, RestDays restDays) {
    return notice.year().quarters().stream()
        .map(quarter -> view(notice.filingWindow(quarter, edition, restDays)))
        .toList();
  }

  private static Map<String, Object> view(FilingWindow window) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("quarter", window.quarter().toString());
    view.put("opens", window.opens());
    view.put("closes", window.lastDay());
    view.put("zh", window.closes().zh());
    view.put("en", window.closes().en());
    return view;
  }
}
