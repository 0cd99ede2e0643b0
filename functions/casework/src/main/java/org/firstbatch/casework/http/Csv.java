package org.firstbatch.casework.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list as a table for spreadsheets (RFC 4180), in UTF-8 with a byte order mark, without which
 * they take Chinese for something else. A cell that a spreadsheet would take for a formula begins
 * with an apostrophe, which shows it as text.
 */
public final class Csv {

  static final String CONTENT_TYPE = "text/csv; charset=utf-8";

  private static final String MARK = "\uFEFF";
  private static final String END = "\r\n";

  /** Also in full width, which spreadsheets with an East Asian keyboard take for the same. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");

  private final List<String> lines = new ArrayList<>();
  private final int columns;

  /** A table with these headings. */
  public Csv(List<String> headings) {
    columns = headings.size();
    row(headings);
  }

  /** Adds a row; a cell that is null is empty. */
  public Csv row(List<? extends @Nullable Object> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(cells.size() + " cells under " + columns + " headings");
    }
    lines.add(cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + END);
    return this;
  }

  /** The whole file. */
  public String text() {
    return MARK + String.join("", lines);
  }

  private static String cell(@Nullable Object value) {
    String text = safe(value == null ? "" : value.toString());
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String safe(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
