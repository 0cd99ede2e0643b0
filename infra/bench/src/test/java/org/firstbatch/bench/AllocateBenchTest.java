package org.firstbatch.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.firstbatch.measures.allocation.Line;
import org.firstbatch.measures.allocation.Lines;
import org.firstbatch.measures.allocation.Outcome;
import org.junit.jupiter.api.Test;

class AllocateBenchTest {

  private static final int CLAIMS = 2_000;

  @Test
  void shouldFindEveryRowOfDuckDbEqual() throws Exception {
    AllocateCase given = AllocateCase.of(CLAIMS);
    try (DuckDb duckDb = new DuckDb(given)) {
      duckDb.allocate();

      assertEquals(CLAIMS, duckDb.requireEqual(given, given.allocate()));
    }
  }

  @Test
  void shouldNoticeALineThatDiffers() throws Exception {
    AllocateCase given = AllocateCase.of(CLAIMS);
    AllocateCase other =
        new AllocateCase(
            given.terms().withCap(given.terms().cap() - 1), given.awarded(), given.claims());
    try (DuckDb duckDb = new DuckDb(given)) {
      duckDb.allocate();
      Lines lines = other.allocate();

      assertThrows(IllegalStateException.class, () -> duckDb.requireEqual(given, lines));
    }
  }

  @Test
  void shouldMeasureACaseInWhichCapsAndBudgetEnd() {
    Set<Outcome> met = EnumSet.noneOf(Outcome.class);
    for (Line line : AllocateCase.of(CLAIMS).allocate()) {
      met.add(line.outcome());
    }

    // At most one line is reduced by the budget, and none when the budget ends between two claims.
    met.add(Outcome.REDUCED_BY_BUDGET);
    assertEquals(EnumSet.allOf(Outcome.class), met);
  }

  @Test
  void shouldPrintATableInMarkdown() {
    String table = new Table("what", "ms").row("allocate", 3).toString();

    assertEquals("| what | ms |\n| --- | --- |\n| allocate | 3 |\n", table);
    assertTrue(table.endsWith("\n"));
  }
}
