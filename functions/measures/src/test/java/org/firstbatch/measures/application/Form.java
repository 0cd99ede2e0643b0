package org.firstbatch.measures.application;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.policy.Editions;
import org.firstbatch.measures.scheme.Condition;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.YearlyNotice;
import org.jspecify.annotations.Nullable;

/** An application that every rule allows, to be changed where a test wants it to fail. */
final class Form {
  private static final RestDays CALENDAR = RestDays.shipped();

  final Map<String, String> fields = new TreeMap<>();
  final Map<Condition, Integer> evidence = new EnumMap<>(Condition.class);
  LocalDate submitted = LocalDate.parse("2026-03-02");
  @Nullable LocalDate first;
  YearlyNotice notice = YearlyNotice.silent(new FiscalYear(2026));
  Edition edition = Editions.dalian();

  private Form() {
    set("enterprise.name", "辽锐精机有限公司");
    set("enterprise.district", "甘井子区");
    set("enterprise.registeredOn", "2019-05-06");
    set("enterprise.legalPerson", "是");
    set("enterprise.manufacturer", "是");
    set("enterprise.industry", "数控机床");
    set("enterprise.staff", "40");
    set("enterprise.revenue", "3200万元");
    set("product.name", "五轴立式加工中心");
    set("product.specification", "VMC-850U");
    set("product.kind", "装备");
    set("product.productClass", "一般");
    set("product.unitPrice", "4200000.00");
    set("product.breakthrough", "联动轴数由四轴增至五轴");
    set("product.intellectualProperty", "发明专利一项");
    set("product.marketRecord", "否");
    set("conditions.industrialPolicy", "鼓励类 机械 3");
    set("conditions.standards", "GB/T 19362.1");
    set("conditions.specialIndustry", "否");
    set("conditions.qualityProof", "质量鉴定证书 2025-118");
    set("conditions.patent", "ZL 2024 1 0000001.0");
    set("conditions.environment", "GB 12348");
    for (Condition condition : Condition.values()) {
      evidence.put(condition, condition == Condition.FURTHER ? 0 : 1);
    }
  }

  static Form good() {
    return new Form();
  }

  static Form with(String path, String value) {
    return good().set(path, value);
  }

  static Form without(String path) {
    Form form = good();
    form.fields.remove(path);
    return form;
  }

  Form set(String path, String value) {
    fields.put(path, value);
    return this;
  }

  Form on(String day) {
    submitted = LocalDate.parse(day);
    return this;
  }

  Form under(String lines) {
    notice = YearlyNotice.parse("notice", "notice 2026\n" + lines);
    return this;
  }

  ApplicationFacts facts() {
    ApplicationFacts facts = ApplicationFacts.of(fields, evidence);
    return first == null ? facts : facts.firstSubmittedOn(first);
  }

  Decision decide() {
    return decide(facts());
  }

  Decision decide(ApplicationFacts facts) {
    return ApplicationRules.decide(facts, edition, notice, CALENDAR, submitted);
  }

  Decision decideAtPublication(String day) {
    return ApplicationRules.decideAtPublication(facts(), edition, notice, LocalDate.parse(day));
  }

  Finding find(String rule) {
    return decide().getFinding(rule);
  }

  /** Does what a finding's smallest change says. */
  Form apply(Change change) {
    for (Change.Step step : change.steps()) {
      switch (step.name()) {
        case "submitted" -> on(step.to());
        case "firstSubmitted" -> first = LocalDate.parse(step.to());
        default -> set(step.name(), step.to());
      }
    }
    return this;
  }
}
