package org.firstbatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown, as docs/performance.md keeps it. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... columns) {
    row((Object[]) columns);
    rows.add(List.of(columns).stream().map(_ -> "---").toList());
  }

  Table row(Object... cells) {
    rows.add(List.of(cells).stream().map(Object::toString).toList());
    return this;
  }

  @Override
  public String toString() {
    return rows.stream()
        .map(row -> String.join(" | ", row))
        .collect(Collectors.joining(" |\n| ", "| ", " |\n"));
  }
}
