package org.firstbatch.casework.file;

import java.util.Optional;
import java.util.stream.Stream;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/**
 * Keeps whoever changes a claim apart from the closing of its year. A claim that goes on has a row
 * in the next year's queue from then on, but its place, by which acts find it, moves there a little
 * later; a change of the old row meanwhile would never be heard of again.
 */
final class YearEnd {

  private YearEnd() {}

  /**
   * Makes an act rely on the year being open or closed as it is now.
   *
   * @throws RetryableFault while the claim is on its way into the next year
   */
  static void requireSettled(Records records, Unit unit, Place place, Claim claim) {
    String scheme = unit.actor().scheme();
    Optional<Stored<Budget>> budget = Programme.findBudget(records, scheme, place.year());
    budget.ifPresentOrElse(
        unit::rely, () -> unit.relyAbsent(Programme.budgetKey(scheme, place.year())));
    boolean isClosed = budget.filter(found -> found.value().isClosed()).isPresent();
    if (isClosed && goesOn(records, scheme, place.year() + 1, claim)) {
      throw new RetryableFault(
          "Claim %s is on its way into the queue of %d".formatted(claim.id(), place.year() + 1));
    }
  }

  private static boolean goesOn(Records records, String scheme, int year, Claim claim) {
    return Stream.of(false, true)
        .map(firstInLine -> rowKey(scheme, year, claim, firstInLine))
        .flatMap(key -> records.find(key).stream())
        .anyMatch(row -> !Claims.CLAIM.read(row).value().withdrawn());
  }

  private static RecordKey rowKey(String scheme, int year, Claim claim, boolean firstInLine) {
    return Claims.place(scheme, year, claim.intoNextYear(claim.subsidy(), firstInLine)).key();
  }
}
