package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.template.FunctionSpec;
import org.junit.jupiter.api.Test;

/** The example events: readable, explained, and played by a test. */
class EventsTest {

  private static final Path EVENTS = Checkout.root().resolve("events");
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
    Set<String> explained =
        LINE.matcher(Checkout.text(EVENTS.resolve("README.md")))
            .results()
            .map((MatchResult line) -> line.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(names(), explained);
  }

  @Test
  void shouldEachBePlayedByATest() {
    String tests =
        Checkout.files(Checkout.root()).stream()
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> file.toString().contains("/src/test/"))
            .map(Checkout::text)
            .collect(Collectors.joining("\n"));
    Set<String> unplayed = names();
    unplayed.removeIf(
        name -> tests.contains("\"" + name + "\"") || tests.contains(name + ".json\""));

    assertEquals(Set.of(), unplayed);
  }

  /** Each trigger of the template has an example. */
  @Test
  void shouldShowEveryTrigger() {
    String all = events().stream().map(Checkout::text).collect(Collectors.joining("\n"));

    for (String sign :
        List.of("\"routeKey\"", "\"Object Created\"", "\"scheduledTime\"", "\"Records\"")) {
      assertFalse(!all.contains(sign), () -> "no example with " + sign);
    }
  }

  /** What an example shows must be what a rule of the template lets through. */
  @Test
  void shouldShowOnTheJournalsBusWhatSomeFunctionHears() {
    Set<String> heard = new TreeSet<>();
    for (Path event : events()) {
      JsonNode json = Json.object(Checkout.text(event));
      if (json.path("source").asText().equals("firstbatch.journal")) {
        List<String> functions = hearing(json);
        assertFalse(functions.isEmpty(), () -> name(event) + " would reach nobody");
        heard.addAll(functions);
      }
    }

    assertEquals(listening(), heard);
  }

  private static List<String> hearing(JsonNode event) {
    return Checkout.functions().stream()
        .filter(function -> function.rules().stream().anyMatch(r -> r.pattern().takes(event)))
        .map(FunctionSpec::name)
        .toList();
  }

  private static Set<String> listening() {
    return Checkout.functions().stream()
        .filter(function -> function.rules().stream().anyMatch(EventsTest::isOnOwnBus))
        .map(FunctionSpec::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOnOwnBus(FunctionSpec.EventRule rule) {
    return !rule.bus().equals(FunctionSpec.EventRule.DEFAULT_BUS);
  }

  private static Set<String> names() {
    return events().stream().map(EventsTest::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
