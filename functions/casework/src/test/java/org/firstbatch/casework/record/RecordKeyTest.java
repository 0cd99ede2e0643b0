package org.firstbatch.casework.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordKeyTest {

  @Test
  void shouldSortKeysAsTheirPartsDo() {
    List<String> parts = List.of("A", "A ", "A B", "A!B", "A\"B", "A#B", "A%B", "A-B", "A0", "AB");

    for (int i = 1; i < parts.size(); i++) {
      String before = RecordKey.join("x", parts.get(i - 1), "z");
      String after = RecordKey.join("x", parts.get(i), "a");
      assertTrue(before.compareTo(after) < 0, before + " before " + after);
    }
  }

  @Test
  void shouldKeepWhatStandsBehindAKeyTogetherWithIt() {
    String claim = RecordKey.join("2026", "A1");
    String mark = claim + "!mark";

    assertTrue(mark.compareTo(RecordKey.join("2026", "A1 B")) < 0);
    assertEquals("2026!A1", claim);
  }
}
