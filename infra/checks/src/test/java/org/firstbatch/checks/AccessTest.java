package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.checks.AccessTable.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every cell of {@code docs/access.md} against the running functions. */
class AccessTest {

  private static final List<Row> ROWS = AccessTable.read();

  @TempDir private static Path folder;

  private static FakeCloud cloud;
  private static Scenes scenes;
  private static Situations situations;
  private static int cells;

  @BeforeAll
  static void playTheYear() {
    cloud = new FakeCloud();
    scenes = Scenes.play(cloud);
    situations = new Situations(cloud, new Front(cloud, folder));
  }

  @AfterAll
  static void count() {
    System.out.printf("access: %d routes, %,d cells%n", routes(ROWS).size(), cells);
    cloud.close();
  }

  private static Set<String> routes(List<Row> rows) {
    return rows.stream()
        .map(row -> row.function() + " " + row.route())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldHaveARowForEachRouteOfTheTemplateUnderItsFunctionAndNoOther() {
    Set<String> wired =
        Checkout.functions().stream()
            .flatMap(
                function -> function.routes().stream().map(r -> function.name() + " " + r.key()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(wired, routes(ROWS));
  }

  @Test
  void shouldHaveOneRowForEachRouteAndKindOfCase() {
    Map<String, Long> times =
        ROWS.stream().collect(Collectors.groupingBy(Row::name, Collectors.counting()));
    times.values().removeIf(count -> count == 1);

    assertEquals(Map.of(), times);
  }

  @TestFactory
  Stream<DynamicTest> shouldAnswerEachCellAsTheTableSays() {
    return ROWS.stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
  }

  private static void check(Row row) {
    AccessCells of = new AccessCells(situations, scenes, row);
    List<String> mistakes = of.mistakes();
    cells += of.cells();
    assertEquals("", String.join("\n", mistakes));
  }
}
