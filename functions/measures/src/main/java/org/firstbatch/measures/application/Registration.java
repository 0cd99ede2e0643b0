package org.firstbatch.measures.application;

import static org.firstbatch.measures.application.ApplicationFact.INDUSTRY;
import static org.firstbatch.measures.application.ApplicationFact.LEGAL_PERSON;
import static org.firstbatch.measures.application.ApplicationFact.REGISTERED_ON;
import static org.firstbatch.measures.application.CaseFact.INDUSTRIES;
import static org.firstbatch.measures.application.CaseFact.PUBLISHED;
import static org.firstbatch.measures.application.CaseFact.SUBMITTED;
import static org.firstbatch.measures.application.CaseFact.YEARS_FULL;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.calendar.Periods;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.scheme.ApplicationTerms;
import org.firstbatch.measures.scheme.Condition;
import org.firstbatch.measures.scheme.Options.RegisteredAsOf;

/**
 * 第八条（一）: an independent legal person, registered for two years, in a supported industry. The years
 * are full on the corresponding day; question 9 says on which day they must be.
 */
public final class Registration {
  private final ApplicationFacts facts;
  private final Law law;
  private final Statements statements;

  Registration(ApplicationFacts facts, Law law) {
    this.facts = facts;
    this.law = law;
    this.statements = new Statements(facts);
  }

  List<Finding> findings(ApplicationTerms terms) {
    return List.of(legalPerson(), registered(), industry(terms));
  }

  /** The applicant is a legal person of its own. */
  public Finding legalPerson() {
    return statements.flagFinding(
        "8.1.legal-person",
        LEGAL_PERSON,
        true,
        Text.of("为独立法人", "The applicant is an independent legal person"),
        Text.of("不是独立法人", "The applicant is not an independent legal person"));
  }

  /**
   * The years are full on the day of submission. Where the day of publication counts, years that
   * are full already stay full, and others are undetermined until then.
   */
  public Finding registered() {
    return facts
        .day(REGISTERED_ON)
        .map(this::onSubmission)
        .orElseGet(() -> grounds(SUBMITTED).undetermined(Statements.missing(REGISTERED_ON)));
  }

  private Finding onSubmission(LocalDate registered) {
    boolean full = isFull(registered);
    if (full || law.registeredAsOf().value() == RegisteredAsOf.SUBMISSION) {
      return years(registered, SUBMITTED);
    }
    LocalDate day = fullOn(registered);
    return grounds(SUBMITTED)
        .fact(YEARS_FULL, day)
        .undetermined(
            Text.of(
                "以公布日为准，%s 注册满%d年，公布时确定".formatted(day, count()),
                "Judged on the day of publication: %d years are full on %s"
                    .formatted(count(), day)));
  }

  /** The years are full on the day of publication; empty where the day of submission counts. */
  public Optional<Finding> registeredAtPublication() {
    if (law.registeredAsOf().value() == RegisteredAsOf.SUBMISSION) {
      return Optional.empty();
    }
    return Optional.of(
        facts
            .day(REGISTERED_ON)
            .map(registered -> years(registered, PUBLISHED))
            .orElseGet(() -> grounds(PUBLISHED).undetermined(Statements.missing(REGISTERED_ON))));
  }

  private Finding years(LocalDate registered, CaseFact act) {
    LocalDate full = fullOn(registered);
    Grounds grounds = grounds(act).fact(YEARS_FULL, full);
    if (isFull(registered)) {
      return grounds.met(
          Text.of("注册已满%d年".formatted(count()), "Registered for %d years".formatted(count())));
    }
    return grounds.notMet(
        Text.of(
            "注册不满%d年".formatted(count()), "Registered for less than %d years".formatted(count())),
        Change.of(later(registered, full, act), Step.of(act, law.day(), full)));
  }

  private Text later(LocalDate registered, LocalDate full, CaseFact act) {
    long days = ChronoUnit.DAYS.between(law.day(), full);
    return Text.of(
        "%s注册，%s %s，满%d年在 %d 天后，即 %s"
            .formatted(registered, act.label().zh(), law.day(), count(), days, full),
        "registered %s, %s %s: %s years are full %s later, on %s"
            .formatted(
                registered,
                act == SUBMITTED ? "applied" : "published",
                law.day(),
                count() == 2 ? "two" : count(),
                days == 1 ? "a day" : days + " days",
                full));
  }

  private boolean isFull(LocalDate registered) {
    return Periods.areYearsFull(registered, count(), law.day());
  }

  private LocalDate fullOn(LocalDate registered) {
    return Periods.correspondingDay(registered, count());
  }

  private int count() {
    return law.registeredYears().value();
  }

  private Grounds grounds(CaseFact act) {
    return statements
        .grounds("8.1.registered", Condition.REGISTRATION, REGISTERED_ON)
        .fact(act, law.day())
        .parameter(law.registeredYears().parameter())
        .parameter(law.registeredAsOf().parameter());
  }

  /** The notice supports the industry; one that names none supports all. */
  public Finding industry(ApplicationTerms terms) {
    String supported = String.join("、", terms.industries());
    Grounds grounds =
        statements
            .grounds("8.1.industry", Condition.REGISTRATION, INDUSTRY)
            .fact(INDUSTRIES, supported.isEmpty() ? "全部 all" : supported);
    return facts
        .text(INDUSTRY)
        .map(industry -> industry(grounds, terms, industry))
        .orElseGet(() -> grounds.undetermined(Statements.missing(INDUSTRY)));
  }

  private static Finding industry(Grounds grounds, ApplicationTerms terms, String industry) {
    if (terms.supports(industry)) {
      return grounds.met(Text.of("属于支持的行业", "The industry is supported"));
    }
    String supported = String.join("、", terms.industries());
    return grounds.notMet(
        Text.of(
            "“%s”不在年度通知支持的行业中".formatted(industry),
            "The notice does not support '%s'".formatted(industry)),
        Change.of(Text.of("支持的行业：" + supported, "It supports: " + supported)));
  }
}
