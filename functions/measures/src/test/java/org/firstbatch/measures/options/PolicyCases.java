package org.firstbatch.measures.options;

import static org.firstbatch.measures.options.OptionPage.cell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.measures.application.ApplicationFacts;
import org.firstbatch.measures.application.ApplicationRules;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.filing.ApplicationFormFacts;
import org.firstbatch.measures.filing.FilingFacts;
import org.firstbatch.measures.filing.FilingRules;
import org.firstbatch.measures.filing.StatedFigures;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.EndorsementOrSurrender;
import org.firstbatch.measures.policy.EndorsementOrSurrender.Change;
import org.firstbatch.measures.policy.FirstBatchKey;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.PolicyFacts.PolicyRef;
import org.firstbatch.measures.policy.PolicyRules;
import org.firstbatch.measures.policy.Sample;
import org.firstbatch.measures.policy.Subsidy;
import org.firstbatch.measures.policy.User;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Options;
import org.firstbatch.measures.scheme.YearlyNotice;

/** The worked cases of one policy: what the rules of the edition make of the page's figures. */
final class PolicyCases {
  private PolicyCases() {}

  /** Questions 1, 2, 11 and 12: the rules on the policy and its subsidy. */
  static Map<String, String> subsidy(Given given, Edition edition) {
    Sample sample = given.policy();
    Decision decision = sample.decide(edition);
    Subsidy subsidy = PolicyRules.subsidy(sample.policy(), edition);
    return row(
        "refused by", refusedBy(decision),
        "subsidy", grouped(decision.allowed() ? subsidy.amount() : Money.ZERO));
  }

  /** Question 5: the filing of the policy. */
  static Map<String, String> filing(Given given, Edition edition) {
    Policy policy = given.policy().policy();
    Quarter quarter = Quarter.parse(given.text("filed for"));
    FilingFacts facts =
        new FilingFacts(
            FilingWindow.of(quarter, 15, Sample.CALENDAR),
            noon(given.day("filing received")),
            Objects.requireNonNull(Sample.good().insurerRecord),
            policy,
            Verdict.ALLOWED,
            true,
            new ApplicationFormFacts(1, 1, false, false),
            null,
            false,
            StatedFigures.NONE,
            Set.of());
    Decision decision = FilingRules.decide(facts, edition);
    Money amount = PolicyRules.subsidy(policy, edition).amount();
    return row(
        "refused by", refusedBy(decision),
        "claimed", grouped(decision.allowed() ? amount : Money.ZERO));
  }

  /** Question 7: a policy of several years. */
  static Map<String, String> term(Given given, Edition edition) {
    Sample sample = given.policy();
    Law law = Law.of(sample.policy(), edition);
    return row(
        "subsidised days",
        law.subsidisedDays(sample.policy().cover()) + " of " + sample.policy().cover().days(),
        "subsidy",
        cell(subsidy(given, edition), "subsidy"));
  }

  /** Question 8: a surrender after the plan was signed. */
  static Map<String, String> surrender(Given given, Edition edition) {
    Policy policy = given.policy().policy();
    Money award = given.money("awarded by signed plans");
    EndorsementOrSurrender surrender =
        EndorsementOrSurrender.of(
            policy,
            Law.of(policy, edition),
            List.of(),
            Change.surrender(given.day("surrendered from")));
    Money recovered = surrender.recoveryOf(award);
    return row(
        "recovered", grouped(recovered), "left with the insurer", grouped(award.minus(recovered)));
  }

  /** Question 9: an application that is published where its years of registration are full. */
  static Map<String, String> registration(Given given, Edition edition) {
    ApplicationFacts facts =
        ApplicationFacts.of(Map.of("enterprise.registeredOn", given.text("enterprise registered")));
    YearlyNotice notice = YearlyNotice.silent(new FiscalYear(2026));
    Decision submission =
        ApplicationRules.decide(
            facts, edition, notice, Sample.CALENDAR, given.day("application submitted"));
    Decision publication =
        ApplicationRules.decideAtPublication(facts, edition, notice, given.day("list published"));
    String refusedBy =
        Stream.of(submission, publication)
            .flatMap(decision -> decision.listNotMet().stream())
            .map(Finding::rule)
            .filter("8.1.registered"::equals)
            .findFirst()
            .orElse("—");
    return row(
        "refused by",
        refusedBy,
        "subsidy",
        refusedBy.equals("—") ? cell(subsidy(given, edition), "subsidy") : "0.00");
  }

  /** Question 13: two users of one specification. */
  static Map<String, String> twoUsers(Given given, Edition edition) {
    Sample first = given.policy();
    first.user = user(given.text("user of the first policy"));
    Sample second = given.policy();
    second.user = user(given.text("user of the second policy"));
    Options.FirstUseBy by = Law.of(second.policy(), edition).firstUseBy().value();
    boolean sameKey =
        FirstBatchKey.of(first.policy(), by).equals(FirstBatchKey.of(second.policy(), by));
    second.heldBy = sameKey ? new PolicyRef(first.insurer, first.number) : null;
    Decision decision = second.decide(edition);
    Money one = PolicyRules.subsidy(first.policy(), edition).amount();
    Money other =
        decision.allowed() ? PolicyRules.subsidy(second.policy(), edition).amount() : Money.ZERO;
    return row(
        "second policy refused by", refusedBy(decision),
        "first subsidy", grouped(one),
        "second subsidy", grouped(other));
  }

  /** Question 14: an award below the discount. */
  static Map<String, String> shortfall(Given given, Edition edition) {
    Subsidy subsidy = PolicyRules.subsidy(given.policy().policy(), edition);
    Money awarded = given.money("awarded by signed plans");
    Money owed = subsidy.owedByEnterprise(awarded);
    return row(
        "charged at signing", grouped(subsidy.chargedToEnterprise()),
        "owed later by the enterprise", grouped(owed),
        "borne by the insurer", grouped(subsidy.amount().minus(awarded).minus(owed)));
  }

  private static User user(String name) {
    return new User.Foreign("KR", name, name);
  }

  private static Instant noon(LocalDate day) {
    return Shanghai.startOf(day).plus(Duration.ofHours(12));
  }

  private static String refusedBy(Decision decision) {
    String rules =
        decision.listNotMet().stream().map(Finding::rule).collect(Collectors.joining(" "));
    return rules.isEmpty() ? "—" : rules;
  }

  static String grouped(Money money) {
    return money.grouped();
  }

  static Map<String, String> row(String... cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }
}
