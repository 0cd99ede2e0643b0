package org.firstbatch.measures.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.scheme.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTest {
  private static final String WINDOW = "application-window from 2025-11-03 to 2026-10-31\n";

  @ParameterizedTest(name = "submitted {0}: {1}")
  @CsvSource({
    "2025-11-02, NOT_MET, 2025-11-03",
    "2025-11-03, MET,",
    "2025-11-04, MET,",
    "2026-10-31, MET,",
    "2026-11-01, MET,",
    "2026-11-02, MET,",
    "2026-11-03, NOT_MET, 2026-11-02",
  })
  void shouldTakeApplicationsFromTheFirstDayToTheMovedLast(
      String day, Outcome outcome, String nearest) {
    Finding finding = Form.good().under(WINDOW).on(day).find("9.window");
    assertEquals(outcome, finding.outcome());
    var change = finding.change();
    assertEquals(nearest, change == null ? null : change.steps().getFirst().to());
  }

  @ParameterizedTest(name = "submitted {0}: {1}")
  @CsvSource({
    "2027-01-31, MET",
    "2027-02-01, UNDETERMINED",
    "2027-03-03, UNDETERMINED",
    "2027-03-04, NOT_MET"
  })
  void shouldNotGuessWhereTheCalendarIsNotKnown(String day, Outcome outcome) {
    Form form = Form.good().under("application-window from 2026-11-01 to 2027-01-31\n");
    assertEquals(outcome, form.on(day).find("9.window").outcome());
  }

  @Test
  void shouldHoldALaterRoundToTheWindowOfTheFirst() {
    Form form = Form.good().under(WINDOW).on("2026-11-20");
    form.first = LocalDate.parse("2026-10-30");
    assertEquals(Outcome.MET, form.find("9.window").outcome());
    form.first = LocalDate.parse("2026-11-03");
    Finding late = form.find("9.window");
    assertEquals(Outcome.NOT_MET, late.outcome());
    assertEquals("firstSubmitted", Objects.requireNonNull(late.change()).steps().getFirst().name());
  }

  @ParameterizedTest(name = "submitted {0}: {1}")
  @CsvSource({
    "2025-06-30, NOT_MET, 2025-07-01",
    "2025-07-01, MET,",
    "2028-06-30, MET,",
    "2028-07-01, NOT_MET, 2028-06-30",
  })
  void shouldTakeApplicationsWhileTheMeasuresAreInForce(
      String day, Outcome outcome, String nearest) {
    Finding finding = Form.good().on(day).find("15.term");
    assertEquals(outcome, finding.outcome());
    var change = finding.change();
    assertEquals(nearest, change == null ? null : change.steps().getFirst().to());
  }

  @Test
  void shouldNameWhatIsMissingOfEachCondition() {
    Form form = Form.good();
    form.evidence.remove(Condition.SIZE);
    form.evidence.put(Condition.STANDARDS, 0);
    Finding finding = form.find("9.materials");
    assertEquals(Outcome.NOT_MET, finding.outcome());
    assertEquals("Missing evidence: 中小工业企业 SIZE ×1；标准与质量 STANDARDS ×1", finding.sentence().en());
  }

  @ParameterizedTest(name = "{0} pieces: {1}")
  @CsvSource({"1, NOT_MET", "2, MET", "3, MET"})
  void shouldWantAPieceForEachMaterialOfTheNotice(int pieces, Outcome outcome) {
    Form form = Form.good().under("material SIZE 审计报告\nmaterial SIZE 社保缴费证明\n");
    form.evidence.put(Condition.SIZE, pieces);
    Finding finding = form.find("9.materials");
    assertEquals(outcome, finding.outcome());
    assertTrue(finding.facts().getFirst().value().contains("审计报告、社保缴费证明"));
  }

  @Test
  void shouldWantEvidenceOfFurtherConditionsOnlyWhenThereAreSome() {
    Form form = Form.with("conditions.further", "近三年无事故");
    assertEquals(Outcome.MET, form.find("9.materials").outcome());
    assertEquals(Outcome.NOT_MET, form.under("further 无重大质量事故\n").find("9.materials").outcome());
    assertEquals(
        Outcome.NOT_MET, form.under("material FURTHER 承诺书\n").find("9.materials").outcome());
  }

  @Test
  void shouldLeaveMaterialsOpenWhenNobodyHasLooked() {
    Form form = Form.good();
    Finding finding = form.decide(ApplicationFacts.of(form.fields)).getFinding("9.materials");
    assertEquals(Outcome.UNDETERMINED, finding.outcome());
    assertTrue(finding.sentence().en().contains("SIZE ×1"), finding.sentence().en());
  }

  @Test
  void shouldKnowTheDistrictsOfTheCity() {
    Form form = Form.good();
    var districts = new TreeSet<>(List.of("甘井子区", "瓦房店市"));
    assertEquals(
        Outcome.MET, form.decide(form.facts().in(districts)).getFinding("9.district").outcome());
    form.set("enterprise.district", "朝阳区");
    Finding other = form.decide(form.facts().in(districts)).getFinding("9.district");
    assertEquals(Outcome.NOT_MET, other.outcome());
    assertTrue(Objects.requireNonNull(other.change()).sentence().zh().contains("瓦房店市"));
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "核电装备, 49999999.99, NOT_MET",
    "核电装备, 50000000.00, MET",
    "核电装备, 50000000.01, MET",
    "飞机, 5000万元, MET",
    "核电装备,, UNDETERMINED",
    "一般, 1.00, MET",
    "一般,, MET",
    "汽车, 50000000.00, UNDETERMINED",
  })
  void shouldWantTheUnitPriceOfANegotiatedClassAtPublication(
      String kind, String price, Outcome outcome) {
    Form form = Form.with("product.productClass", kind).under("unit-price-threshold 50000000.00\n");
    form.set("product.unitPrice", price == null ? "" : price);
    Finding finding = form.decideAtPublication("2026-04-01").getFinding("4.unit-price");
    assertEquals(outcome, finding.outcome());
    var change = finding.change();
    assertEquals(
        outcome == Outcome.NOT_MET ? "50000000.00" : null,
        change == null ? null : change.steps().getFirst().to());
  }

  @Test
  void shouldTakeAnyUnitPriceWhileTheNoticeSetsNoThreshold() {
    Form form = Form.with("product.productClass", "飞机");
    form.set("product.unitPrice", "");
    assertTrue(form.decideAtPublication("2026-04-01").allowed());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"飞机, MET", "核电装备, NOT_MET", "一般, MET"})
  void shouldNegotiateTheClassesOfTheNoticeOnly(String kind, Outcome outcome) {
    Form form = Form.with("product.productClass", kind).under("negotiated-class 飞机\n");
    Finding finding = form.decideAtPublication("2026-04-01").getFinding("4.notice-class");
    assertEquals(outcome, finding.outcome());
  }

  @Test
  void shouldFindWhatNobodyCanReadInAForm() {
    var faults =
        ApplicationFacts.of(
                Map.of(
                    "enterprise.staff", "1.5",
                    "enterprise.revenue", "many",
                    "enterprise.registeredOn", "2024-02-30",
                    "enterprise.legalPerson", "maybe",
                    "product.kind", "原材料",
                    "product.colour", "red",
                    "product.name", "泵\u0000",
                    "product.unitPrice", "420万元"))
            .findFaults();
    assertEquals(
        new TreeSet<>(
            List.of(
                "enterprise.staff",
                "enterprise.revenue",
                "enterprise.registeredOn",
                "enterprise.legalPerson",
                "product.kind",
                "product.colour",
                "product.name")),
        faults.keySet());
    assertEquals("应为 装备、系统、核心部件 之一", Objects.requireNonNull(faults.get("product.kind")).zh());
  }
}
