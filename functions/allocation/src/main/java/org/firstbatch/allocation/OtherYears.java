package org.firstbatch.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.allocation.canonical.CountedPlan;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.scheme.Options.CapYear;

/**
 * The other fiscal years of a scheme, as far as question 6 looks at them: where the cap of the year
 * of insuring counts, a plan rests on the signed plans of all years.
 *
 * @param chains the plans of each other year that has a budget; none where only the budget year
 *     counts
 */
record OtherYears(SortedMap<Integer, Chain> chains) {

  OtherYears {
    chains = new TreeMap<>(chains);
  }

  /** The years that a plan of a year rests on, closed ones too, as they stand now. */
  static OtherYears behind(Records records, Schemes schemes, String scheme, int year) {
    SortedMap<Integer, Chain> chains = new TreeMap<>();
    if (countsInsuringYear(schemes, scheme, year)) {
      Programme.listBudgets(records, scheme).stream()
          .map(Budget::year)
          .filter(other -> other != year)
          .forEach(other -> chains.put(other, Chain.of(records, scheme, other)));
    }
    return new OtherYears(chains);
  }

  private static boolean countsInsuringYear(Schemes schemes, String scheme, int year) {
    FiscalYear fiscal = new FiscalYear(year);
    return Snapshot.editionOf(schemes, scheme, fiscal).options(fiscal).capYear()
        != CapYear.BUDGET_YEAR;
  }

  /** A plan of a year is signed: open drafts of other years that counted without it are void. */
  static void raiseAfterSigning(Records records, Schemes schemes, Unit unit, int year) {
    String scheme = unit.actor().scheme();
    Programme.listBudgets(records, scheme).stream()
        .filter(budget -> budget.year() != year && !budget.isClosed())
        .filter(budget -> countsInsuringYear(schemes, scheme, budget.year()))
        .forEach(budget -> unit.raise(Claims.inputRevision(scheme, budget.year())));
  }

  boolean isNone() {
    return chains.isEmpty();
  }

  /** What an input names: the last signed plan of each year that has one. */
  List<CountedPlan> counted() {
    List<CountedPlan> counted = new ArrayList<>();
    chains.forEach(
        (year, chain) ->
            chain
                .lastSigned()
                .ifPresent(
                    plan -> counted.add(new CountedPlan(year, plan.place(), plan.sha256()))));
    return counted;
  }

  /** The signed plans that stand behind those already counted. */
  List<Plan> signedSince(List<CountedPlan> counted) {
    Map<Integer, Integer> places =
        counted.stream().collect(Collectors.toMap(CountedPlan::fiscalYear, CountedPlan::place));
    return chains.values().stream()
        .flatMap(chain -> chain.plans().stream())
        .map(Stored::value)
        .filter(plan -> plan.state().isSigned())
        .filter(plan -> plan.place() > places.getOrDefault(plan.year(), 0))
        .toList();
  }

  /** No other year's plan may be signed between reading and writing. */
  void standOn(Unit unit) {
    chains.forEach((year, chain) -> chain.standOn(unit, year));
  }
}
