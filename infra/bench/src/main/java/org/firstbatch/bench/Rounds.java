package org.firstbatch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Two ways to do one thing, measured by turns so that whatever slows the machine slows both.
 *
 * @param ours nanoseconds of each round
 * @param peers nanoseconds of each round
 */
record Rounds(Samples ours, Samples peers) {

  /** Work that may fail as JDBC does. */
  interface Work {
    void run() throws Exception;
  }

  static Rounds interleaved(int warmUps, int rounds, Work ours, Work peers) throws Exception {
    measure(warmUps, ours, peers);
    return measure(rounds, ours, peers);
  }

  private static Rounds measure(int rounds, Work ours, Work peers) throws Exception {
    long[] us = new long[rounds];
    long[] them = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      us[i] = nanos(ours);
      them[i] = nanos(peers);
    }
    return new Rounds(Samples.of(us), Samples.of(them));
  }

  static long nanos(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  /** The least CPU time of this thread in some rounds: what other processes disturb least. */
  static long leastCpuNanos(int rounds, Work work) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      long before = threads.getCurrentThreadCpuTime();
      work.run();
      least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
    }
    return least;
  }

  /** How many times as long the peer took, in the middle round of all sorted by that ratio. */
  double medianRatio() {
    double[] ratios = new double[ours.size()];
    Arrays.setAll(ratios, i -> (double) peers.nanos(i) / ours.nanos(i));
    Arrays.sort(ratios);
    return ratios[ratios.length / 2];
  }

  /** Durations in the order in which they were measured. */
  static final class Samples {
    private final long[] nanos;

    private Samples(long[] nanos) {
      this.nanos = nanos;
    }

    static Samples of(long[] nanos) {
      return new Samples(nanos);
    }

    int size() {
      return nanos.length;
    }

    long nanos(int round) {
      return nanos[round];
    }

    double medianMillis() {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2] / 1e6;
    }
  }
}
