package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void shouldShowAllThreeLimitsAndEachDayLookedAt() {
    // Given day 30 on 1 May 2026, a holiday
    Deadline deadline = deadline("2026-04-01", Sample.good().certificate);
    assertEquals(day("2026-05-06"), deadline.latest());
    List<String> reasons = deadline.reasons().stream().map(Text::en).toList();
    assertTrue(reasons.get(0).contains("2026-04-01"), reasons.toString());
    assertTrue(reasons.get(1).contains("2026-05-06"), reasons.toString());
    assertTrue(reasons.get(2).contains("2027-01-05"), reasons.toString());
    assertTrue(reasons.get(3).contains("2028-06-30"), reasons.toString());
    assertEquals(4 + 6, reasons.size(), "four sentences and 1 to 6 May");
  }

  @Test
  void shouldTakeTheEarliestOfTheThree() {
    Sample sample = Sample.with(s -> s.certify("2025-04-20", "2026-04-20"));
    Deadline deadline = deadline("2026-04-01", sample.certificate);
    assertEquals(day("2026-04-20"), deadline.certainlyInTimeThrough());
    assertTrue(deadline.isCertain());
  }

  @Test
  void shouldSayWhatIsCertainWhileTheCalendarIsNot() {
    Deadline deadline = deadline("2026-12-20", null);
    assertFalse(deadline.isCertain());
    assertEquals(day("2027-01-19"), deadline.certainlyInTimeThrough());
    assertEquals(day("2027-02-19"), deadline.latest());
  }

  @Test
  void shouldCiteTheThirtyDays() {
    assertEquals("第十一条", deadline("2026-04-01", null).windowDays().article());
  }

  private static Deadline deadline(String start, @Nullable Certificate certificate) {
    return Deadline.of(
        day(start),
        day("2026-01-01"),
        certificate,
        new Law(Editions.dalian(), day(start)),
        RestDays.shipped());
  }
}
