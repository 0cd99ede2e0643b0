package org.firstbatch.measures.scheme;

import java.time.LocalDate;
import java.util.List;

/**
 * A value that an edition gives from a day on, with what an explanation needs to cite it.
 *
 * @param key its name in the edition's file
 * @param unit the unit as the file's grammar spells it; empty for an option
 * @param from the first day on which it counts
 * @param article the article of the Measures, such as {@code 十一} or {@code 八.一}
 */
public record Parameter<T>(String key, T value, String unit, LocalDate from, String article) {

  /** The article in words: {@code 第十一条}, {@code 第八条（一）}. */
  public String articleInWords() {
    int point = article.indexOf('.');
    return point < 0
        ? "第" + article + "条"
        : "第" + article.substring(0, point) + "条（" + article.substring(point + 1) + "）";
  }

  /**
   * The value that counts on a day. Before the edition was issued that is its first value: such a
   * policy is refused by the edition's own dates, and the other explanations stay readable.
   *
   * @param values oldest first
   */
  static Parameter<?> at(LocalDate on, List<Parameter<?>> values) {
    return values.stream()
        .filter(value -> !value.from().isAfter(on))
        .reduce((_, later) -> later)
        .orElse(values.getFirst());
  }
}
