package org.firstbatch.filing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a call asks for.
 *
 * @param limit 1 to {@value #MOST}
 * @param after where the page before ended; null for the first
 */
record Paging(int limit, @Nullable String after) {

  private static final int MOST = 200;
  private static final String USUAL = "50";

  static Outcome<Paging> of(Call call) {
    String limit = call.query("limit").orElse(USUAL);
    if (!limit.matches("[0-9]{1,3}") || number(limit) < 1 || number(limit) > MOST) {
      return Outcome.refused(Problem.invalid("?limit", "应为 1–" + MOST, "must be 1–" + MOST));
    }
    try {
      return Outcome.done(
          new Paging(number(limit), call.query("cursor").map(Paging::decoded).orElse(null)));
    } catch (IllegalArgumentException _) {
      return Outcome.refused(
          Problem.invalid("?cursor", "请原样使用上一页给出的 next", "use next of the page before as it is"));
    }
  }

  /** A page as lists answer it; next is absent on the last. */
  static Map<String, Object> answer(List<?> items, @Nullable String next) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("items", items);
    if (next != null) {
      byte[] bytes = next.getBytes(StandardCharsets.UTF_8);
      answer.put("next", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return answer;
  }

  private static int number(String limit) {
    return Integer.parseInt(limit);
  }

  private static String decoded(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }
}
