package org.firstbatch.measures.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.firstbatch.measures.policy.Editions;
import org.firstbatch.measures.policy.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {

  @ParameterizedTest(name = "published {0}: valid to {1}")
  @CsvSource({
    "2026-01-05, 2027-01-05",
    // a Saturday: years are not moved by rest days
    "2026-02-14, 2027-02-14",
    "2028-02-29, 2029-02-28",
    "2027-02-28, 2028-02-28",
  })
  void shouldBeValidForAYearFromItsPublication(LocalDate published, LocalDate lastDay) {
    assertEquals(lastDay, Certificate.lastDay(published, Editions.dalian()));
  }

  @Test
  void shouldRefuseACertificateThatEndsBeforeItBegins() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Sample.with(s -> s.certify("2026-01-05", "2026-01-04")));
  }
}
