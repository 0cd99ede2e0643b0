package org.firstbatch.local.screen;

import java.util.ArrayList;
import java.util.List;

/** A table of fixed columns; text stands left, figures stand right. */
public final class Table {

  private final List<Column> columns;

  /**
   * A column.
   *
   * @param width in terminal columns
   * @param figures whether its cells stand right
   */
  public record Column(String heading, int width, boolean figures) {
    public static Column text(String heading, int width) {
      return new Column(heading, width, false);
    }

    public static Column figures(String heading, int width) {
      return new Column(heading, width, true);
    }

    private String cell(String content) {
      return figures ? Width.right(content, width) : Width.left(content, width);
    }
  }

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  public String heading() {
    return row(columns.stream().map(Column::heading).toList());
  }

  /** The headings of the columns of figures, as they stand above them. */
  public String figureHeadings() {
    return String.join(
        " ", columns.stream().filter(Column::figures).map(c -> c.cell(c.heading())).toList());
  }

  /** A row with as many cells as there are columns. */
  public String row(List<String> cells) {
    List<String> laid = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      laid.add(columns.get(i).cell(cells.get(i)));
    }
    return " " + String.join(" ", laid);
  }

  public String row(String... cells) {
    return row(List.of(cells));
  }
}
