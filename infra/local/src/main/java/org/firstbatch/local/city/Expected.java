package org.firstbatch.local.city;

import java.util.ArrayList;
import java.util.List;

/** What the city's file expects to come out, the same on every machine. */
final class Expected {

  private Expected() {}

  /** Every difference in a sentence. */
  static List<String> differences(List<SignedPlans.Signed> plans, List<Refusals.Refusal> refusals) {
    List<String> differences = new ArrayList<>();
    int refused = City.rows("refusals.csv").size();
    if (refusals.size() != refused) {
      differences.add("refused: %d instead of %d".formatted(refusals.size(), refused));
    }
    for (City.Row expected : City.rows("expected.csv")) {
      plans.stream()
          .filter(plan -> plan.quarter().equals(expected.get("quarter")))
          .forEach(plan -> compare(plan, expected, differences));
    }
    return differences;
  }

  private static void compare(
      SignedPlans.Signed plan, City.Row expected, List<String> differences) {
    expected
        .cells()
        .forEach(
            (column, value) -> {
              String is = column.equals("quarter") ? plan.quarter() : value(plan, column);
              if (!is.equals(value)) {
                differences.add(
                    "%s %s: %s instead of %s".formatted(plan.quarter(), column, is, value));
              }
            });
  }

  private static String value(SignedPlans.Signed plan, String column) {
    return plan.view().has(column)
        ? plan.view().path(column).asText()
        : String.valueOf(plan.outcome(column));
  }
}
