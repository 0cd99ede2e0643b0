package org.firstbatch.measures.options;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Sample;

/** What a page gives its worked case; remembers what was asked for, so that nothing is idle. */
final class Given {
  private final Map<String, String> facts;
  private final List<Map<String, String>> claims;
  private final List<Map<String, String>> awardedBefore;
  private final Set<String> idle;

  Given(OptionPage page) {
    facts = page.pairs("Given");
    claims = page.table("Claim");
    awardedBefore = page.table("Awarded before to");
    idle = new LinkedHashSet<>(facts.keySet());
  }

  /** The facts that no case has asked for. */
  Set<String> idle() {
    return idle;
  }

  List<Map<String, String>> claims() {
    return claims;
  }

  List<Map<String, String>> awardedBefore() {
    return awardedBefore;
  }

  String text(String fact) {
    idle.remove(fact);
    String value = facts.get(fact);
    if (value == null) {
      throw new IllegalArgumentException("the page does not give: " + fact);
    }
    return value;
  }

  Money money(String fact) {
    return amount(text(fact));
  }

  LocalDate day(String fact) {
    return LocalDate.parse(text(fact));
  }

  static Money amount(String grouped) {
    return Money.parse(grouped.replace(",", ""));
  }

  /** A policy on which nothing is wrong but what the page says. */
  Sample policy() {
    return Sample.with(sample -> facts.keySet().forEach(fact -> put(sample, fact)));
  }

  private void put(Sample sample, String fact) {
    switch (fact) {
      case "insured amount" -> sample.insured = money(fact);
      case "premium of the whole term" -> sample.premium = money(fact);
      case "other public subsidy" -> sample.otherSubsidy = money(fact);
      case "supply contract signed" -> sample.supplySigned = day(fact);
      case "last item delivered" -> sample.delivered = day(fact);
      case "proposal received" -> sample.proposal = Moment.parse(text(fact));
      case "insurance contract signed" -> sample.signed = Moment.parse(text(fact));
      case "covered from" -> sample.inception = Moment.parse(text(fact));
      case "covered to" -> sample.end = Moment.parse(text(fact));
      default -> {
        // the case asks for it by name, or it stays idle
      }
    }
  }
}
