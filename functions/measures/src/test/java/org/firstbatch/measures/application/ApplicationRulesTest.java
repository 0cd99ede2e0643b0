package org.firstbatch.measures.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.scheme.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationRulesTest {

  @Test
  void shouldAllowAnApplicationThatEveryRuleAllows() {
    Decision decision = Form.good().decide();
    assertEquals(List.of(), decision.listNotMet());
    assertEquals(Verdict.ALLOWED, decision.verdict());
  }

  @Test
  void shouldNameEveryRuleInTheOrderOfTheArticles() {
    List<String> rules = Form.good().decide().findings().stream().map(Finding::rule).toList();
    assertEquals(
        List.of(
            "2.kind",
            "2.breakthrough",
            "2.intellectual-property",
            "2.no-market-record",
            "8.manufacturer",
            "8.size",
            "8.1.legal-person",
            "8.1.registered",
            "8.1.industry",
            "8.2.policy",
            "8.3.standards",
            "8.3.special-industry",
            "8.3.quality",
            "8.4.patent-or-report",
            "8.5.environment",
            "8.6.further",
            "9.window",
            "9.materials",
            "9.district",
            "15.term"),
        rules);
  }

  @Test
  void shouldLeaveEveryRuleThatLooksAtAnEmptyFormUndeterminedAndRefuseNone() {
    Form form = Form.good();
    Decision decision = form.decide(ApplicationFacts.of(Map.of()));
    assertEquals(List.of(), decision.listNotMet());
    List<String> met =
        decision.findings().stream().filter(Finding::met).map(Finding::rule).toList();
    assertEquals(List.of("8.6.further", "9.window", "15.term"), met);
  }

  @ParameterizedTest
  @EnumSource(
      value = ApplicationFact.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"STAFF", "REVENUE", "UNIT_PRICE", "SPECIAL_APPROVAL", "TEST_REPORT", "FURTHER"})
  void shouldSayWhichFactIsMissing(ApplicationFact fact) {
    List<Finding> open = Form.without(fact.path()).decide().listUndetermined();
    assertEquals(1, open.size(), () -> fact + " " + open);
    assertTrue(open.getFirst().sentence().zh().contains(fact.label().zh()), open::toString);
    assertTrue(open.getFirst().sentence().en().contains(fact.label().en()), open::toString);
  }

  @ParameterizedTest
  @EnumSource(
      value = ApplicationFact.class,
      names = {"STAFF", "REVENUE", "UNIT_PRICE", "SPECIAL_APPROVAL", "TEST_REPORT", "FURTHER"})
  void shouldNotWaitForAFactThatIsNotNeeded(ApplicationFact fact) {
    assertTrue(Form.without(fact.path()).decide().allowed());
  }

  @ParameterizedTest
  @CsvSource({
    "product.kind, 原材料, 2.kind",
    "product.breakthrough, 无, 2.breakthrough",
    "product.intellectualProperty, 暂无, 2.intellectual-property",
    "product.marketRecord, 是, 2.no-market-record",
    "enterprise.manufacturer, 否, 8.manufacturer",
    "enterprise.legalPerson, 否, 8.1.legal-person",
    "conditions.industrialPolicy, None, 8.2.policy",
    "conditions.standards, 没有, 8.3.standards",
    "conditions.qualityProof, 无, 8.3.quality",
    "conditions.environment, 无, 8.5.environment",
  })
  void shouldRefuseByOneRuleWhatOneFieldDenies(String path, String value, String rule) {
    Decision decision = Form.with(path, value).decide();
    assertEquals(List.of(rule), decision.listNotMet().stream().map(Finding::rule).toList());
  }

  @ParameterizedTest(name = "special {0}, approval {1}: {2}")
  @CsvSource({"否,, MET", "是, 特种设备制造许可证 TS2110, MET", "是,, UNDETERMINED", "是, 无, NOT_MET"})
  void shouldWantTheApprovalOfASpecialIndustry(String special, String approval, Outcome outcome) {
    Form form = Form.with("conditions.specialIndustry", special);
    if (approval != null) {
      form.set("conditions.specialApproval", approval);
    }
    assertEquals(outcome, form.find("8.3.special-industry").outcome());
  }

  @ParameterizedTest(name = "patent {0}, report {1}: {2}")
  @CsvSource({
    "ZL 1,, MET",
    ", 报告 2025-3, MET",
    "无, 报告 2025-3, MET",
    "ZL 1, 无, MET",
    "无, 无, NOT_MET",
    "无,, UNDETERMINED",
    ",, UNDETERMINED",
  })
  void shouldTakeEitherAPatentOrATestReport(String patent, String report, Outcome outcome) {
    Form form = Form.without("conditions.patent");
    if (patent != null) {
      form.set("conditions.patent", patent);
    }
    if (report != null) {
      form.set("conditions.testReport", report);
    }
    assertEquals(outcome, form.find("8.4.patent-or-report").outcome());
  }

  @Test
  void shouldAskForFurtherConditionsOnlyWhenTheNoticeHasSome() {
    String line = "further 近三年无重大质量事故\n";
    assertEquals(Outcome.MET, Form.good().find("8.6.further").outcome());
    assertEquals(Outcome.UNDETERMINED, Form.good().under(line).find("8.6.further").outcome());
    Form answered = Form.with("conditions.further", "近三年无事故").under(line);
    assertEquals(Outcome.MET, answered.find("8.6.further").outcome());
    Finding denied = answered.set("conditions.further", "无").find("8.6.further");
    assertEquals(Outcome.NOT_MET, denied.outcome());
    assertTrue(denied.sentence().zh().contains("其他条件"));
  }

  @Test
  void shouldSupportEveryIndustryUntilTheNoticeNamesSome() {
    assertEquals(Outcome.MET, Form.good().find("8.1.industry").outcome());
    Form named = Form.good().under("industry 轴承\nindustry 数控 机床\n");
    assertEquals(Outcome.MET, named.find("8.1.industry").outcome());
    Finding other = named.set("enterprise.industry", "纺织").find("8.1.industry");
    assertEquals(Outcome.NOT_MET, other.outcome());
    assertTrue(other.sentence().en().contains("纺织"));
  }

  @Test
  void shouldGroupItsFindingsByCondition() {
    Decision decision = Form.good().decide();
    Map<Condition, Integer> counts =
        Stream.of(Condition.values()).collect(Collectors.toMap(c -> c, c -> c.in(decision).size()));
    assertEquals(4, counts.get(Condition.FIRST_BATCH));
    assertEquals(2, counts.get(Condition.SIZE));
    assertEquals(3, counts.get(Condition.REGISTRATION));
    assertEquals(3, counts.get(Condition.STANDARDS));
    assertEquals(1, counts.get(Condition.FURTHER));
  }

  @Test
  void shouldPassEachRuleOnceItsSmallestChangeIsMade() {
    int changes = 0;
    for (long seed = 0; seed < 500; seed++) {
      for (Finding finding : spoiled(seed).decide().listNotMet()) {
        Change change = finding.change();
        if (change != null && !change.steps().isEmpty()) {
          Outcome outcome = spoiled(seed).apply(change).find(finding.rule()).outcome();
          assertEquals(Outcome.MET, outcome, "seed " + seed + " " + finding);
          changes++;
        }
      }
    }
    assertTrue(changes > 500, "only " + changes + " changes were tried");
  }

  private static Form spoiled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Form form = Form.good().under("application-window from 2025-11-01 to 2026-10-31\n");
    form.set("enterprise.staff", String.valueOf(random.nextInt(0, 3000)));
    form.set("enterprise.revenue", random.nextInt(0, 120_000) + "万元");
    form.set("product.marketRecord", random.nextBoolean() ? "是" : "否");
    form.set("enterprise.legalPerson", random.nextBoolean() ? "是" : "否");
    form.set(
        "enterprise.registeredOn", form.submitted.minusDays(random.nextInt(500, 900)).toString());
    form.on(form.submitted.plusDays(random.nextInt(-400, 900)).toString());
    return form;
  }

  @Test
  void shouldSayEverythingInBothLanguages() {
    Stream.of(spoiled(1), spoiled(2), spoiled(3))
        .flatMap(form -> form.decide().findings().stream())
        .forEach(ApplicationRulesTest::assertBothLanguages);
  }

  private static void assertBothLanguages(Finding finding) {
    assertTrue(finding.sentence().zh().matches("(?s).*[\\u4e00-\\u9fff].*"), finding.toString());
    assertTrue(finding.sentence().en().matches("(?s).*[a-z].*"), finding.toString());
    assertTrue(finding.article().startsWith("第"), finding.article());
  }
}
