package org.firstbatch.allocation;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firstbatch.allocation.Archive.FileType;
import org.firstbatch.allocation.Runs.Made;
import org.firstbatch.allocation.Runs.Run;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Attempts;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.allocation.canonical.PlanKey;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Edition;
import org.jspecify.annotations.Nullable;

/**
 * The quarterly job (第十三条). Nothing of it is visible before its last write, a transaction that
 * stands on the input revision read first: a crash anywhere and a rerun give the same plan, two
 * runs at once give one, a change in between begins it again.
 */
public final class RunPlan {

  /** How often a run begins again because its input changed, before it is left to the platform. */
  static final int MOST_BEGINNINGS = 5;

  private final Records records;
  private final Schemes schemes;
  private final Archive archive;
  private final Discards discards;

  public RunPlan(Records records, ObjectStore objects, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
    archive = new Archive(objects);
    discards = new Discards(records);
  }

  /**
   * Runs, or finds that the run is over already.
   *
   * @param id the run, which names itself after the schedule or the request
   * @param requestedBy who asked; "system" for the schedule
   * @param at the scheduled time, or when it was asked for
   * @throws RetryableFault when the input kept changing, or the store failed
   */
  public void run(String scheme, int year, String id, String requestedBy, Instant at) {
    Actor actor = actor(scheme, year, id, at);
    Run fresh = new Run(id, year, requestedBy, at, Runs.State.REQUESTED, null, null);
    Attempts.upTo(
        MOST_BEGINNINGS,
        () -> begin(actor, fresh),
        "Run %s of %s %d: the input changed %d times while the plan was made"
            .formatted(id, scheme, year, MOST_BEGINNINGS));
  }

  private Actor actor(String scheme, int year, String id, Instant at) {
    Edition edition = Snapshot.editionOf(schemes, scheme, new FiscalYear(year));
    return Actor.system(scheme, at, id, String.valueOf(edition.number()));
  }

  /** Whether the run needs no further beginning. */
  private boolean begin(Actor actor, Run fresh) {
    Chain chain = Chain.of(records, actor.scheme(), fresh.year());
    Optional<Stored<Run>> found = Runs.find(records, actor.scheme(), fresh.year(), fresh.id());
    if (found.isPresent() && found.get().value().state().isOver()) {
      return true;
    }
    Stored<Plan> open = chain.open();
    if (open != null) {
      return waiting(actor, fresh, found, chain, open);
    }
    Stored<Plan> voided = chain.voided();
    if (voided != null) {
      discards.inputChanged(actor, voided);
      return false;
    }
    Snapshot snapshot = Snapshot.read(records, schemes, actor.scheme(), fresh.year(), fresh.at());
    Stored<Budget> budget = snapshot.budget();
    Optional<Stored<Closing>> closing = Closing.find(records, actor.scheme(), fresh.year());
    if (budget == null || budget.value().isClosed() || isApproved(closing)) {
      return withoutBudget(actor, fresh, found, budget);
    }
    Stored<Run> running = running(actor, fresh, found);
    return running != null && make(new Beginning(actor, running, chain, snapshot, budget, closing));
  }

  private static boolean isApproved(Optional<Stored<Closing>> closing) {
    return closing.filter(stored -> stored.value().isApproved()).isPresent();
  }

  private boolean waiting(
      Actor actor, Run fresh, Optional<Stored<Run>> found, Chain chain, Stored<Plan> open) {
    if (found.filter(run -> run.value().state() == Runs.State.WAITING).isPresent()) {
      return true;
    }
    Unit unit = new Unit(actor);
    Happening happening = happening("run.waiting", fresh, Map.of("place", open.value().place()));
    write(unit, actor, found, fresh.with(Runs.State.WAITING), happening);
    unit.rely(open);
    unit.relyCounter(Claims.inputRevision(actor.scheme(), fresh.year()), chain.revision());
    return Commits.isCommitted(records, unit);
  }

  private boolean withoutBudget(
      Actor actor, Run fresh, Optional<Stored<Run>> found, @Nullable Stored<Budget> budget) {
    String ground = budget == null ? "本年度没有预算 the year has no budget" : "本年度已关闭 the year is closed";
    Unit unit = new Unit(actor);
    Run over = fresh.with(Runs.State.NO_BUDGET).because(ground);
    write(unit, actor, found, over, happening("run.no-budget", fresh, Map.of("ground", ground)));
    return Commits.isCommitted(records, unit);
  }

