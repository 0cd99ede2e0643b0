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
import org.firstbatch.measures.allocation.Ledger;
import org.firstbatch.measures.allocation.canonical.CountedPlan;
import org.firstbatch.measures.allocation.canonical.InputReader;
import org.firstbatch.measures.allocation.canonical.PlanReader;
import org.firstbatch.measures.allocation.canonical.Succession;
import org.firstbatch.measures.scheme.Options.CapYear;

/** What signed plans awarded, from their files: usage comes from the chain, from nowhere else. */
final class History {

  private final Records records;
  private final Archive archive;
  private final String scheme;

  History(Records records, Archive archive, String scheme) {
    this.records = records;
    this.archive = archive;
    this.scheme = scheme;
  }

  /**
   * What the next plan of a year must list as awarded so far: what the input of its last signed
   * plan listed, that plan's awards, and those of plans of other years signed since.
   */
  List<Awarded> awardedBefore(int year, Chain chain, CapYear capYear, OtherYears others)
      throws IOException {
    Ledger ledger = new Ledger(capYear);
    List<CountedPlan> counted = List.of();
    Optional<Plan> last = chain.lastSigned();
    if (last.isPresent()) {
      InputReader before = readInput(last.get());
      ledger = Ledger.of(capYear, before.awarded());
      counted = before.counted();
      add(ledger, year, last.get());
    }
    for (Plan plan : others.signedSince(counted)) {
      add(ledger, year, plan);
    }
    return ledger.entries();
  }

  /** The input of a plan, read up to its claims. */
  InputReader readInput(Plan plan) throws IOException {
    try (InputStream input = open(plan, plan.input(), FileType.INPUT)) {
      return new InputReader(input);
    }
  }

  private void add(Ledger ledger, int year, Plan signed) throws IOException {
    try (InputStream plan = open(signed, signed.sha256(), FileType.PLAN)) {
      Succession.add(ledger, year, new PlanReader(plan));
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
