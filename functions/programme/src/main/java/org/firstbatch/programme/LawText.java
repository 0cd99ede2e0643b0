package org.firstbatch.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.measures.datafile.BrokenFileException;

/**
 * A text in the grammar of the law's data files, sent as such or put together from fields; a broken
 * line is told by the field that it came from.
 */
final class LawText {

  /** A proposal's answer shows the text twice, and an answer of 60,000 characters is kept. */
  static final int MOST = 20_000;

  private final List<String> lines = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();

  /** The text in a field, whole. */
  static LawText sent(Fields body, String field) {
    LawText text = new LawText();
    body.content(field, MOST).lines().forEach(line -> text.line(field, line));
    return text;
  }

  /** Adds a line that came from a field. */
  LawText line(String field, String line) {
    fields.add(field);
    lines.add(line);
    return this;
  }

  /** Reads it by the law's own parser; what is broken becomes a mistake of its field. */
  <T> Optional<T> parse(Fields body, String name, BiFunction<String, String, T> parser) {
    try {
      return Optional.of(parser.apply(name, String.join("\n", lines) + "\n"));
    } catch (BrokenFileException e) {
      body.mistake(fieldOf(e.line()), zh(e), en(e));
      return Optional.empty();
    }
  }

  private String fieldOf(int line) {
    if (fields.isEmpty()) {
      return "text";
    }
    return line == 0 ? fields.getFirst() : fields.get(line - 1);
  }

  private static String zh(BrokenFileException e) {
    String where = e.line() == 0 ? "全文" : "第 " + e.line() + " 行";
    return where + "，" + e.key() + "：应为 " + e.expected() + "，实为 " + e.found();
  }

  private static String en(BrokenFileException e) {
    String where = e.line() == 0 ? "as a whole" : "line " + e.line();
    return where + ", " + e.key() + ": expected " + e.expected() + ", found " + e.found();
  }
}
