package org.firstbatch.measures.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShanghaiTest {

  @ParameterizedTest
  @CsvSource({
    "2026-02-24, 2026-02-24T23:59:59+08:00",
    "2026-02-24T10:15:30+08:00, 2026-02-24T10:15:30+08:00",
    "2026-02-24T02:15:30.999Z, 2026-02-24T10:15:30+08:00",
    "2026-02-24T10:15+08:00, 2026-02-24T10:15:00+08:00"
  })
  void shouldReadInstantsToTheSecondAndADateAsItsEnd(String text, String instant) {
    assertEquals(instant, Shanghai.format(Shanghai.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-29",
        "2026-02-24T10:15:30",
        "2026-02-24 10:15",
        "tomorrow",
        "+12026-01-01",
        "1899-12-31"
      })
  void shouldRefuseWhatIsNoInstant(String text) {
    assertThrows(IllegalArgumentException.class, () -> Shanghai.parse(text));
  }

  @Test
  void shouldReadOnlyDaysThatExist() {
    assertEquals(LocalDate.of(2024, 2, 29), Shanghai.parseDay("2024-02-29"));
    for (String text : List.of("2025-02-29", "2026-2-4", "20260204", "+12026-01-01")) {
      var refused = assertThrows(IllegalArgumentException.class, () -> Shanghai.parseDay(text));
      assertTrue(refused.toString().contains(text));
    }
  }

  @Test
  void shouldChangeTheDayAtMidnightInShanghai() {
    LocalDate day = LocalDate.of(2026, 2, 24);
    assertEquals(day, Shanghai.dayOf(Instant.parse("2026-02-23T16:00:00Z")));
    assertEquals(day, Shanghai.dayOf(Shanghai.endOf(day)));
    assertEquals(day.plusDays(1), Shanghai.dayOf(Shanghai.endOf(day).plusSeconds(1)));
    assertEquals(Shanghai.startOf(day.plusDays(1)), Shanghai.endOf(day).plusSeconds(1));
  }
}
