package org.firstbatch.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
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

/**
 * 第四条, 第八条, 第九条, 第十三条: the notice of a year, on applications, filing and negotiated classes. Every
 * version stays readable.
 */
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
    LawText text = body.has("text") ? LawText.sent(body, "text") : NoticeFields.text(body, year);
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
    int materials = notice.application().materials().values().stream().mapToInt(List::size).sum();
    int industries = notice.application().industries().size();
    return Text.of(
        "%d 年通知：申报期 %d 个，必填列 %d 个，申报材料 %d 项，支持行业 %s"
            .formatted(
                next.year(),
                windows,
                columns,
                materials,
                industries == 0 ? "全部" : industries + " 个"),
        "The notice of %d: %d filing windows, %d required columns, %d materials, %s industries"
            .formatted(
                next.year(), windows, columns, materials, industries == 0 ? "all" : industries));
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
  public void alsoWrite(Scene scene, Unit unit, Content content, Notice next) {
    long version =
        1
            + scene
                .records()
                .find(key(scene.scheme(), content))
                .map(record -> Programme.NOTICE.read(record).version())
                .orElse(0L);
    unit.create(
        Programme.NOTICE,
        Programme.noticeVersionKey(scene.scheme(), content.year(), version),
        next);
  }

  @Override
  public List<Integer> years(Scene scene, Content content) {
    return scene.openYears();
  }
}
