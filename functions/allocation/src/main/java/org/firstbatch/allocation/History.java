package org.firstbatch.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.firstbatch.allocation.Archive.FileType;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.canonical.InputReader;
import org.firstbatch.measures.allocation.canonical.PlanReader;
import org.firstbatch.measures.allocation.canonical.Succession;
import org.firstbatch.measures.scheme.Options.CapYear;

/** What signed plans awarded, from their files: usage comes from the chain, from nowhere else. */
final class History {

  /** No scheme is in force for so many years that a year without a plan hides an older one. */
  private static final int YEARS_BACK = 10;

  private final Records records;
  private final Archive archive;
  private final String scheme;

  History(Records records, Archive archive, String scheme) {
    this.records = records;
    this.archive = archive;
    this.scheme = scheme;
  }

  /** What the next plan of a year must list as awarded so far. */
  List<Awarded> awardedBefore(int year, Chain chain, CapYear capYear) throws IOException {
    Optional<Plan> last = chain.lastSigned();
    if (last.isPresent()) {
      return awardedAfter(last.get());
    }
    return capYear == CapYear.BUDGET_YEAR ? List.of() : awardedInYearsBefore(year);
  }

  private List<Awarded> awardedInYearsBefore(int year) throws IOException {
    for (int before = year - 1; before >= year - YEARS_BACK; before--) {
      Optional<Plan> last = Chain.of(records, scheme, before).lastSigned();
      if (last.isPresent()) {
        return Succession.intoNextYear(awardedAfter(last.get()));
      }
    }
    return List.of();
  }

  private List<Awarded> awardedAfter(Plan signed) throws IOException {
    try (InputStream input = open(signed, signed.input(), FileType.INPUT);
        InputStream plan = open(signed, signed.sha256(), FileType.PLAN)) {
      InputReader before = new InputReader(input);
      return Succession.awardedAfter(
          before.head().terms().capYear(), before.awarded(), new PlanReader(plan));
    }
  }

  /** What the year's signed plans awarded to each claim. */
  Awards.Reading awards(Chain chain) throws IOException {
    Optional<Plan> last = chain.lastSigned();
    if (last.isEmpty()) {
      return Awards.Reading.none();
    }
    return new Awards.Reading(open(last.get(), awardsOf(last.get()), FileType.AWARDS));
  }

  private String awardsOf(Plan plan) {
    return Runs.find(records, scheme, plan.year(), Runs.idOf(plan.run()))
        .map(run -> run.value().made())
        .map(Runs.Made::awards)
        .orElseThrow(() -> new PermanentFault("No run made the plan " + plan.sha256()));
  }

  InputStream open(Plan plan, String sha256, FileType type) {
    return archive.open(Archive.key(scheme, plan.year(), plan.place(), sha256, type));
  }
}
