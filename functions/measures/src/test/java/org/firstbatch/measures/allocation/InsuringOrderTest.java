package org.firstbatch.measures.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InsuringOrderTest {

  private static Claim claim(long insured, long received, String insurer, String policy) {
    return new Claim(
        "E1", "企业", insurer, policy, insured, received, "2026Q1", 1, Reasons.NONE, false);
  }

  @Test
  void shouldOrderByTimeThenReceiptThenInsurerThenPolicy() {
    List<Claim> ordered =
        List.of(
            Samples.carried(claim(9, 9, "Z", "9")),
            claim(1, 5, "B", "2"),
            claim(2, 3, "B", "2"),
            claim(2, 4, "A", "9"),
            claim(2, 4, "B", "1"),
            claim(2, 4, "B", "10"),
            claim(2, 4, "B", "2"),
            claim(3, 1, "A", "1"));
    List<Claim> shuffled = new ArrayList<>(ordered);
    for (long seed = 0; seed < 50; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(ordered, InsuringOrder.inOrder(shuffled), "seed " + seed);
    }
  }

  @Test
  void shouldCompareTextsByTheirBytesInUtf8() {
    String[] texts = {
      "", "a", "ab", "é", "中", "\uE000", "￥", "\uFFFF", "𠮷", "𠮷a", "\u0000", "中国"
    };
    for (String a : texts) {
      for (String b : texts) {
        int bytes =
            Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
        assertEquals(
            Integer.signum(bytes),
            Integer.signum(InsuringOrder.compareUtf8(a, b)),
            a + " against " + b);
      }
    }
  }

  @Test
  void shouldReachBothEndsOfTheRangeOfInstants() {
    Claim first = claim(0, 0, "A", "1");
    Claim last = claim(LocalSecond.LIMIT - 1, LocalSecond.LIMIT - 1, "A", "2");
    Claim carriedLast = Samples.carried(last);

    assertEquals(
        List.of(carriedLast, first, last),
        InsuringOrder.inOrder(List.of(last, first, carriedLast)));
  }

  @Test
  void shouldSortKeysByTheirHighBitsAndKeepEqualOnesInPlace() {
    Random random = new Random(7);
    long[] keys = random.longs(5_000, 0, Long.MAX_VALUE).toArray();
    long[] expected =
        Arrays.stream(keys)
            .boxed()
            .sorted((a, b) -> Long.compare(a >>> 40, b >>> 40))
            .mapToLong(Long::longValue)
            .toArray();

    assertArrayEquals(expected, RadixSort.sort(keys, 40));
    assertTrue(RadixSort.sort(new long[0], 40).length == 0);
  }
}
