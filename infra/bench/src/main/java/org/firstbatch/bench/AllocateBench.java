package org.firstbatch.bench;

import java.util.Arrays;
import org.firstbatch.measures.allocation.Lines;

/**
 * Shuffled claims to ordered lines, against DuckDB in this process on two threads. Both start from
 * data that is loaded: we from a list of claims, DuckDB from its own table in memory. Both end with
 * the lines in memory and in order. Then every line is compared.
 */
public final class AllocateBench {

  /** Beyond it fewer rounds will do: one is long enough to even out what disturbs it. */
  private static final int LARGE = 2_000_000;

  private AllocateBench() {}

  /** Takes numbers of claims with commas between, each a row of the table. */
  public static void main(String[] args) throws Exception {
    System.out.println(
        table(Arrays.stream(args[0].split(",")).mapToInt(Integer::parseInt).toArray()));
  }

  static Table table(int... sizes) throws Exception {
    Table table =
        new Table(
            "claims",
            "firstbatch ms",
            "DuckDB ms",
            "times as fast",
            "CPU ns a claim",
            "allocated B a claim",
            "kept B a claim",
            "rows equal");
    for (int size : sizes) {
      System.err.printf("allocate: %,d claims ...%n", size);
      measure(table, size);
    }
    return table;
  }

  private static void measure(Table table, int size) throws Exception {
    AllocateCase given = AllocateCase.of(size);
    try (DuckDb duckDb = new DuckDb(given)) {
      Rounds measured =
          Rounds.interleaved(
              size > LARGE ? 1 : 3, size > LARGE ? 3 : 11, given::allocate, duckDb::allocate);
      table.row(
          "%,d".formatted(size),
          "%.0f".formatted(measured.ours().medianMillis()),
          "%.0f".formatted(measured.peers().medianMillis()),
          "%.2f".formatted(measured.medianRatio()),
          "%d".formatted(Rounds.leastCpuNanos(3, given::allocate) / size),
          "%.1f".formatted((double) Heap.allocated(given::allocate) / size),
          "%.1f".formatted((double) kept(given) / size),
          "%,d".formatted(duckDb.requireEqual(given, given.allocate())));
    }
  }

  /** What goes with the lines: both are looked at after everything else has been collected. */
  private static long kept(AllocateCase given) {
    return liveWithLines(given) - Heap.live();
  }

  private static long liveWithLines(AllocateCase given) {
    Lines lines = given.allocate();
    long live = Heap.live();
    if (lines.size() != given.claims().size()) {
      throw new IllegalStateException("%d lines".formatted(lines.size()));
    }
    return live;
  }
}
