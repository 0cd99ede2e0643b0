package org.firstbatch.measures.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.datafile.Line;
import org.firstbatch.measures.identity.Names;
import org.firstbatch.measures.money.Money;
import org.jspecify.annotations.Nullable;

/** Collects the lines of a yearly notice that are about applications. */
final class ApplicationTermsReader {
  static final String KEYS =
      "material, industry, application-window, working-days, unit-price-threshold, further";

  private static final String CONDITIONS =
      Arrays.stream(Condition.values()).map(Enum::name).collect(Collectors.joining(", "));

  private final FiscalYear year;
  private final SortedMap<Condition, List<String>> materials = new TreeMap<>();
  private final List<String> industries = new ArrayList<>();
  private final SortedMap<HandlingStage, Integer> workingDays = new TreeMap<>();
  private final List<String> further = new ArrayList<>();
  private ApplicationTerms.@Nullable Window window;
  private @Nullable Money threshold;

  ApplicationTermsReader(FiscalYear year) {
    this.year = year;
  }

  ApplicationTerms terms() {
    return new ApplicationTerms(materials, industries, window, workingDays, threshold, further);
  }

  /** Takes a line that is about applications; false for any other. */
  boolean accept(Line line) {
    switch (line.key()) {
      case "material" -> acceptMaterial(line);
      case "industry" -> acceptName(line, industries, "industry 数控机床", "each industry once");
      case "application-window" -> acceptWindow(line);
      case "working-days" -> acceptWorkingDays(line);
      case "unit-price-threshold" -> acceptThreshold(line);
      case "further" -> acceptName(line, further, "further 近三年无重大质量事故", "each condition once");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void acceptMaterial(Line line) {
    line.requireAtLeast(3, "material SIZE 上年度审计报告");
    Condition condition = line.value(1, Condition::valueOf, "one of: " + CONDITIONS);
    addOnce(
        line,
        materials.computeIfAbsent(condition, _ -> new ArrayList<>()),
        line.rest(2),
        "each material of a condition once");
  }

  private static void acceptName(Line line, List<String> names, String form, String once) {
    line.requireAtLeast(2, form);
    addOnce(line, names, line.rest(1), once);
  }

  private static void addOnce(Line line, List<String> names, String name, String once) {
    if (names.stream().anyMatch(other -> Names.same(other, name))) {
      throw line.broken(once, "a second: " + name);
    }
    names.add(name);
  }

  private void acceptWindow(Line line) {
    String form = "application-window from 2025-11-01 to 2026-10-31";
    line.requireWords(5, form);
    if (!line.words().get(1).equals("from") || !line.words().get(3).equals("to")) {
      throw line.broken(form, line.rest(0));
    }
    if (window != null) {
      throw line.broken("one window a year", "a second: " + line.rest(1));
    }
    window = possible(line, new ApplicationTerms.Window(line.date(2), line.date(4)));
  }

  private ApplicationTerms.Window possible(Line line, ApplicationTerms.Window days) {
    if (days.closes().isBefore(days.opens())) {
      throw line.broken("a window that closes on or after the day it opens", line.rest(1));
    }
    if (days.opens().isAfter(year.lastDay()) || days.closes().isBefore(year.firstDay())) {
      throw line.broken("a window with a day of " + year, line.rest(1));
    }
    return days;
  }

  private void acceptWorkingDays(Line line) {
    line.requireWords(3, "working-days confirm 10");
    HandlingStage stage = line.value(1, HandlingStage::ofKey, "one of: " + HandlingStage.keys());
    if (workingDays.putIfAbsent(stage, line.whole(2, 1, ParameterKey.LONGEST_STAGE)) != null) {
      throw line.broken("each stage once", "a second for " + stage.key());
    }
  }

  private void acceptThreshold(Line line) {
    String form = "an amount in yuan above 0, such as 50000000.00";
    line.requireWords(2, "unit-price-threshold 50000000.00");
    if (threshold != null) {
      throw line.broken("one threshold", "a second: " + line.rest(1));
    }
    Money amount = line.value(1, Money::parse, form);
    if (amount.isZero()) {
      throw line.broken(form, line.rest(1));
    }
    threshold = amount;
  }
}
