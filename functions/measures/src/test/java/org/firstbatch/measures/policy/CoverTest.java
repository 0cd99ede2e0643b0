package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverTest {

  @ParameterizedTest(name = "{0} to {1}: last day {2}, D {3}, d {4}")
  @CsvSource({
    // a plain last day
    "2026-05-01, 2027-04-30, 2027-04-30, 365, 365",
    // 零时 of the corresponding day, and of any other
    "2026-05-01, 2027-05-01T00:00, 2027-04-30, 365, 365",
    "2026-05-01T00:00, 2026-09-01T00:00, 2026-08-31, 123, 123",
    // the corresponding day without a time
    "2026-05-01, 2027-05-01, 2027-04-30, 365, 365",
    "2026-05-01, 2028-05-01, 2028-04-30, 731, 365",
    // one day before and after the corresponding day mean themselves
    "2026-05-01, 2027-05-02, 2027-05-02, 367, 365",
    // with a time, or as 24:00, a day is covered
    "2026-05-01, 2027-05-01T24:00, 2027-05-01, 366, 365",
    "2026-05-01, 2027-05-01T23:59:59, 2027-05-01, 366, 365",
    "2026-05-01, 2027-04-30T24:00, 2027-04-30, 365, 365",
    // 24:00 of the day before is 零时 of the first
    "2026-04-30T24:00, 2027-04-30T24:00, 2027-04-30, 365, 365",
    // leap years
    "2024-02-29, 2025-02-28, 2025-02-27, 365, 365",
    "2024-02-29, 2025-03-01T00:00, 2025-02-28, 366, 365",
    "2023-03-01, 2024-03-01, 2024-02-29, 366, 366",
    "2024-03-01, 2025-03-01, 2025-02-28, 365, 365",
    // a month's corresponding day is a day like any other
    "2026-05-01, 2026-11-01, 2026-11-01, 185, 185",
    "2026-05-01, 2026-05-01, 2026-05-01, 1, 1",
    "2026-05-01, 2026-04-30, 2026-04-30, 0, 0",
  })
  void shouldCountTheCoveredDays(
      String inception, String end, String lastDay, long days, long firstYear) {
    Cover cover = new Cover(Moment.parse(inception), Moment.parse(end));
    assertEquals(day(lastDay), cover.lastDay());
    assertEquals(days, cover.days());
    assertEquals(firstYear, cover.daysOfFirst(1));
  }
}
