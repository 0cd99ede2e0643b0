package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord.Bar;
import org.firstbatch.measures.policy.InsurerRecord.Span;
import org.firstbatch.measures.policy.InsurerRecord.Suspension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample is signed on 2026-04-21. */
class SelectedInsurerTest {

  @Test
  void shouldRefuseAnInsurerThatIsNotOnTheList() {
    assertEquals(
        Outcome.NOT_MET, Sample.with(s -> s.insurerRecord = null).find("12.selected").outcome());
  }

  @ParameterizedTest(name = "selected {0} to {1}: {2}")
  @CsvSource({
    "2026-04-21, , MET",
    "2026-04-22, , NOT_MET",
    "2025-07-01, 2026-04-21, MET",
    "2025-07-01, 2026-04-20, NOT_MET",
  })
  void shouldWantTheInsurerSelectedOnTheSigningDay(String from, String to, Outcome outcome) {
    Sample sample = Sample.good();
    Span span = new Span(day(from), to == null ? null : day(to));
    sample.insurerRecord = new InsurerRecord("picc-dl", "某财险", List.of(span), List.of(), null);
    Finding finding = sample.find("12.selected");
    assertEquals(outcome, finding.outcome());
    if (finding.change() != null) {
      assertTrue(sample.apply(finding.change()).find("12.selected").met());
    }
  }

  @ParameterizedTest(name = "suspended {0} to {1}: {2}")
  @CsvSource({
    "2026-04-22, , MET",
    "2026-04-21, , NOT_MET",
    "2026-04-20, , NOT_MET",
    "2026-04-01, 2026-04-20, MET",
    "2026-04-01, 2026-04-21, NOT_MET",
  })
  void shouldRefusePoliciesSignedDuringASuspension(String from, String to, Outcome outcome) {
    Sample sample = Sample.with(s -> s.suspend(from, to));
    Finding finding = sample.find("12.suspended");
    assertEquals(outcome, finding.outcome());
    if (finding.change() != null) {
      assertTrue(sample.apply(finding.change()).find("12.suspended").met());
    }
  }

  @Test
  void shouldNameTheDayBeforeSuspensionsThatFollowEachOther() {
    Sample sample = Sample.good();
    sample.insurerRecord =
        new InsurerRecord(
            "picc-dl",
            "某财险",
            List.of(new Span(day("2025-07-01"), null)),
            List.of(suspension("2026-03-01", "2026-03-31"), suspension("2026-04-01", null)),
            null);
    Finding finding = sample.find("12.suspended");
    assertNotNull(finding.change());
    assertEquals("2026-02-28", finding.change().steps().getFirst().to());
  }

  private static Suspension suspension(String from, @Nullable String to) {
    return new Suspension(
        new Span(day(from), to == null ? null : day(to)), Text.of("检查", "inspection"));
  }

  @ParameterizedTest(name = "barred from {0}: {1}")
  @CsvSource({"2026-04-22, MET", "2026-04-21, NOT_MET", "2026-04-20, NOT_MET"})
  void shouldRefusePoliciesSignedFromABarOn(String from, Outcome outcome) {
    Sample sample = Sample.good();
    sample.insurerRecord =
        new InsurerRecord(
            "picc-dl",
            "某财险",
            List.of(new Span(day("2025-07-01"), null)),
            List.of(),
            new Bar(day(from), "大金监罚〔2026〕3号", Text.of("骗取补贴", "fraud")));
    assertEquals(outcome, sample.find("15.bar").outcome());
  }
}
