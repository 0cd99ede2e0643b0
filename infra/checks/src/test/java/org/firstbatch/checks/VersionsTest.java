package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A version stands in one place; where it must stand in two, it is the same. */
class VersionsTest {

  private static final String POM = Checkout.text(Checkout.root().resolve("pom.xml"));
  private static final String VERSION = "(\\d+(?:\\.\\d+)+)";

  @Test
  void shouldNameOneLocalStack() {
    Map<String, Set<String>> named =
        named(
            "localstack-core==" + VERSION,
            "localstack/localstack:" + VERSION,
            "LocalStack " + VERSION,
            "\"localstack\":\\{\"version\":\"" + VERSION);

    assertOne(named, "infra/localstack/python/constraints.txt");
    assertTrue(named.toString().contains("DockerLocalStack.java"), named.toString());
  }

  @Test
  void shouldAskForOneMaven() {
    assertOne(named("Maven " + VERSION, "has_maven " + VERSION), "README.md");
  }

  @Test
  void shouldAskForOneNode() {
    assertOne(named("Node(?:\\.js)? " + VERSION, "minor / 100 < " + VERSION), ".ci/run");
  }

  /** With which versions something was measured must be those that the build then had. */
  @Test
  void shouldHaveMeasuredWhatTheBuildUses() {
    Path page = Checkout.root().resolve("docs/performance.md");

    assertEquals(Set.of(property("duckdb.version")), in(page, "DuckDB " + VERSION));
    assertEquals(Set.of(property("dynamodb.local.version")), in(page, "DynamoDB Local " + VERSION));
  }

  /** Each package of the constraints is pinned, and none in two versions. */
  @Test
  void shouldPinEachPackageOfPythonToOneVersion() {
    for (Path file : Checkout.files(Checkout.root())) {
      if (file.getFileName().toString().equals("constraints.txt")) {
        Set<String> names = new TreeSet<>();
        Checkout.text(file)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .forEach(
                line -> {
                  assertTrue(line.matches("[\\w.\\[\\]-]+==[\\w.+!-]+"), file + ": " + line);
                  assertTrue(names.add(line.replaceFirst("==.*", "")), file + ": " + line);
                });
        assertFalse(names.isEmpty(), file.toString());
      }
    }
  }

  @Test
  void shouldHaveNoVersionThatNothingUses() {
    String poms =
        Checkout.files(Checkout.root()).stream()
            .filter(file -> file.getFileName().toString().equals("pom.xml"))
            .map(Checkout::text)
            .collect(Collectors.joining());
    Set<String> unused =
        Pattern.compile("<([\\w.]+\\.version)>")
            .matcher(POM)
            .results()
            .map((MatchResult property) -> property.group(1))
            .filter(property -> !poms.contains("${" + property + "}"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(Set.of(), unused);
  }

  /** A module that names a version of its own hides it from the one place. */
  @Test
  void shouldNameVersionsInTheParentOnly() {
    Map<String, Set<String>> own = new TreeMap<>();
    for (Path file : Checkout.files(Checkout.root())) {
      if (file.getFileName().toString().equals("pom.xml")
          && !file.equals(Checkout.root().resolve("pom.xml"))) {
        Set<String> versions = in(file, "<version>([^$<]+)</version>");
        versions.remove(Checkout.version());
        if (!versions.isEmpty()) {
          own.put(Checkout.root().relativize(file).toString(), versions);
        }
      }
    }

    assertEquals(Map.of(), own);
  }

  private static String property(String name) {
    Matcher found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(POM);
    assertTrue(found.find(), name);
    return found.group(1);
  }

  /** By version: the files that name it. */
  private static Map<String, Set<String>> named(String... patterns) {
    Map<String, Set<String>> named = new TreeMap<>();
    for (Path file : Checkout.files(Checkout.root())) {
      String path = Checkout.root().relativize(file).toString();
      for (String pattern : patterns) {
        in(file, pattern)
            .forEach(version -> named.computeIfAbsent(version, _ -> new TreeSet<>()).add(path));
      }
    }
    return named;
  }

  private static Set<String> in(Path file, String pattern) {
    return Pattern.compile(pattern)
        .matcher(Checkout.ascii(file))
        .results()
        .map((MatchResult version) -> version.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertOne(Map<String, Set<String>> named, String home) {
    assertEquals(1, named.size(), named.toString());
    assertTrue(named.toString().contains(home), () -> home + " names none: " + named);
  }
}
