package org.firstbatch.measures.application;

import static org.firstbatch.measures.application.ApplicationFact.DISTRICT;
import static org.firstbatch.measures.application.ApplicationFact.NAME;
import static org.firstbatch.measures.application.CaseFact.DISTRICTS;
import static org.firstbatch.measures.application.CaseFact.FIRST_SUBMITTED;
import static org.firstbatch.measures.application.CaseFact.MISSING;
import static org.firstbatch.measures.application.CaseFact.REQUIRED;
import static org.firstbatch.measures.application.CaseFact.SCHEME_FIRST_DAY;
import static org.firstbatch.measures.application.CaseFact.SCHEME_LAST_DAY;
import static org.firstbatch.measures.application.CaseFact.SUBMITTED;
import static org.firstbatch.measures.application.CaseFact.WINDOW_CLOSES;
import static org.firstbatch.measures.application.CaseFact.WINDOW_OPENS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.firstbatch.measures.calendar.LastDay;
import org.firstbatch.measures.calendar.Periods;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.scheme.ApplicationTerms;
import org.firstbatch.measures.scheme.Condition;
import org.firstbatch.measures.scheme.Edition;

/**
 * 第九条: the enterprise applies to the authority of its own district, in the notice's window, with
 * the materials that the notice asks for; the scheme is in force (第十五条（五）).
 */
public final class Submission {
  private static final String ARTICLE = "第九条";

  private final ApplicationFacts facts;
  private final Law law;
  private final ApplicationTerms terms;
  private final Statements statements;

  Submission(ApplicationFacts facts, Law law, ApplicationTerms terms) {
    this.facts = facts;
    this.law = law;
    this.terms = terms;
    this.statements = new Statements(facts);
  }

  List<Finding> findings(RestDays restDays) {
    return List.of(window(restDays), materials(), district(), inForce());
  }

  /**
   * The application is first submitted while the window is open; a later round of the same case is
   * bound by its return and not by the window.
   */
  public Finding window(RestDays restDays) {
    return terms
        .findWindow()
        .map(days -> window(days, Periods.endingOn(days.closes(), restDays)))
        .orElseGet(() -> windowGrounds().met(Text.of("年度通知未限定受理时间", "The notice sets no window")));
  }

  private Finding window(ApplicationTerms.Window days, LastDay lastDay) {
    Grounds grounds =
        windowGrounds()
            .fact(WINDOW_OPENS, days.opens())
            .fact(WINDOW_CLOSES, lastDay.certainlyInTimeThrough());
    if (first().isBefore(days.opens())) {
      return grounds.notMet(
          Text.of("尚未开始受理", "Applications are not taken yet"), submitOn(days.opens()));
    }
    return switch (lastDay.check(first())) {
      case IN_TIME -> grounds.met(Text.of("在受理时间内提交", "Submitted while the window is open"));
      case UNDETERMINED ->
          grounds.undetermined(Text.of("暂不能确定：" + lastDay.zh(), "Undetermined: " + lastDay.en()));
      case LATE ->
          grounds.notMet(
              Text.of("受理已截止", "Applications are no longer taken"),
              submitOn(lastDay.certainlyInTimeThrough()));
    };
  }

  private Grounds windowGrounds() {
    Grounds grounds = Grounds.of("9.window", ARTICLE).fact(SUBMITTED, law.day());
    return first().equals(law.day()) ? grounds : grounds.fact(FIRST_SUBMITTED, first());
  }

  private LocalDate first() {
    LocalDate first = facts.firstSubmitted();
    return first == null ? law.day() : first;
  }

  private Change submitOn(LocalDate passing) {
    return Change.of(
        Text.of("在 %s 提交方可".formatted(passing), "Submitted on %s it would pass".formatted(passing)),
        Step.of(first().equals(law.day()) ? SUBMITTED : FIRST_SUBMITTED, first(), passing));
  }

  /** Each condition has as many checked pieces of evidence as the notice names materials. */
  public Finding materials() {
    String required = inWords(terms::requiredPieces);
    Grounds grounds = Grounds.of("9.materials", ARTICLE).fact(REQUIRED, required);
    Map<Condition, Integer> evidence = facts.evidence();
    if (evidence == null) {
      return grounds.undetermined(
          Text.of("材料尚未上传或核对：" + required, "Evidence was not looked at: " + required));
    }
    String missing =
        inWords(condition -> terms.requiredPieces(condition) - evidence.getOrDefault(condition, 0));
    if (missing.isEmpty()) {
      return grounds.met(Text.of("申报材料齐全", "Every required material is there"));
    }
    return grounds
        .fact(MISSING, missing)
        .notMet(
            Text.of("尚缺材料：" + missing, "Missing evidence: " + missing),
            Change.of(Text.of("补交：" + missing, "Add: " + missing)));
  }

  /** Conditions with a number above zero, each with it and the materials that the notice names. */
  private String inWords(ToIntFunction<Condition> pieces) {
    return Arrays.stream(Condition.values())
        .filter(condition -> pieces.applyAsInt(condition) > 0)
        .map(condition -> inWords(condition, pieces.applyAsInt(condition)))
        .collect(Collectors.joining("；"));
  }

  private String inWords(Condition condition, int pieces) {
    String named = String.join("、", terms.materials(condition));
    return "%s %s ×%d%s"
        .formatted(
            condition.label().zh(),
            condition.name(),
            pieces,
            named.isEmpty() ? "" : "（" + named + "）");
  }

  /** The enterprise is named, and its district is one of the city's. */
  public Finding district() {
    SortedSet<String> districts = facts.districts();
    Grounds grounds = statements.grounds("9.district", ARTICLE, NAME, DISTRICT);
    ApplicationFact[] blank = statements.blank(NAME, DISTRICT);
    if (blank.length > 0) {
      return grounds.undetermined(Statements.missing(blank));
    }
    String district = facts.text(DISTRICT).orElseThrow();
    return districts == null || districts.contains(district)
        ? grounds.met(
            Text.of(
                "由%s主管部门受理".formatted(district),
                "The authority of %s takes it".formatted(district)))
        : unknown(grounds.fact(DISTRICTS, String.join("、", districts)), district, districts);
  }

  private static Finding unknown(Grounds grounds, String district, SortedSet<String> districts) {
    String known = String.join("、", districts);
    return grounds.notMet(
        Text.of(
            "“%s”不是本市的区市县".formatted(district),
            "'%s' is no district of the city".formatted(district)),
        Change.of(Text.of("应为 %s 之一".formatted(known), "One of " + known)));
  }

  /** 第十五条（五）: the Measures are in force on the day of submission. */
  public Finding inForce() {
    Edition edition = law.edition();
    Grounds grounds =
        Grounds.of("15.term", "第十五条（五）")
            .fact(SUBMITTED, law.day())
            .fact(SCHEME_FIRST_DAY, edition.issued())
            .fact(SCHEME_LAST_DAY, edition.lastDay())
            .parameter(law.schemeTermYears().parameter());
    if (edition.isInForce(law.day())) {
      return grounds.met(Text.of("提交日实施办法有效", "The Measures are in force on that day"));
    }
    LocalDate nearest = law.day().isBefore(edition.issued()) ? edition.issued() : edition.lastDay();
    return grounds.notMet(
        Text.of("提交日实施办法不在有效期内", "The Measures are not in force on that day"),
        Change.of(
            Text.of(
                "在 %s 提交方可".formatted(nearest), "Submitted on %s it would pass".formatted(nearest)),
            Step.of(SUBMITTED, law.day(), nearest)));
  }
}
