package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;

/**
 * Every role may do what its function does in a year of the city: no stand-in here enforces IAM.
 */
class GrantsTest {

  private static final Pattern TABLE = Pattern.compile("Storage\\.Outputs\\.(\\w+)TableArn");

  @Test
  void shouldGrantEachFunctionWhatItDoesToTheTables() {
    try (FakeCloud cloud = new FakeCloud()) {
      new YearOfExamples(cloud, new Play(OpenApi.read(), cloud)).play();

      Map<String, Set<String>> missing = new TreeMap<>();
      Map<String, Set<String>> granted = granted();
      cloud
          .uses()
          .forEach(
              (function, uses) -> {
                Set<String> more = new TreeSet<>(uses);
                more.removeAll(granted.getOrDefault(function, Set.of()));
                if (!more.isEmpty()) {
                  missing.put(function, more);
                }
              });
      assertEquals(Map.of(), missing);
    }
  }

  private static Map<String, Set<String>> granted() {
    return Cloud.resources(Cloud.read(Checkout.template()), "AWS::Serverless::Function").stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                function ->
                    Cloud.statements(function.getValue().path("Properties").path("Policies"))
                        .stream()
                        .flatMap(GrantsTest::grants)
                        .collect(Collectors.toSet())));
  }

  private static Stream<String> grants(JsonNode statement) {
    return Cloud.each(statement.path("Resource")).stream()
        .map(resource -> TABLE.matcher(resource.toString()))
        .filter(Matcher::find)
        .flatMap(
            table ->
                Cloud.each(statement.path("Action")).stream()
                    .map(action -> label(table.group(1)) + " " + action.asText()));
  }

  private static String label(String output) {
    return Stream.of(Table.values())
        .map(Table::label)
        .filter(label -> label.replace("-", "").equalsIgnoreCase(output))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table " + output));
  }
}
