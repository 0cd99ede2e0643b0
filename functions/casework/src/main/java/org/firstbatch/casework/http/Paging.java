package org.firstbatch.casework.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, by {@code ?limit=} and an opaque {@code ?cursor=}.
 *
 * @param limit 1 to {@value #MOST}, {@value #USUAL} when not given
 * @param after the sort key behind which the page begins; null for the first page
 */
public record Paging(int limit, @Nullable String after) {

  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";

  private static final int MOST = 200;
  private static final int USUAL = 50;

  /** Reads the query parameters. */
  public static Outcome<Paging> of(Call call) {
    String limit = call.query(LIMIT).orElse(String.valueOf(USUAL));
    if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
      return Outcome.refused(
          Problem.invalid(
              "?" + LIMIT, "应为 1–" + MOST + " 的整数", "must be a whole number, 1–" + MOST));
    }
    try {
      return Outcome.done(
          new Paging(Integer.parseInt(limit), call.query(CURSOR).map(Paging::read).orElse(null)));
    } catch (IllegalArgumentException _) {
      return Outcome.refused(unknownCursor());
    }
  }

  /** The cursor is not one that a page of this list gave. */
  public static Problem unknownCursor() {
    return Problem.invalid(
        "?" + CURSOR, "不是上一页给出的 next", "must be the \"next\" of the page before");
  }

  /** The query of this page. */
  public RecordQuery of(RecordQuery query) {
    return query.limit(limit).after(after);
  }

  /**
   * This page of a list that is in memory.
   *
   * @param all in the order of their sort keys
   * @param sort the sort key of an item
   * @param view an item as the answer shows it
   */
  public <T> Map<String, Object> of(
      List<T> all, Function<? super T, String> sort, Function<? super T, ?> view) {
    List<T> rest =
        all.stream()
            .filter(item -> after == null || sort.apply(item).compareTo(after) > 0)
            .toList();
    List<T> items = rest.stream().limit(limit).toList();
    String next = rest.size() > items.size() ? sort.apply(items.getLast()) : null;
    return body(items.stream().map(view).toList(), next);
  }

  /** A page as the answer shows it. */
  public static Map<String, Object> body(List<?> items, @Nullable String next) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("items", items);
    if (next != null) {
      body.put("next", cursor(next));
    }
    return body;
  }

  /** What asks for the page behind a sort key. */
  public static String cursor(String next) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(next.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }
}