  /** The run's record, RUNNING; null when somebody else changed it meanwhile. */
  private @Nullable Stored<Run> running(Actor actor, Run fresh, Optional<Stored<Run>> found) {
    if (found.filter(run -> run.value().state() == Runs.State.RUNNING).isPresent()) {
      return found.get();
    }
    Unit unit = new Unit(actor);
    Stored<Run> running =
        write(
            unit,
            actor,
            found,
            fresh.with(Runs.State.RUNNING),
            happening("run.started", fresh, Map.of()));
    return Commits.isCommitted(records, unit) ? running : null;
  }

  private static Stored<Run> write(
      Unit unit, Actor actor, Optional<Stored<Run>> found, Run run, Happening happening) {
    return found.isPresent()
        ? unit.change(Runs.RUN, found.get(), run, happening)
        : unit.create(Runs.RUN, Runs.key(actor.scheme(), run.year(), run.id()), run, happening);
  }

  private static Happening happening(String type, Run run, Map<String, Object> more) {
    Map<String, Object> facts = new TreeMap<>(more);
    facts.put("year", run.year());
    return Happening.of(type, "run", run.id(), List.of(), facts);
  }

  /** All that a beginning stands on. */
  private record Beginning(
      Actor actor,
      Stored<Run> run,
      Chain chain,
      Snapshot snapshot,
      Stored<Budget> budget,
      Optional<Stored<Closing>> closing) {

    String mark() {
      return Runs.mark(run.value().id(), chain.revision());
    }

    PlanKey key() {
      return new PlanKey(actor.scheme(), run.value().year(), chain.nextPlace());
    }
  }

  private boolean make(Beginning begun) {
    PlanKey key = begun.key();
    History history = new History(records, archive, key.scheme());
    PlanMaking making =
        new PlanMaking(
            begun.actor(), records, history, begun.snapshot(), begun.chain(), key, begun.mark());
    try (Workspace files = new Workspace()) {
      var product = making.into(files);
      keep(files, key, product.input(), FileType.INPUT);
      keep(files, key, product.plan(), FileType.PLAN);
      keep(files, key, product.awards(), FileType.AWARDS);
      return show(begun, product);
    } catch (IOException e) {
      throw new RetryableFault("The files of a plan could not be written or read", e);
    }
  }

  private void keep(Workspace files, PlanKey key, String sha256, FileType type) {
    archive.keep(
        Archive.key(key.scheme(), key.fiscalYear(), key.place(), sha256, type), files.path(type));
  }

  /** The last write: the draft is there, if everything that it was made from still stands. */
  private boolean show(Beginning begun, PlanMaking.Product product) {
    Unit unit = new Unit(begun.actor());
    Plan plan = plan(begun, product);
    Happening drafted =
        Happening.of("plan.drafted", "plan", Discards.subject(plan), List.of(), facts(plan));
    Stored<Plan> before = begun.chain().atNextPlace();
    if (before == null) {
      unit.create(
          Plans.PLAN, Plans.key(begun.key().scheme(), plan.year(), plan.place()), plan, drafted);
    } else {
      unit.change(Plans.PLAN, before, plan, drafted);
    }
    Made made = new Made(plan.place(), product.input(), product.plan(), product.awards());
    unit.change(Runs.RUN, begun.run(), begun.run().value().drafted(made));
    unit.rely(begun.budget());
    begun
        .closing()
        .ifPresentOrElse(
            unit::rely, () -> unit.relyAbsent(Closing.key(begun.key().scheme(), plan.year())));
    unit.relyCounter(
        Claims.inputRevision(begun.key().scheme(), plan.year()), begun.chain().revision());
    return Commits.isCommitted(records, unit);
  }

  private static Plan plan(Beginning begun, PlanMaking.Product product) {
    Run run = begun.run().value();
    return new Plan(
        run.year(),
        begun.key().place(),
        begun.mark(),
        Plans.State.DRAFT,
        begun.chain().revision(),
        product.input(),
        product.plan(),
        begun.chain().lastSigned().map(Plan::sha256).orElse(null),
        begun.budget().value().total(),
        Money.ofFen(product.totals().awarded()),
        Money.ofFen(product.totals().setAside()),
        Math.toIntExact(product.totals().claims()),
        product.outcomes(),
        Map.of(),
        run.requestedBy(),
        run.at(),
        null);
  }

  private static Map<String, Object> facts(Plan plan) {
    return new TreeMap<>(
        Map.of(
            "year", plan.year(),
            "place", plan.place(),
            "run", Runs.idOf(plan.run()),
            "input", plan.input(),
            "sha256", plan.sha256(),
            "awarded", plan.awarded(),
            "setAside", plan.setAside(),
            "claims", plan.claims()));
  }
}
