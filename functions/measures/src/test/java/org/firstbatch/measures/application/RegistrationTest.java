package org.firstbatch.measures.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.policy.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

  @ParameterizedTest(name = "registered {0}, submitted {1}: {2}")
  @CsvSource({
    "2024-03-03, 2026-03-02, NOT_MET",
    "2024-03-03, 2026-03-03, MET",
    "2024-03-03, 2026-03-04, MET",
    "2024-02-29, 2026-02-27, NOT_MET",
    "2024-02-29, 2026-02-28, MET",
    "2024-02-29, 2026-03-01, MET",
    "2024-01-01, 2025-12-31, NOT_MET",
    "2024-01-01, 2026-01-01, MET",
    "2030-01-01, 2026-01-01, NOT_MET",
    "2024-02-30, 2026-06-01, UNDETERMINED",
  })
  void shouldCountTwoYearsToTheCorrespondingDay(
      String registered, String submitted, Outcome outcome) {
    Form form = Form.with("enterprise.registeredOn", registered).on(submitted);
    assertEquals(outcome, form.find("8.1.registered").outcome());
  }

  @Test
  void shouldSayByHowManyDaysTheYearsAreNotFull() {
    Finding finding =
        Form.with("enterprise.registeredOn", "2024-03-03").on("2026-03-02").find("8.1.registered");
    var change = Objects.requireNonNull(finding.change());
    assertEquals(
        "registered 2024-03-03, applied 2026-03-02: two years are full a day later, on 2026-03-03",
        change.sentence().en());
    assertTrue(change.sentence().zh().contains("满2年在 1 天后"), change.sentence().zh());
    assertEquals(List.of(new Step("submitted", "2026-03-02", "2026-03-03")), change.steps());
    assertEquals("registered-years", finding.parameters().getFirst().key());
    assertEquals("option.9", finding.parameters().get(1).key());
  }

  @Test
  void shouldLeaveYearsThatAreNotFullOpenWhenPublicationCounts() {
    Form form = publicationCounts("2024-03-03").on("2026-03-02");
    Finding open = form.find("8.1.registered");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.sentence().en().contains("2026-03-03"), open.sentence().en());
    assertEquals(Outcome.MET, form.on("2026-03-03").find("8.1.registered").outcome());
  }

  @ParameterizedTest(name = "published {0}: {1}")
  @CsvSource({"2026-03-02, NOT_MET", "2026-03-03, MET", "2026-03-04, MET"})
  void shouldJudgeTheYearsAtPublicationWhenPublicationCounts(String published, Outcome outcome) {
    Form form = publicationCounts("2024-03-03").on("2026-01-05");
    Finding finding = form.decideAtPublication(published).getFinding("8.1.registered");
    assertEquals(outcome, finding.outcome());
    assertEquals("published", finding.facts().get(1).name());
  }

  @Test
  void shouldNotJudgeTheYearsAgainAtPublicationWhenSubmissionCounts() {
    List<String> rules =
        Form.good().decideAtPublication("2026-04-01").findings().stream()
            .map(Finding::rule)
            .toList();
    assertEquals(List.of("4.notice-class", "4.unit-price"), rules);
  }

  @Test
  void shouldLeaveYearsOpenAtPublicationWithoutADay() {
    Form form = publicationCounts("");
    assertEquals(Outcome.UNDETERMINED, form.find("8.1.registered").outcome());
    assertEquals(
        Outcome.UNDETERMINED,
        form.decideAtPublication("2026-04-01").getFinding("8.1.registered").outcome());
  }

  private static Form publicationCounts(String registered) {
    Form form = Form.with("enterprise.registeredOn", registered);
    form.edition = Editions.answering("registered-as-of", "publication");
    return form;
  }
}
