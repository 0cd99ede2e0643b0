package org.firstbatch.measures.filing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.filing.FilingFacts.LateGround;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Editions;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.InsurerRecord.Bar;
import org.firstbatch.measures.policy.InsurerRecord.Span;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Sample;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.OptionalColumn;
import org.jspecify.annotations.Nullable;

/** A row that every filing rule allows: signed 2026-04-21, filed for 2026Q2 on 2026-07-10. */
final class Row {
  Quarter quarter = Quarter.parse("2026Q2");
  String signed = "2026-04-21";
  Instant arrived = Instant.parse("2026-07-10T02:00:00Z");
  Verdict policyVerdict = Verdict.ALLOWED;
  boolean contractCopy = true;
  ApplicationFormFacts form = new ApplicationFormFacts(1, 1, false, false);
  boolean lateGround;
  boolean inSignedPlan;
  StatedFigures stated = StatedFigures.NONE;
  Set<OptionalColumn> missing = Set.of();
  @Nullable LocalDate barredFrom;

  private Row() {}

  static Row good() {
    return new Row();
  }

  static Row with(Consumer<Row> change) {
    Row row = new Row();
    change.accept(row);
    return row;
  }

  /** Gives a fact, by its place, another value, as the step of a change does. */
  Row put(String fact, String value) {
    switch (fact) {
      case "arrived" ->
          arrived = Shanghai.startOf(LocalDate.parse(value)).plus(Duration.ofHours(10));
      case "quarter" -> quarter = Quarter.parse(value);
      case "stated.ratePercent" ->
          stated = new StatedFigures(new BigDecimal(value), stated.subsidy());
      case "stated.subsidy" -> stated = new StatedFigures(stated.ratePercent(), Money.parse(value));
      default -> throw new IllegalArgumentException("no fact of a row: " + fact);
    }
    return this;
  }

  FilingFacts facts() {
    Text ground = Text.of("理由", "ground");
    return new FilingFacts(
        FilingWindow.of(quarter, 15, RestDays.shipped()),
        arrived,
        new InsurerRecord(
            "picc-dl",
            "某财险",
            List.of(new Span(LocalDate.of(2025, 7, 1), null)),
            List.of(),
            barredFrom == null ? null : new Bar(barredFrom, "大金监罚〔2026〕3号", ground)),
        Sample.with(sample -> sample.signed = Moment.parse(signed)).policy(),
        policyVerdict,
        contractCopy,
        form,
        lateGround ? new LateGround(LocalDate.of(2026, 7, 1), ground) : null,
        inSignedPlan,
        stated,
        missing);
  }

  Decision decide() {
    return FilingRules.decide(facts(), Editions.dalian());
  }

  Finding find(String rule) {
    return decide().getFinding(rule);
  }

  Finding find(String rule, Edition edition) {
    return FilingRules.decide(facts(), edition).getFinding(rule);
  }
}
