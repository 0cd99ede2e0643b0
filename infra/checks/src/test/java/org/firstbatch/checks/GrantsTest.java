package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.Answers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every role may do what its function does in a year of the city, and nothing else: no stand-in
 * here enforces IAM.
 */
class GrantsTest {

  private static final Path REASONS =
      Checkout.root().resolve("infra/checks/src/test/resources/grants-not-played.txt");

  private static final List<Grant> GRANTS = Grant.all();

  /** What reads other records, or more of them, than the sample edition's answer does. */
  private static final Map<String, String> OTHER_ANSWERS = Map.of("cap-year", "both-smaller-left");

  private static final Map<String, Set<String>> USES = new TreeMap<>();

  @BeforeAll
  static void playTheYear() {
    for (Schemes schemes : List.of(new ShippedSchemes(), Answers.of(OTHER_ANSWERS))) {
      try (FakeCloud cloud = new FakeCloud(schemes)) {
        Scenes scenes = Scenes.play(cloud);
        scenes.backTo("requestRun", "regulator-1");
        cloud.quarter(Instant.parse("2026-04-20T22:00:00Z"));
        scenes.backTo("listPlans", "commission-1");
        cloud.quarter(Instant.parse("2026-07-20T22:00:00Z"));
        cloud
            .uses()
            .forEach((name, used) -> USES.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(used));
      }
    }
  }

  @Test
  void shouldGrantEachFunctionWhatItDoesToTablesAndObjects() {
    Map<String, Set<String>> missing = new TreeMap<>();
    USES.forEach(
        (function, used) -> {
          Set<String> more = new TreeSet<>(used);
          more.removeIf(use -> GRANTS.stream().anyMatch(g -> g.isOf(function) && g.allows(use)));
          if (!more.isEmpty()) {
            missing.put(function, more);
          }
        });

    assertEquals(Map.of(), missing);
  }

  /** What the year does not show is named in the list, with what it is for. */
  @Test
  void shouldGrantNoFunctionMoreThanItUses() {
    Set<String> unused =
        GRANTS.stream()
            .filter(
                grant ->
                    USES.getOrDefault(grant.function(), Set.of()).stream().noneMatch(grant::allows))
            .map(Grant::toString)
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(String.join("\n", reasons().keySet()), String.join("\n", unused));
  }

  @Test
  void shouldSayOfEachGrantThatTheYearDoesNotShowWhatItIsFor() {
    reasons().forEach((grant, reason) -> assertTrue(reason.length() > 10, grant));
  }

  /** Grant, and what it is for. */
  private static Map<String, String> reasons() {
    return Checkout.text(REASONS)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" - ", 2))
        .collect(
            Collectors.toMap(
                line -> line[0], line -> line[line.length - 1], (a, b) -> a + b, TreeMap::new));
  }
}
