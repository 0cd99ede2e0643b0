package org.firstbatch.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;

/** {@code docs/access.md}: who may call which route in which situation. */
final class AccessTable {

  static final Path PAGE = Checkout.root().resolve("docs/access.md");

  private static final String PREFIX = "/v1/schemes/{scheme}";
  private static final Pattern HEADING = Pattern.compile("## .*\\(`(\\w+)`\\)");
  private static final Pattern ROW = Pattern.compile("\\| `[A-Z]+ /");
  private static final Pattern ROUTE = Pattern.compile("`([A-Z]+) (/[^`]*)`(?: (.+))?");

  private AccessTable() {}

  /** The situations beside that of a person who acts for the organisation whose case it is. */
  enum Situation {
    OTHER_ORGANISATION("other org."),
    OTHER_DISTRICT("other district"),
    RELATED("related"),
    ENDED("ended"),
    NO_MEMBERSHIP("no membership"),
    NO_TOKEN("no token");

    private final String column;

    Situation(String column) {
      this.column = column;
    }
  }

  /**
   * For whom of a role a route is.
   *
   * @param capacities those that suffice, each on its own
   * @param refusals what the others of this role are answered
   */
  record Suffices(Set<Capacity> capacities, Map<Capacity, String> refusals) {
    Suffices {
      capacities = Set.copyOf(capacities);
      refusals = Map.copyOf(refusals);
    }

    String refusal(Capacity capacity) {
      return refusals.getOrDefault(capacity, "403");
    }
  }

  /**
   * What is answered in a situation: {@code yes}, {@code without}, a status, or {@code -} where the
   * situation has no meaning.
   *
   * @param word for most roles
   * @param exceptions for some
   */
  record Answer(String word, Map<Role, String> exceptions) {
    Answer {
      exceptions = Map.copyOf(exceptions);
    }

    String of(Role role) {
      return exceptions.getOrDefault(role, word);
    }
  }

  /**
   * A row.
   *
   * @param function under which it is
   * @param route as in the template
   * @param only which cases of the route it is about; empty for all
   */
  record Row(
      String function,
      String route,
      String only,
      Map<Role, Suffices> roles,
      Map<Situation, Answer> situations) {

    Row {
      roles = Map.copyOf(roles);
      situations = Map.copyOf(situations);
    }

    String name() {
      return only.isEmpty() ? route : route + " " + only;
    }

    Suffices of(Role role) {
      return roles.getOrDefault(role, new Suffices(Set.of(), Map.of()));
    }

    Answer in(Situation situation) {
      return situations.getOrDefault(situation, new Answer("-", Map.of()));
    }
  }

  static List<Row> read() {
    List<Row> rows = new ArrayList<>();
    String function = "";
    List<String> columns = List.of();
    for (String line : Checkout.text(PAGE).lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        function = heading.group(1);
      } else if (line.startsWith("| Route ")) {
        columns = cells(line);
      } else if (ROW.matcher(line).lookingAt()) {
        rows.add(row(function, byColumn(columns, cells(line))));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
  }

  private static Map<String, String> byColumn(List<String> columns, List<String> cells) {
    if (cells.size() != columns.size()) {
      throw unreadable(cells.size() + " cells instead of " + columns.size() + " in " + cells);
    }
    Map<String, String> cellsByColumn = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cellsByColumn.put(columns.get(i), cells.get(i));
    }
    return cellsByColumn;
  }

  private static Row row(String function, Map<String, String> cells) {
    Matcher route = ROUTE.matcher(cell(cells, "Route"));
    if (!route.matches()) {
      throw unreadable(cells.toString());
    }
    Map<Role, Suffices> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      roles.put(role, suffices(cell(cells, role.label())));
    }
    Map<Situation, Answer> situations = new EnumMap<>(Situation.class);
    for (Situation situation : Situation.values()) {
      situations.put(situation, answer(cell(cells, situation.column)));
    }
    String only = Objects.requireNonNullElse(route.group(3), "");
    return new Row(
        function, route.group(1) + " " + PREFIX + route.group(2), only, roles, situations);
  }

  private static String cell(Map<String, String> cells, String column) {
    return Optional.ofNullable(cells.get(column))
        .orElseThrow(() -> unreadable("no column " + column + " for " + cells));
  }

  /** {@code yes}, or which suffice with what the others are answered, or only the latter. */
  private static Suffices suffices(String cell) {
    if (cell.equals("yes")) {
      return new Suffices(EnumSet.allOf(Capacity.class), Map.of());
    }
    if (cell.matches("40[34].*")) {
      return new Suffices(Set.of(), refusals(cell));
    }
    String[] parts = cell.split(", else ", 2);
    Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
    for (String letter : parts[0].split(" ")) {
      capacities.add(capacity(letter));
    }
    if (capacities.contains(Capacity.PREPARER)) {
      capacities.add(Capacity.SIGNER);
    }
    return new Suffices(capacities, refusals(parts.length == 2 ? parts[1] : "403"));
  }

  private static Map<Capacity, String> refusals(String cell) {
    String[] parts = cell.split(", ");
    Map<Capacity, String> refusals = new EnumMap<>(Capacity.class);
    for (Capacity capacity : Capacity.values()) {
      refusals.put(capacity, word(parts[0]));
    }
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      String[] words = part.split(" ");
      refusals.put(capacity(words[0]), word(words[1]));
    }
    return refusals;
  }

  private static Capacity capacity(String letter) {
    return Arrays.stream(Capacity.values())
        .filter(each -> each.name().startsWith(letter) && letter.length() == 1)
        .findFirst()
        .orElseThrow(() -> unreadable(letter));
  }

  private static Answer answer(String cell) {
    String[] parts = cell.split(", ");
    Map<Role, String> exceptions = new EnumMap<>(Role.class);
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      String[] words = part.split(" ");
      exceptions.put(Role.valueOf(words[0].toUpperCase(Locale.ROOT)), word(words[1]));
    }
    return new Answer(word(parts[0]), exceptions);
  }

  private static String word(String word) {
    if (!word.matches("yes|without|-|40[134]")) {
      throw unreadable(word);
    }
    return word;
  }

  private static AssertionError unreadable(String what) {
    return new AssertionError("docs/access.md is not readable: " + what);
  }
}
