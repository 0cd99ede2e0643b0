package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firstbatch.casework.json.Json;
import org.firstbatch.checks.Trigger.Kind;
import org.junit.jupiter.api.Test;

/** The example events: readable, explained, and played by a test. */
class EventsTest {

  private static final Path EVENTS = Checkout.root().resolve("events");

  /** Calls a handler with an example, or reads one to change it first. */
  private static final Pattern PLAYS =
      Pattern.compile("\\b(?:call|read)\\((?:[^;\"]*,)?\\s*\"([\\w-]+)(?:\\.json)?\"");

  private static final List<Trigger> TRIGGERS = Trigger.all();
  private static final Map<String, Set<String>> PLAYED = played();
  private static final Pattern LINE = Pattern.compile("(?m)^- `([\\w-]+)\\.json`: \\S.*$");

  private static List<Path> events() {
    return Checkout.files(EVENTS).stream().filter(f -> f.toString().endsWith(".json")).toList();
  }

  private static String name(Path event) {
    return event.getFileName().toString().replaceFirst("\\.json$", "");
  }

  @Test
  void shouldBeWellFormed() {
    assertFalse(events().isEmpty());
    events()
        .forEach(
            event -> assertDoesNotThrow(() -> Json.object(Checkout.text(event)), event.toString()));
  }

  @Test
  void shouldBeExplainedOneByOne() {
    List<String> explained =
        LINE.matcher(Checkout.text(EVENTS.resolve("README.md")))
            .results()
            .map((MatchResult line) -> line.group(1))
            .sorted()
            .toList();

    assertEquals(events().stream().map(EventsTest::name).sorted().toList(), explained);
  }

  /** Where a function is that an example reaches, a test must call it with the example. */
  @Test
  void shouldEachReachAFunctionWhoseModulePlaysIt() {
    Set<String> unplayed = new TreeSet<>();
    for (Path event : events()) {
      Set<String> modules =
          triggersOf(event).stream().map(Trigger::module).collect(Collectors.toSet());
      modules.removeIf(module -> !PLAYED.getOrDefault(module, Set.of()).contains(name(event)));
      if (modules.isEmpty()) {
        unplayed.add(name(event));
      }
    }

    assertEquals(Set.of(), unplayed);
  }

  /** Each function's routes, each schedule, rule and filter of a stream. */
  @Test
  void shouldShowEveryTriggerOfTheTemplateToTheModuleOfItsFunction() {
    Set<String> unshown = new TreeSet<>();
    for (Trigger trigger : TRIGGERS) {
      Set<String> played = PLAYED.getOrDefault(trigger.module(), Set.of());
      if (events().stream()
          .filter(event -> played.contains(name(event)))
          .noneMatch(event -> trigger.takes().test(Json.object(Checkout.text(event))))) {
        unshown.add(trigger.name());
      }
    }

    assertEquals(Set.of(), unshown);
  }

  /** What has no scheduled time at all is what a schedule must never send. */
  private static List<Trigger> triggersOf(Path event) {
    JsonNode json = Json.object(Checkout.text(event));
    boolean timeless = json.size() == 1 && json.has("time");
    return TRIGGERS.stream()
        .filter(trigger -> timeless ? trigger.kind() == Kind.SCHEDULE : trigger.takes().test(json))
        .toList();
  }

  /** By module: the examples with which a test calls a handler. */
  private static Map<String, Set<String>> played() {
    Map<String, Set<String>> played = new TreeMap<>();
    Path functions = Checkout.root().resolve("functions");
    for (Path file : Checkout.files(functions)) {
      String test = file.toString().endsWith("Test.java") ? Checkout.text(file) : "";
      if (test.contains("Path.of(\"../../events\"") && !test.contains("@Disabled")) {
        String module = functions.relativize(file).getName(0).toString();
        PLAYS
            .matcher(test.replaceAll("(?m)//.*$", ""))
            .results()
            .forEach(
                call -> played.computeIfAbsent(module, _ -> new TreeSet<>()).add(call.group(1)));
      }
    }
    return played;
  }
}
