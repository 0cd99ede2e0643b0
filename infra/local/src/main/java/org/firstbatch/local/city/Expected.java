package org.firstbatch.local.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the city's files expect to come out, the same on every machine. */
final class Expected {

  private static final String NOTHING = "nothing";

  private Expected() {}

  /** Every difference in a sentence. */
  static List<String> differences(
      List<SignedPlans.Signed> plans,
      List<Refusals.Refusal> refusals,
      Map<String, String> yearEnd) {
    List<String> differences = new ArrayList<>();
    int refused = City.rows("refusals.csv").size();
    if (refusals.size() != refused) {
      differences.add("refused: %d instead of %d".formatted(refusals.size(), refused));
    }
    for (City.Row expected : City.rows("expected.csv")) {
      compare(planOf(expected.get("quarter"), plans), expected, differences);
    }
    compareFacts(yearEnd, differences);
    return differences;
  }

  private static Optional<SignedPlans.Signed> planOf(
      String quarter, List<SignedPlans.Signed> plans) {
    return plans.stream().filter(plan -> plan.quarter().equals(quarter)).findFirst();
  }

  private static void compare(
      Optional<SignedPlans.Signed> plan, City.Row expected, List<String> differences) {
    String quarter = expected.get("quarter");
    if (plan.isEmpty()) {
      differences.add(quarter + ": no signed plan");
      return;
    }
    if (!plan.get().recomputed()) {
      differences.add(quarter + ": not recomputed to the same bytes");
    }
    expected
        .cells()
        .forEach(
            (column, value) -> {
              String is = column.equals("quarter") ? quarter : value(plan.get(), column);
              if (!is.equals(value)) {
                differences.add("%s %s: %s instead of %s".formatted(quarter, column, is, value));
              }
            });
  }

  private static String value(SignedPlans.Signed plan, String column) {
    return plan.view().has(column)
        ? plan.view().path(column).asText()
        : String.valueOf(plan.outcome(column));
  }

  /** A fact that nobody expected is a difference too. */
  private static void compareFacts(Map<String, String> yearEnd, List<String> differences) {
    Map<String, String> expected = facts();
    TreeSet<String> all = new TreeSet<>(expected.keySet());
    all.addAll(yearEnd.keySet());
    for (String fact : all) {
      String is = yearEnd.getOrDefault(fact, NOTHING);
      String value = expected.getOrDefault(fact, NOTHING);
      if (!is.equals(value)) {
        differences.add("%s: %s, expected %s".formatted(fact, is, value));
      }
    }
  }

  /** The facts of the year's end, as the city's file has them. */
  static Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    City.rows("expected-year.csv").forEach(row -> facts.put(row.get("fact"), row.get("value")));
    return facts;
  }
}
