package org.firstbatch.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Notice;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.LastDay;
import org.firstbatch.measures.calendar.Periods;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.scheme.ApplicationTerms;
import org.firstbatch.measures.scheme.Condition;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.HandlingStage;
import org.firstbatch.measures.scheme.OptionalColumn;
import org.firstbatch.measures.scheme.ProductClass;
import org.firstbatch.measures.scheme.YearlyNotice;

/** Yearly notices as anybody may read them, the present one and each before it. */
final class PublicNotice {

  private final Records records;
  private final Schemes schemes;

  PublicNotice(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  /** What holds for a year, whether by its notice or, without one, by the edition. */
  Outcome<Reply> show(Call call) {
    return Years.inPath(call)
        .then(
            year ->
                call.query("version")
                    .map(version -> earlier(call, year, version))
                    .orElseGet(() -> Outcome.done(present(call, year))));
  }

  private Reply present(Call call, int year) {
    Optional<Stored<Notice>> stored =
        records.find(Programme.noticeKey(call.scheme(), year)).map(Programme.NOTICE::read);
    if (stored.isEmpty()) {
      return Reply.ok(view(call, YearlyNotice.silent(new FiscalYear(year)), 0));
    }
    Stored<Notice> found = stored.get();
    return given(call, found.value(), found.version());
  }

  private Outcome<Reply> earlier(Call call, int year, String version) {
    if (!version.matches("[1-9][0-9]{0,5}")) {
      return Outcome.refused(
          Problem.invalid(
              "?version", "版本号应为正整数，例如 1", "a version is a whole number, for example 1"));
    }
    long number = Long.parseLong(version);
    return records
        .find(Programme.noticeVersionKey(call.scheme(), year, number))
        .map(record -> Programme.NOTICE.read(record).value())
        .map(notice -> Outcome.done(given(call, notice, number)))
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  private Reply given(Call call, Notice notice, long version) {
    return Reply.ok(view(call, notice.value(), version)).tagged(version);
  }

  /**
   * @param version 0 where no notice was given
   */
  private Map<String, Object> view(Call call, YearlyNotice notice, long version) {
    Edition edition = schemes.edition(call.scheme(), call.at()).orElseThrow();
    RestDays restDays = Programme.restDays(records, call.scheme());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("year", notice.year().year());
    view.put("given", version > 0);
    view.put("version", version);
    view.put("filingWindows", filingWindows(notice, edition, restDays));
    view.put(
        "requiredColumns", notice.requiredColumns().stream().map(OptionalColumn::label).toList());
    view.put(
        "negotiatedClasses", notice.negotiatedClasses().stream().map(ProductClass::label).toList());
    view.putAll(applications(notice.application(), restDays));
    view.put("workingDays", workingDays(call, notice, edition));
    view.put("text", notice.canonicalText());
    view.put("sha256", notice.sha256());
    return view;
  }

  private static Map<String, Object> applications(ApplicationTerms terms, RestDays restDays) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("requiredMaterials", materials(terms));
    view.put("supportedIndustries", terms.industries());
    terms.findWindow().ifPresent(days -> view.put("applicationWindow", window(days, restDays)));
    terms
        .findUnitPriceThreshold()
        .ifPresent(amount -> view.put("unitPriceThreshold", amount.toString()));
    view.put("further", terms.further());
    return view;
  }

  private static List<Map<String, Object>> materials(ApplicationTerms terms) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("condition", condition);
      item.put("article", condition.article());
      item.put("label", condition.label());
      item.put("pieces", terms.requiredPieces(condition));
      item.put("materials", terms.materials(condition));
      items.add(item);
    }
    return items;
  }

  private static Map<String, Object> window(ApplicationTerms.Window days, RestDays restDays) {
    LastDay closes = Periods.endingOn(days.closes(), restDays);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("opens", days.opens());
    view.put("closes", closes.certainlyInTimeThrough());
    view.put("zh", closes.zh());
    view.put("en", closes.en());
    return view;
  }

  /** The days of every stage as they hold for what begins now. */
  private static Map<String, Object> workingDays(Call call, YearlyNotice notice, Edition edition) {
    Map<String, Object> view = new LinkedHashMap<>();
    for (HandlingStage stage : HandlingStage.values()) {
      view.put(stage.key(), notice.workingDays(stage, edition, Shanghai.dayOf(call.at())));
    }
    return view;
  }

  private static List<Map<String, Object>> filingWindows(
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
