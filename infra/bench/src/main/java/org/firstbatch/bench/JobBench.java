package org.firstbatch.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firstbatch.allocation.RunPlan;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.record.Table;
import org.firstbatch.storage.Backoff;
import org.firstbatch.storage.DynamoRecords;
import org.firstbatch.storage.server.DynamoDbServer;

/**
 * The quarterly job on DynamoDB Local, which is a process of its own, against a bare loop over the
 * SDK that reads the same claims and writes as many lines of the same form in batches, with the
 * same number of batches under way. The job also sorts out what is visible and ready, allocates,
 * and writes its three files; all that is what the ratio may cost.
 */
public final class JobBench {

  static final int PUT_CONCURRENCY = 4;

  private static final Instant SCHEDULED = Instant.parse("2026-04-20T22:00:00Z");
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Counting counting = new Counting(DynamoDbServer.get().endpoint());
  private int runs;

  JobBench() {}

  /** Takes numbers of claims with commas between, smaller ones first, and how many rounds each. */
  public static void main(String[] args) throws Exception {
    JobBench bench = new JobBench();
    Summary table = new Summary();
    for (int size : Arrays.stream(args[0].split(",")).mapToInt(Integer::parseInt).toArray()) {
      bench.measure(size, Integer.parseInt(args[1]), table);
    }
    System.out.println(table);
  }

  /** The table and, under it, the requests of the job that the loop does not make. */
  static final class Summary {
    private final org.firstbatch.bench.Table rows =
        new org.firstbatch.bench.Table(
            "claims",
            "job s",
            "bare loop s",
            "wall ratio",
            "job CPU µs a claim",
            "loop CPU µs a claim",
            "CPU ratio",
            "claim reads job / loop",
            "line batches job / loop",
            "other requests",
            "most alive, job MB");
    private final List<String> others = new ArrayList<>();

    @Override
    public String toString() {
      return rows + "\n" + String.join("\n", others);
    }
  }

  /** What one run took. */
  private record Took(long wall, long cpu, Counting.Requests requests) {}

  void measure(int size, int rounds, Summary table) throws Exception {
    System.err.printf("job: %,d claims ...%n", size);
    JobCase given = new JobCase(counting.client(), size, PUT_CONCURRENCY);
    given.load();
    if (runs == 0) {
      took(() -> job(given));
      given.requirePlanAndVoidIt();
      took(() -> loop(given));
    }
    List<Took> ours = new ArrayList<>();
    List<Took> peers = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ours.add(took(() -> job(given)));
      given.requirePlanAndVoidIt();
      peers.add(took(() -> loop(given)));
      requireSameWork(ours.getLast().requests(), peers.getLast().requests());
    }
    long mostLive = Heap.mostLive(() -> job(given));
    given.requirePlanAndVoidIt();
    row(table, size, ours, peers, mostLive);
  }

  /** A ratio of two runs says nothing where one asked the store more often than the other. */
  static void requireSameWork(Counting.Requests job, Counting.Requests bare) {
    job.requireAsMany("Query", Table.CLAIMS, bare);
    job.requireAsMany("BatchWriteItem", Table.PLAN_LINES, bare);
  }

  private static void row(
      Summary table, int size, List<Took> ours, List<Took> peers, long mostLive) {
    double ratio = median(ours, peers, true);
    Counting.Requests job = ours.getFirst().requests();
    Counting.Requests bare = peers.getFirst().requests();
    table.rows.row(
        "%,d".formatted(size),
        "%.1f".formatted(least(ours, true) / 1e9),
        "%.1f".formatted(least(peers, true) / 1e9),
        "%.2f".formatted(ratio),
        "%.1f".formatted(least(ours, false) / 1e3 / size),
        "%.1f".formatted(least(peers, false) / 1e3 / size),
        "%.2f".formatted(median(ours, peers, false)),
        job.of("Query", Table.CLAIMS) + " / " + bare.of("Query", Table.CLAIMS),
        job.of("BatchWriteItem", Table.PLAN_LINES)
            + " / "
            + bare.of("BatchWriteItem", Table.PLAN_LINES),
        job.total() - bare.total(),
        "%.1f".formatted(mostLive / 1e6));
    table.others.add(
        "%,d claims, other requests of the job: %s".formatted(size, job.without(bare)));
  }

  private static double median(List<Took> ours, List<Took> peers, boolean wall) {
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      double our = wall ? ours.get(i).wall() : ours.get(i).cpu();
      ratios[i] = our / (wall ? peers.get(i).wall() : peers.get(i).cpu());
    }
    Arrays.sort(ratios);
    return ratios[ratios.length / 2];
  }

  private static long least(List<Took> all, boolean wall) {
    return all.stream().mapToLong(took -> wall ? took.wall() : took.cpu()).min().orElseThrow();
  }

  private Took took(Rounds.Work work) throws Exception {
    counting.reset();
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    return new Took(
        System.nanoTime() - wall, SYSTEM.getProcessCpuTime() - cpu, counting.requests());
  }

  private void job(JobCase given) throws Exception {
    runs++;
    try (DiskObjects objects = new DiskObjects()) {
      DynamoRecords records =
          new DynamoRecords(counting.client(), Table::label, Backoff.standard(), PUT_CONCURRENCY);
      new RunPlan(records, objects, new ShippedSchemes())
          .run(JobCase.SCHEME, given.year(), "bench-" + runs, "system", SCHEDULED);
    }
  }

  private void loop(JobCase given) throws Exception {
    runs++;
    new BareLoop(counting.client(), PUT_CONCURRENCY).run(given, "bare-" + runs);
  }
}
