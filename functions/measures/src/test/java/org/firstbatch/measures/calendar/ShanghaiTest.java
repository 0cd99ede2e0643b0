package org.firstbatch.measures.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
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
  @ValueSource(strings = {"", "2026-02-29", "2026-02-24T10:15:30", "2026-02-24 10:15", "tomorrow"})
  void shouldRefuseWhatIsNoInstant(String text) {
    assertThrows(IllegalArgumentException.class, () -> Shanghai.parse(text));
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
