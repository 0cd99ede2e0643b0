package org.firstbatch.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firstbatch.allocation.Runs.Run;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/** Turns drafts into DISCARDED, with the ground, in the plan and in its run. */
final class Discards {

  private final Records records;

  Discards(Records records) {
    this.records = records;
  }

  /** How the journal names a plan. */
  static String subject(Plan plan) {
    return plan.year() + "-" + plan.place();
  }

  /**
   * Records what holds already: the input of a draft has changed. False when somebody else recorded
   * it meanwhile.
   */
  boolean inputChanged(Actor actor, Stored<Plan> voided) {
    Unit unit = new Unit(notBefore(voided.value().madeAt(), actor));
    discard(unit, voided, "plan.discarded", Chain.INPUT_CHANGED);
    return Commits.isCommitted(records, unit);
  }

  /** Who notices may act on an instant before the draft's own: no plan ends before it was made. */
  private static Actor notBefore(Instant made, Actor actor) {
    return actor.at().isBefore(made)
        ? Actor.system(actor.scheme(), made, actor.request(), actor.edition())
        : actor;
  }

  /** Puts a discard into a unit. */
  Stored<Plan> discard(Unit unit, Stored<Plan> plan, String type, String ground) {
    Plan old = plan.value();
    Map<String, Object> facts =
        new TreeMap<>(Map.of("year", old.year(), "place", old.place(), "sha256", old.sha256()));
    Optional<Stored<Run>> run =
        Runs.find(records, unit.actor().scheme(), old.year(), Runs.idOf(old.run()));
    run.ifPresent(stored -> unit.change(Runs.RUN, stored, stored.value().because(ground)));
    return unit.change(
        Plans.PLAN,
        plan,
        discarded(old, ground),
        new Happening(type, "plan", subject(old), List.of(), ground, facts));
  }

  private static Plan discarded(Plan old, String ground) {
    return new Plan(
        old.year(),
        old.place(),
        old.run(),
        Plans.State.DISCARDED,
        old.inputRevision(),
        old.input(),
        old.sha256(),
        old.previous(),
        old.budget(),
        old.awarded(),
        old.setAside(),
        old.claims(),
        old.outcomes(),
        old.signatures(),
        old.requestedBy(),
        old.madeAt(),
        ground);
  }
}
