package org.firstbatch.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.allocation.Runs.Run;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/**
 * What follows from the journal, in whatever order its entries are heard: a run that was asked for
 * runs; a draft whose input changed is recorded as discarded; when a plan is signed or discarded,
 * the oldest waiting run starts; a closing that was approved is carried out.
 */
final class Wake {

  /** The entries that raise a year's input revision, a signature under question 6 among them. */
  static final Set<String> INPUT_TYPES =
      new TreeSet<>(
          List.of(
              "budget.set",
              "budget.supplemented",
              "calendar.loaded",
              "notice.set",
              "insurer.suspended",
              "insurer.reinstated",
              "insurer.barred",
              "insurer.bar-annulled",
              "policy.corrected",
              "policy.withdrawn",
              "policy.endorsed",
              "policy.surrendered",
              "policy.confirmed",
              "policy.disputed",
              "policy.dispute-withdrawn",
              "policy.decided",
              "document.checked",
              "filing.filed",
              "filing.accepted",
              "claim.accepted",
              "claim.held",
              "claim.released",
              "claim.rejected",
              "claim.withdrawn",
              "claim.certificate-revoked",
              "claim.carried",
              "plan.signed",
              "year.closed"));

  static final Set<String> PLAN_OVER = Set.of("plan.signed", "plan.discarded", "plan.declined");

  private final Records records;
  private final Schemes schemes;
  private final RunPlan runPlan;
  private final CloseYear closeYear;
  private final Discards discards;

  Wake(Records records, ObjectStore objects, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
    runPlan = new RunPlan(records, objects, schemes);
    closeYear = new CloseYear(records, objects, schemes);
    discards = new Discards(records);
  }

  /** Handles one entry; handling it twice changes nothing more. */
  void hear(JournalEntry entry) {
    if (INPUT_TYPES.contains(entry.type())) {
      openYears(entry.scheme()).forEach(year -> recordVoid(entry, year));
    }
    if (entry.type().equals("run.requested")) {
      run(entry.scheme(), entry.facts().path("year").asInt(), entry.subject());
    }
    if (PLAN_OVER.contains(entry.type())) {
      startWaiting(entry.scheme(), entry.facts().path("year").asInt());
    }
    if (entry.type().equals("year.closing-approved")) {
      closeYear.close(entry.scheme(), entry.facts().path("year").asInt());
    }
    if (entry.type().equals("year.closed")) {
      closeYear.movePlaces(entry.scheme(), entry.facts().path("year").asInt(), entry.at());
    }
  }

  private void run(String scheme, int year, String id) {
    Runs.find(records, scheme, year, id).ifPresent(run -> run(scheme, run.value()));
  }

  private void run(String scheme, Run run) {
    runPlan.run(scheme, run.year(), run.id(), run.requestedBy(), run.at());
  }

  /**
   * Starts the oldest run that is not over. One that runs already goes on: this call may be the
   * second for an entry, after the first was cut off or while it is at work, and no younger run may
   * overtake it. Where another plan is open by now, the run waits again.
   */
  private void startWaiting(String scheme, int year) {
    Optional<Run> oldest =
        Runs.list(records, scheme, year).stream()
            .map(Stored::value)
            .filter(run -> !run.state().isOver())
            .findFirst();
    oldest.ifPresent(run -> run(scheme, run));
  }

  private void recordVoid(JournalEntry entry, int year) {
    Chain chain = Chain.of(records, entry.scheme(), year);
    Stored<Plan> voided = chain.voided();
    if (voided != null) {
      discards.inputChanged(actor(entry), voided);
    }
  }

  private Actor actor(JournalEntry entry) {
    Instant at = entry.at();
    String edition =
        schemes.edition(entry.scheme(), at).map(found -> String.valueOf(found.number())).orElse("");
    return Actor.system(entry.scheme(), at, entry.request(), edition);
  }

  private List<Integer> openYears(String scheme) {
    return Programme.listBudgets(records, scheme).stream()
        .filter(budget -> !budget.isClosed())
        .map(Budget::year)
        .toList();
  }
}
