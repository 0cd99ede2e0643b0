package org.firstbatch.measures.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTest {

  private static final LocalDate ISSUED = LocalDate.of(2025, 7, 1);
  private static final Edition SAMPLE = Edition.findShipped("dalian").orElseThrow();

  @Test
  void shouldShipTheSampleScheme() {
    assertEquals("dalian", SAMPLE.scheme());
    assertEquals(1, SAMPLE.number());
    assertEquals(ISSUED, SAMPLE.issued());
    assertEquals(LocalDate.of(2028, 6, 30), SAMPLE.lastDay());
    assertTrue(Edition.findShipped("elsewhere").isEmpty());
  }

  @Test
  void shouldBeInForceFromTheDayOfIssueToItsLastDay() {
    assertFalse(SAMPLE.isInForce(ISSUED.minusDays(1)));
    assertTrue(SAMPLE.isInForce(ISSUED));
    assertTrue(SAMPLE.isInForce(SAMPLE.lastDay()));
    assertFalse(SAMPLE.isInForce(SAMPLE.lastDay().plusDays(1)));
  }

  @Test
  void shouldGiveEveryParameterWithUnitDateAndArticle() {
    Parameters parameters = SAMPLE.parameters();
    assertEquals(
        new Parameter<>("rate-ceiling", Rate.of(3, 100), "percent", ISSUED, "三"),
        parameters.rateCeiling(ISSUED));
    assertEquals(
        new Parameter<>("discount", Rate.of(1, 100), "percentage-point", ISSUED, "七"),
        parameters.discount(ISSUED));
    assertEquals(
        new Parameter<>("enterprise-cap", Money.parse("500000.00"), "CNY", ISSUED, "七"),
        parameters.enterpriseCap(ISSUED));
    assertEquals(
        new Parameter<>("insuring-window", 30, "days", ISSUED, "十一"),
        parameters.insuringWindowDays(ISSUED));
    assertEquals(1, parameters.subsidyTermYears(ISSUED).value());
    assertEquals(1000, parameters.sizeStaffBelow(ISSUED).value());
    assertEquals(Money.ofYuan(400_000_000), parameters.sizeRevenueBelow(ISSUED).value());
    assertEquals(2, parameters.registeredYears(ISSUED).value());
    assertEquals(1, parameters.certificateValidityYears(ISSUED).value());
    assertEquals(15, parameters.filingClosingDay(ISSUED).value());
    assertEquals(3, parameters.schemeTermYears(ISSUED).value());
    assertEquals(18, parameters.all().size());
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRM, 10, 九", "ASSIGN, 5, 十", "ASSESS, 20, 十",
    "PUBLISH, 10, 十", "RETURN, 10, 九", "SUPPLEMENT, 10, 十"
  })
  void shouldGiveTheWorkingDaysOfEveryStage(HandlingStage stage, int days, String article) {
    assertEquals(
        new Parameter<>("working-days-" + stage.key(), days, "days", ISSUED, article),
        SAMPLE.parameters().workingDays(stage, ISSUED));
  }

  @Test
  void shouldChangeTheWindowToFortyFiveDaysByOneDatedLine() {
    Edition changed = SampleEdition.with("insuring-window = 45 days from 2027-01-01 article 十一");

    LocalDate change = LocalDate.of(2027, 1, 1);
    Parameters parameters = changed.parameters();
    assertEquals(30, parameters.insuringWindowDays(change.minusDays(1)).value());
    assertEquals(45, parameters.insuringWindowDays(change).value());
    assertEquals(change, parameters.insuringWindowDays(change.plusDays(1)).from());
    assertNotEquals(SAMPLE.sha256(), changed.sha256());
    assertEquals(SAMPLE.datedOptions().sha256(), changed.datedOptions().sha256());
  }

  @Test
  void shouldTakeTheDatedLineWhereverItStands() {
    String line = "insuring-window = 45 days from 2027-01-01 article 十一\n";
    Edition first = Edition.parse("edition", line + SampleEdition.TEXT);
    Edition last = SampleEdition.with(line);
    assertEquals(last.canonicalText(), first.canonicalText());
  }

  @Test
  void shouldAnswerADayBeforeIssueWithTheFirstValue() {
    assertEquals(30, SAMPLE.parameters().insuringWindowDays(ISSUED.minusDays(1)).value());
  }

  @Test
  void shouldCiteTheArticleInWords() {
    assertEquals("第十一条", SAMPLE.parameters().insuringWindowDays(ISSUED).articleInWords());
    assertEquals("第八条（一）", SAMPLE.parameters().registeredYears(ISSUED).articleInWords());
  }

  @Test
  void shouldAnswerTheSixteenQuestionsWithTheDefaults() {
    assertEquals(Options.defaults(), SAMPLE.options(ISSUED));
    assertEquals(Options.defaults(), SAMPLE.options(new FiscalYear(2026)));
    List<Integer> numbers = Arrays.stream(Question.values()).map(Question::number).toList();
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16), numbers);
  }

  @Test
  void shouldChangeAnOptionFromItsDay() {
    Edition changed = SampleEdition.with("discount-base = premium from 2026-05-01 article 七");
    LocalDate change = LocalDate.of(2026, 5, 1);
    assertEquals(
        Options.DiscountBase.INSURED_AMOUNT, changed.options(change.minusDays(1)).discountBase());
    assertEquals(Options.DiscountBase.PREMIUM, changed.options(change).discountBase());
    assertEquals(change, changed.datedOptions().answer(Question.DISCOUNT_BASE, change).from());
    assertNotEquals(SAMPLE.datedOptions().sha256(), changed.datedOptions().sha256());
    assertEquals(SAMPLE.sha256(), changed.sha256());
  }

  @Test
  void shouldFixAnAllocationOptionForAFiscalYear() {
    Edition changed = SampleEdition.with("partial-funding = stop from 2027-01-01 article 十三");
    assertEquals(
        Options.PartialFunding.PAY_THE_PART_LEFT,
        changed.options(new FiscalYear(2026)).partialFunding());
    assertEquals(
        Options.PartialFunding.STOP, changed.options(new FiscalYear(2027)).partialFunding());
    assertEquals(
        Options.PartialFunding.PAY_THE_PART_LEFT,
        changed.options(new FiscalYear(2025)).partialFunding());
  }

  @Test
  void shouldReadItsOwnCanonicalText() {
    String canonical = SAMPLE.canonicalText() + SAMPLE.datedOptions().canonicalText();
    Edition again = Edition.parse("canonical", canonical);
    assertEquals(SAMPLE, again);
    assertEquals(SAMPLE.hashCode(), again.hashCode());
    assertEquals(SAMPLE.sha256(), again.sha256());
    assertEquals(SAMPLE.datedOptions().sha256(), again.datedOptions().sha256());
    assertNotEquals(
        SAMPLE, SampleEdition.with("cap-year = insuring-year from 2027-01-01 article 七"));
  }
}
