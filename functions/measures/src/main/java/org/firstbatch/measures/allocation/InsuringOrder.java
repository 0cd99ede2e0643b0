package org.firstbatch.measures.allocation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;

/**
 * The queue of 第十三条: insuring time, then the time the row was first received, then insurer, then
 * policy number by the bytes of UTF-8. Claims carried from a closed year (question 10) come first.
 *
 * <p>A million claims are put in order without a comparison for most of them: the second and the
 * claim's place in the list share one long, the longs are sorted, and only claims of the same
 * second are looked at again.
 */
public final class InsuringOrder {

  /** The same order, claim against claim; 0 only for two records of one claim. */
  public static final Comparator<Claim> COMPARATOR = InsuringOrder::compare;

  /** 2^30 claims; the seconds of a century, twice, fit into the 33 bits above them. */
  private static final int INDEX_BITS = 30;

  private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

  private InsuringOrder() {}

  static int compare(Claim a, Claim b) {
    if (a.carried() != b.carried()) {
      return a.carried() ? -1 : 1;
    }
    int byTime = Long.compare(a.insured(), b.insured());
    return byTime != 0 ? byTime : compareTied(a, b);
  }

  private static int compareTied(Claim a, Claim b) {
    int byReceipt = Long.compare(a.received(), b.received());
    if (byReceipt != 0) {
      return byReceipt;
    }
    int byInsurer = compareUtf8(a.insurer(), b.insurer());
    return byInsurer != 0 ? byInsurer : compareUtf8(a.policy(), b.policy());
  }

  /** The claims in order, as a view on the given list, which must not change meanwhile. */
  public static List<Claim> inOrder(List<Claim> claims) {
    return new View(claims, permutation(claims));
  }

  /** The places of the claims in the given list, in order. */
  static int[] permutation(List<Claim> claims) {
    long[] keys = RadixSort.sort(keys(claims), INDEX_BITS);
    int[] places = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      places[i] = (int) (keys[i] & INDEX_MASK);
    }
    orderTies(claims, keys, places);
    return places;
  }

  private static long[] keys(List<Claim> claims) {
    long[] keys = new long[claims.size()];
    int place = 0;
    for (Claim claim : claims) {
      long second = claim.carried() ? claim.insured() : claim.insured() + LocalSecond.LIMIT;
      keys[place] = second << INDEX_BITS | place;
      place++;
    }
    return keys;
  }

  private static void orderTies(List<Claim> claims, long[] keys, int[] places) {
    for (int from = 0, to; from < keys.length; from = to) {
      to = from + 1;
      while (to < keys.length && keys[to] >>> INDEX_BITS == keys[from] >>> INDEX_BITS) {
        to++;
      }
      if (to - from > 1) {
        orderTie(claims, places, from, to);
      }
    }
  }

  private static void orderTie(List<Claim> claims, int[] places, int from, int to) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = claims.get(places[i]).received() << INDEX_BITS | places[i];
    }
    Arrays.sort(keys);
    for (int i = from; i < to; i++) {
      places[i] = (int) (keys[i - from] & INDEX_MASK);
    }
    for (int start = 0, end; start < keys.length; start = end) {
      end = start + 1;
      while (end < keys.length && keys[end] >>> INDEX_BITS == keys[start] >>> INDEX_BITS) {
        end++;
      }
      if (end - start > 1) {
        orderByNames(claims, places, from + start, from + end);
      }
    }
  }

  private static void orderByNames(List<Claim> claims, int[] places, int from, int to) {
    Integer[] tied = new Integer[to - from];
    Arrays.setAll(tied, i -> places[from + i]);
    Arrays.sort(tied, (a, b) -> compareTied(claims.get(a), claims.get(b)));
    for (int i = from; i < to; i++) {
      places[i] = tied[i - from];
    }
  }

  /**
   * Compares as the bytes of UTF-8 do, which is by code point. {@link String#compareTo} differs: in
   * UTF-16 the halves of characters beyond U+FFFF come before U+E000.
   */
  public static int compareUtf8(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }

  private static final class View extends AbstractList<Claim> implements RandomAccess {
    private final List<Claim> claims;
    private final int[] places;

    View(List<Claim> claims, int[] places) {
      this.claims = claims;
      this.places = places;
    }

    @Override
    public Claim get(int index) {
      return claims.get(places[index]);
    }

    @Override
    public int size() {
      return places.length;
    }
  }
}
