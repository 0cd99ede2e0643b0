package org.firstbatch.measures.allocation;

/**
 * Sorts non-negative longs in time linear in their number: least significant digit first, eleven
 * bits a digit, digits that are the same everywhere left out. See Knuth, The Art of Computer
 * Programming 3, 5.2.5.
 */
final class RadixSort {

  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private RadixSort() {}

  /**
   * Sorts by the bits from {@code lowestBit} up; equal ones keep their order. The given array is
   * used up.
   */
  static long[] sort(long[] keys, int lowestBit) {
    long differing = differing(keys);
    long[] from = keys;
    long[] to = new long[keys.length];
    for (int shift = lowestBit; shift < Long.SIZE; shift += BITS) {
      if ((differing >>> shift & BUCKETS - 1) != 0) {
        scatter(from, to, shift);
        long[] swap = from;
        from = to;
        to = swap;
      }
    }
    return from;
  }

  private static long differing(long[] keys) {
    long differing = 0;
    for (long key : keys) {
      differing |= key ^ keys[0];
    }
    return differing;
  }

  private static void scatter(long[] from, long[] to, int shift) {
    int[] next = starts(from, shift);
    for (long key : from) {
      to[next[digit(key, shift)]++] = key;
    }
  }

  private static int[] starts(long[] keys, int shift) {
    int[] counts = new int[BUCKETS];
    for (long key : keys) {
      counts[digit(key, shift)]++;
    }
    int start = 0;
    for (int i = 0; i < BUCKETS; i++) {
      int count = counts[i];
      counts[i] = start;
      start += count;
    }
    return counts;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & BUCKETS - 1;
  }
}
