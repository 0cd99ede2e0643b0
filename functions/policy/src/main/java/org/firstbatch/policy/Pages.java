package org.firstbatch.policy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordQuery;
import org.jspecify.annotations.Nullable;

/** Lists in pages: {@code ?limit=} and an opaque {@code ?cursor=}. */
final class Pages {

  private static final int USUAL = 50;
  private static final int MOST = 100;

  private Pages() {}

  /**
   * One page.
   *
   * @param items in the list's order
   * @param next the cursor of the next page; null when nothing is left
   */
  record Page<T>(List<T> items, @Nullable String next) {
    static <T> Page<T> of(List<T> items, @Nullable String next) {
      return new Page<>(items, next == null ? null : encode(next));
    }
  }

  /** The part of a query that the call asks for. */
  static Outcome<RecordQuery> query(Call call, RecordQuery query) {
    return limit(call)
        .then(limit -> after(call).map(after -> query.limit(limit).after(after.orElse(null))));
  }

  private static Outcome<Integer> limit(Call call) {
    Optional<String> given = call.query("limit");
    if (given.isEmpty()) {
      return Outcome.done(USUAL);
    }
    return given
        .filter(text -> text.matches("[1-9]\\d{0,2}"))
        .map(Integer::parseInt)
        .filter(limit -> limit <= MOST)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.invalid(
                        "?limit", "应为 1–" + MOST + " 的整数", "a whole number from 1 to " + MOST)));
  }

  private static Outcome<Optional<String>> after(Call call) {
    try {
      return Outcome.done(call.query("cursor").map(Pages::decode));
    } catch (IllegalArgumentException _) {
      return Outcome.refused(
          Problem.invalid(
              "?cursor",
              "不是本接口给出的游标，请用上一页的 next",
              "not a cursor of this list; take the page's \"next\""));
    }
  }

  private static String encode(String sort) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sort.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }
}
