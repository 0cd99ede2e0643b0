package org.firstbatch.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Notice;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.YearlyNotice;

/** 第四条, 第十三条: what the notice of a year says on filing windows, columns, negotiated classes. */
final class SetNotice implements Act<SetNotice.Content, Notice> {

  /**
   * @param year the year
   * @param text the notice in the law's canonical form
   */
  record Content(int year, String text) {}

  @Override
  public ChangeKind kind() {
    return ChangeKind.SET_NOTICE;
  }

  @Override
  public Class<Content> content() {
    return Content.class;
  }

  @Override
  public Kind<Notice> target() {
    return Programme.NOTICE;
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    int year = (int) body.number("year", Years.EARLIEST, Years.LATEST);
    LawText text = body.has("text") ? LawText.sent(body, "text") : fromFields(body, year);
    Optional<YearlyNotice> parsed = text.parse(body, "notice", YearlyNotice::parse);
    parsed
        .filter(notice -> notice.year().year() != year)
        .ifPresent(
            notice ->
                body.mistake(
                    "year",
                    "正文是 " + notice.year() + " 年的",
                    "the text is that of " + notice.year()));
    return body.result(new Content(year, parsed.map(YearlyNotice::canonicalText).orElse("")));
  }

  private static LawText fromFields(Fields body, int year) {
    LawText text = new LawText().line("year", "notice " + year);
    if (body.has("filingWindows")) {
      lines(text, "filingWindows", body.objects("filingWindows", 0, 4, SetNotice::window));
    }
    words(body, text, "requiredColumns", "required-column ");
    words(body, text, "negotiatedClasses", "negotiated-class ");
    return text;
  }

  private static String window(Fields window) {
    return "filing-window %s from %s to %s"
        .formatted(window.identifier("quarter", 10), window.day("from"), window.day("to"));
  }

  private static void words(Fields body, LawText text, String field, String key) {
    if (body.has(field)) {
      lines(text, field, body.texts(field, 0, 20, 40).stream().map(key::concat).toList());
    }
  }

  private static void lines(LawText text, String field, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      text.line(field + "/" + i, lines.get(i));
    }
  }

  @Override
  public RecordKey key(String scheme, Content content) {
    return Programme.noticeKey(scheme, content.year());
  }

  @Override
  public Outcome<Notice> next(Scene scene, Content content, Optional<Notice> present) {
    return Outcome.done(new Notice(content.year(), content.text()));
  }

  @Override
  public Text summary(Content content, Notice next) {
    YearlyNotice notice = next.value();
    int windows = notice.windows().size();
    int columns = notice.requiredColumns().size();
    return Text.of(
        "%d 年通知：申报期 %d 个，必填列 %d 个".formatted(next.year(), windows, columns),
        "The notice of %d: %d filing windows, %d required columns"
            .formatted(next.year(), windows, columns));
  }

  @Override
  public Happening happening(Content content, Notice next, String change) {
    return Happening.of(
        "notice.set",
        "notice",
        String.valueOf(next.year()),
        List.of(),
        Map.of(
            "year", next.year(),
            "sha256", Hashes.hex(next.text()),
            "change", change));
  }

  @Override
  public List<Integer> years(Scene scene, Content content) {
    return scene.openYears();
  }
}
