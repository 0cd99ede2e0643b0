package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiledClauseTest {

  @Test
  void shouldRefuseAClauseThatIsNotOnFile() {
    Finding finding = Sample.with(s -> s.clause = null).find("3.clause-filed");
    assertEquals(Outcome.NOT_MET, finding.outcome());
    assertTrue(finding.sentence().en().contains("C-2025-3"));
  }

  @Test
  void shouldRefuseAClauseFiledForAnotherInsurer() {
    Sample sample = Sample.good();
    sample.clause = new Clause("C-2025-3", "cpic-dl", true, true, day("2025-01-01"), null);
    assertEquals(Outcome.NOT_MET, sample.find("3.clause-insurer").outcome());
    sample.clause = new Clause("C-2025-3", "picc-dl", true, true, day("2025-01-01"), null);
    assertTrue(sample.find("3.clause-insurer").met());
  }

  @ParameterizedTest(name = "in use {0} to {1}, signed 2026-04-21: {2}")
  @CsvSource({
    "2026-04-20, , MET,",
    "2026-04-21, , MET,",
    "2026-04-22, , NOT_MET, 2026-04-22",
    "2025-01-01, 2026-04-22, MET,",
    "2025-01-01, 2026-04-21, MET,",
    "2025-01-01, 2026-04-20, NOT_MET, 2026-04-20",
  })
  void shouldWantTheClauseInUseOnTheSigningDay(
      String from, String to, Outcome outcome, String nearest) {
    Sample sample = Sample.good();
    sample.clause =
        new Clause("C-2025-3", null, true, true, day(from), to == null ? null : day(to));
    Finding finding = sample.find("3.clause-period");
    assertEquals(outcome, finding.outcome());
    if (nearest != null) {
      assertNotNull(finding.change());
      assertEquals(nearest, finding.change().steps().getFirst().to());
    }
  }

  @Test
  void shouldWantBothRisksCovered() {
    Sample sample = Sample.good();
    sample.clause = new Clause("C-2025-3", null, true, false, day("2025-01-01"), null);
    assertTrue(sample.find("4.quality").met());
    assertEquals(Outcome.NOT_MET, sample.find("4.liability").outcome());
    sample.clause = new Clause("C-2025-3", null, false, true, day("2025-01-01"), null);
    assertEquals(Outcome.NOT_MET, sample.find("4.quality").outcome());
    assertTrue(sample.find("4.liability").met());
  }
}
