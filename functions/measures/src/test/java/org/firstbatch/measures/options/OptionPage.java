package org.firstbatch.measures.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.measures.scheme.Question;

/**
 * A page of docs/scheme/options. Its tables are data: what is given, the claims of a plan where
 * there are any, and what each answer makes of it.
 */
final class OptionPage {

  static final Path FOLDER = Path.of("..", "..", "docs", "scheme", "options");

  private final Path file;
  private final List<List<Map<String, String>>> tables;

  private OptionPage(Path file, List<List<Map<String, String>>> tables) {
    this.file = file;
    this.tables = tables;
  }

  static Path file(Question question) {
    return FOLDER.resolve("%02d-%s.md".formatted(question.number(), question.key()));
  }

  static OptionPage of(Question question) {
    Path file = file(question);
    try {
      return new OptionPage(file, tables(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<Map<String, String>>> tables(List<String> lines) {
    List<List<Map<String, String>>> tables = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).startsWith("|--")) {
        List<String> header = cells(lines.get(at - 1));
        tables.add(
            lines.stream()
                .skip(at + 1L)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> row(header, cells(line)))
                .toList());
      }
    }
    return tables;
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1)).map(OptionPage::plain).toList();
  }

  private static String plain(String cell) {
    return cell.replace("`", "").strip();
  }

  private static Map<String, String> row(List<String> header, List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), cells.get(i));
    }
    return row;
  }

  /** The rows of the table whose first column is headed so; none when there is no such table. */
  List<Map<String, String>> table(String first) {
    return tables.stream()
        .filter(table -> !table.isEmpty())
        .filter(table -> table.getFirst().keySet().iterator().next().equals(first))
        .findFirst()
        .orElse(List.of());
  }

  /** A table of two columns, as names and values. */
  Map<String, String> pairs(String first) {
    return table(first).stream()
        .map(row -> row.values().toArray(String[]::new))
        .collect(
            Collectors.toMap(
                row -> row[0],
                row -> row[1],
                (one, _) -> {
                  throw new IllegalArgumentException(file + " gives twice: " + one);
                },
                LinkedHashMap::new));
  }

  /** A cell that must be there. */
  static String cell(Map<String, String> row, String column) {
    String cell = row.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("no '" + column + "' among " + row.keySet());
    }
    return cell;
  }

  static List<Path> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
