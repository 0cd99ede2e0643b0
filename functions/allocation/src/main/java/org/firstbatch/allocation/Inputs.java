package org.firstbatch.allocation;

import java.util.regex.Pattern;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;

/** Reads what callers give: years, places, grounds, limits. */
final class Inputs {

  static final int MOST_ITEMS = 200;
  static final int DEFAULT_ITEMS = 50;

  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,3}");
  private static final int LONGEST_GROUND = 2000;

  private Inputs() {}

  static Outcome<Integer> year(Call call) {
    String year = call.path("year");
    return YEAR.matcher(year).matches()
        ? Outcome.done(Integer.valueOf(year))
        : Outcome.refused(Problem.notFound());
  }

  static Outcome<Integer> place(Call call) {
    String place = call.path("place");
    return PLACE.matcher(place).matches()
        ? Outcome.done(Integer.valueOf(place))
        : Outcome.refused(Problem.notFound());
  }

  /** An act that takes no input: no body, or an empty object. */
  static Outcome<Call> nothing(Call call) {
    return call.request().body().isBlank()
        ? Outcome.done(call)
        : call.body().then(body -> body.result(call));
  }

  /** The ground of an act, and nothing else in the body. */
  static Outcome<String> ground(Call call) {
    return call.body().then(body -> body.result(body.text("ground", 1, LONGEST_GROUND)));
  }

  /** How many items a page has, 1 to {@value #MOST_ITEMS}. */
  static Outcome<Integer> limit(Call call) {
    String limit = call.query("limit").orElse(String.valueOf(DEFAULT_ITEMS));
    return limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MOST_ITEMS
        ? Outcome.done(Integer.valueOf(limit))
        : Outcome.refused(
            Problem.invalid(
                "?limit", "应为 1 至 " + MOST_ITEMS + " 的整数", "must be 1 to " + MOST_ITEMS));
  }
}
