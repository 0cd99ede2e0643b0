package org.firstbatch.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Calendars;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.calendar.CalendarYear;
import org.firstbatch.measures.explain.Text;

/** The State Council's notice for a year, beside those that ship or in the place of one. */
final class LoadCalendar implements Act<LoadCalendar.Content, Calendars> {

  /** All calendar years of a scheme have one history. */
  static final String SUBJECT = "loaded";

  private static final int MOST_DAYS = 100;

  /**
   * @param year the calendar year
   * @param text its notices, rest days and workdays, in the law's canonical form
   */
  record Content(int year, String text) {}

  @Override
  public ChangeKind kind() {
    return ChangeKind.LOAD_CALENDAR;
  }

  @Override
  public Class<Content> content() {
    return Content.class;
  }

  @Override
  public Kind<Calendars> target() {
    return Programme.CALENDARS;
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    int year = (int) body.number("year", Years.EARLIEST, Years.LATEST);
    LawText text =
        body.has("text") || !body.has("notices")
            ? LawText.sent(body, "text")
            : fromFields(body, year);
    Optional<CalendarYear> parsed = text.parse(body, "calendar", CalendarYear::parse);
    parsed
        .filter(calendar -> calendar.year() != year)
        .ifPresent(
            calendar ->
                body.mistake(
                    "year",
                    "正文是 " + calendar.year() + " 年的",
                    "the text is that of " + calendar.year()));
    return body.result(new Content(year, parsed.map(CalendarYear::canonicalText).orElse("")));
  }

  private static LawText fromFields(Fields body, int year) {
    LawText text = new LawText().line("year", "year " + year);
    List<String> notices = body.texts("notices", 1, 10, 300);
    for (int i = 0; i < notices.size(); i++) {
      text.line("notices/" + i, "notice " + notices.get(i));
    }
    days(body, text, "restDays", "rest");
    if (body.has("workdays")) {
      days(body, text, "workdays", "work");
    }
    return text;
  }

  private static void days(Fields body, LawText text, String field, String key) {
    List<String> days =
        body.objects(
            field,
            0,
            MOST_DAYS,
            day -> key + " " + day.day("day") + " " + day.text("occasion", 1, 50));
    for (int i = 0; i < days.size(); i++) {
      text.line(field + "/" + i, days.get(i));
    }
  }

  @Override
  public RecordKey key(String scheme, Content content) {
    return Programme.calendarsKey(scheme);
  }

  @Override
  public Outcome<Calendars> next(Scene scene, Content content, Optional<Calendars> present) {
    TreeMap<Integer, String> years = new TreeMap<>();
    present.ifPresent(loaded -> years.putAll(loaded.years()));
    years.put(content.year(), content.text());
    return Outcome.done(new Calendars(years));
  }

  @Override
  public Text summary(Content content, Calendars next) {
    CalendarYear calendar = CalendarYear.parse("calendar", content.text());
    int rest = calendar.restDays().size();
    int work = calendar.makeUpWorkdays().size();
    return Text.of(
        "加载 %d 年放假安排：放假 %d 天，调休上班 %d 天".formatted(content.year(), rest, work),
        "The calendar of %d: %d holidays, %d make-up workdays"
            .formatted(content.year(), rest, work));
  }

  @Override
  public Happening happening(Content content, Calendars next, String change) {
    return Happening.of(
        "calendar.loaded",
        "calendar",
        SUBJECT,
        List.of(),
        Map.of(
            "year", content.year(),
            "sha256", Hashes.hex(content.text()),
            "change", change));
  }

  @Override
  public List<Integer> years(Scene scene, Content content) {
    return scene.openYears();
  }
}
