package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @Test
  void shouldCountADayWithoutATimeAsItsEnd() {
    assertEquals(Instant.parse("2026-03-31T15:59:59Z"), Moment.parse("2026-03-31").instant());
    assertTrue(Moment.parse("2026-03-31").compareTo(Moment.parse("2026-03-31T23:59:58")) > 0);
  }

  @Test
  void shouldKeepTwentyFourHoursOnItsDay() {
    Moment moment = Moment.parse("2026-03-31T24:00");
    assertEquals(day("2026-03-31"), moment.day());
    assertEquals(Instant.parse("2026-03-31T16:00:00Z"), moment.instant());
  }

  @Test
  void shouldReadAnInstantInShanghaiCutToTheSecond() {
    Moment moment = Moment.parse("2026-03-31T16:00:00.9Z");
    assertEquals(day("2026-04-01"), moment.day());
    assertEquals(Instant.parse("2026-03-31T16:00:00Z"), moment.instant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-03-31", "2026-03-31T10:15:30", "2026-03-31T24:00:00", "2026-03-31T00:00:00"})
  void shouldReadWhatItWrites(String text) {
    assertEquals(text, Moment.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-29", "31.03.2026", "2026-03-31T25:00", "2026-02-30T24:00", ""})
  void shouldRefuseDaysAndTimesThatDoNotExist(String text) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Moment.parse(text));
    assertTrue(refused.toString().contains("2026-03-31T10:00"), refused.toString());
  }
}
