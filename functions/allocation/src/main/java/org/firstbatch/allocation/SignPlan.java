package org.firstbatch.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.firstbatch.allocation.Archive.FileType;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Plans.Signature;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.allocation.canonical.CountedPlan;
import org.firstbatch.measures.allocation.canonical.PlanLine;
import org.firstbatch.measures.allocation.canonical.PlanReader;
import org.jspecify.annotations.Nullable;

/**
 * A body signs one exact hash (第十三条). The signatures are of three people, none of whom asked for
 * the plan; the third makes it SIGNED.
 */
final class SignPlan {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int BODIES = 3;

  private final Records records;
  private final Archive archive;
  private final Schemes schemes;

  SignPlan(Records records, ObjectStore objects, Schemes schemes) {
    this.records = records;
    archive = new Archive(objects);
    this.schemes = schemes;
  }

  Outcome<Reply> sign(Call call, Unit unit) {
    return hash(call)
        .then(hash -> onPlan(call, (chain, plan) -> sign(call, unit, chain, plan, hash)));
  }

  /** A body declines the draft with a ground, which discards it. */
  Outcome<Reply> decline(Call call, Unit unit) {
    return discard(call, unit, "plan.declined");
  }

  /** The regulator discards the draft with a ground. */
  Outcome<Reply> discard(Call call, Unit unit) {
    return discard(call, unit, "plan.discarded");
  }

  private Outcome<Reply> discard(Call call, Unit unit, String type) {
    return Inputs.ground(call)
        .then(
            ground ->
                onPlan(
                    call,
                    (chain, plan) ->
                        requireOpen(chain, plan)
                            .then(_ -> call.matching(plan))
                            .then(_ -> requireOutside(call, plan.value()))
                            .map(_ -> discarded(unit, chain, plan, type, ground))));
  }

  private Reply discarded(Unit unit, Chain chain, Stored<Plan> plan, String type, String ground) {
    Stored<Plan> changed = new Discards(records).discard(unit, plan, type, ground);
    return Reply.ok(PlanViews.forBodies(chain, changed.value())).tagged(changed);
  }

  private static Outcome<String> hash(Call call) {
    return call.body()
        .then(
            body ->
                body.result(
                    body.matching(
                        "sha256",
                        HASH,
                        "应为 64 位小写十六进制的计划文件 SHA-256",
                        "must be the plan file's SHA-256, 64 lower-case hexadecimal digits")));
  }

  /** What is done to a plan that is there. */
  private interface Act {
    Outcome<Reply> on(Chain chain, Stored<Plan> plan);
  }

  private Outcome<Reply> onPlan(Call call, Act act) {
    return Inputs.year(call)
        .then(
            year ->
                Inputs.place(call)
                    .then(
                        place -> {
                          Chain chain = Chain.of(records, call.scheme(), year);
                          Optional<Stored<Plan>> plan = chain.find(place);
                          return plan.isEmpty()
                              ? Outcome.refused(Problem.notFound())
                              : act.on(chain, plan.get());
                        }));
  }

  private Outcome<Reply> sign(Call call, Unit unit, Chain chain, Stored<Plan> plan, String hash) {
    return requireHash(call, chain, plan, hash)
        .then(_ -> requireOpen(chain, plan))
        .then(_ -> call.matchingIfNamed(plan))
        .then(_ -> requireMaySign(call, plan.value()))
        .then(_ -> requireOutside(call, plan.value()))
        .then(_ -> standOnOtherYears(call, unit, plan.value()))
        .map(_ -> signed(call, unit, chain, plan));
  }

  /**
   * Question 6: the plan counted the signed plans of other years. A plan of another year that is
   * signed raises this year's input revision, if the year had its budget by then; this holds also
   * where it had not.
   */
  private Outcome<Plan> standOnOtherYears(Call call, Unit unit, Plan plan) {
    OtherYears others = OtherYears.behind(records, schemes, call.scheme(), plan.year());
    if (others.isNone()) {
      return Outcome.done(plan);
    }
    others.standOn(unit);
    return counted(call.scheme(), plan).equals(others.counted())
        ? Outcome.done(plan)
        : Outcome.refused(
            Problem.conflict(
                    "此计划编制后，另一预算年度的计划已签署，限额余额随之改变。请要求编制新的计划。",
                    "A plan of another fiscal year was signed since this one was made, which changes"
                        + " what the cap leaves. Ask for a new plan.")
                .with("sha256", plan.sha256())
                .under("第七条"));
  }

  private List<CountedPlan> counted(String scheme, Plan plan) {
    try {
      return new History(records, archive, scheme).readInput(plan).counted();
    } catch (IOException e) {
      throw new RetryableFault("The input of a plan could not be read: " + plan.input(), e);
    }
  }

  private Reply signed(Call call, Unit unit, Chain chain, Stored<Plan> plan) {
    Plan old = plan.value();
    Map<Role, Signature> signatures = new HashMap<>(old.signatures());
    signatures.put(call.as().role(), new Signature(call.actor().person(), old.sha256(), call.at()));
    boolean complete = signatures.size() == BODIES;
    Plan next = with(old, complete ? Plans.State.SIGNED : Plans.State.DRAFT, signatures);
    Receipt receipt = SignedReceipt.of(call, next);
    Happening happening = happening(call, next).with("receipt", receipt);
    Stored<Plan> changed = unit.change(Plans.PLAN, plan, next, happening);
    unit.relyCounter(Claims.inputRevision(call.scheme(), old.year()), old.inputRevision());
    if (complete) {
      OtherYears.raiseAfterSigning(records, schemes, unit, old.year());
    }
    Map<String, Object> view = PlanViews.forBodies(chain, next);
    view.put("receipt", receipt);
    return Reply.ok(view).tagged(changed);
  }

  private static Happening happening(Call call, Plan plan) {
    Map<String, Object> facts =
        new TreeMap<>(
            Map.of(
                "year", plan.year(),
                "place", plan.place(),
                "sha256", plan.sha256(),
                "body", call.as().role().label(),
                "signatures", plan.signatures().size()));
    return Happening.of(SignedReceipt.act(plan), "plan", Discards.subject(plan), List.of(), facts);
  }

  private static Plan with(Plan old, Plans.State state, Map<Role, Signature> signatures) {
    return new Plan(
        old.year(),
        old.place(),
        old.run(),
        state,
        old.inputRevision(),
        old.input(),
        old.sha256(),
        old.previous(),
        old.budget(),
        old.awarded(),
        old.setAside(),
        old.claims(),
        old.outcomes(),
        signatures,
        old.requestedBy(),
        old.madeAt(),
        old.ground());
  }

  private Outcome<Chain> requireHash(Call call, Chain chain, Stored<Plan> plan, String hash) {
    if (hash.equals(plan.value().sha256())) {
      return Outcome.done(chain);
    }
    String why = whyVoid(call.scheme(), plan.value(), hash);
    return Outcome.refused(
        Problem.of(
                Problem.Kind.STALE,
                "您签的哈希不是现有计划的。现有计划的 SHA-256 是 "
                    + plan.value().sha256()
                    + (why == null ? "。" : "；您签的那份草案已作废：" + why + "。"),
                "That hash is not of the plan that stands. The plan's SHA-256 is "
                    + plan.value().sha256()
                    + (why == null ? "." : "; the draft you signed is void: " + why + "."))
            .with("sha256", plan.value().sha256())
            .with("state", chain.state(plan.value()).name())
            .under("第十三条"));
  }

  private @Nullable String whyVoid(String scheme, Plan plan, String hash) {
    return Runs.list(records, scheme, plan.year()).stream()
        .map(Stored::value)
        .filter(run -> run.made() != null && run.made().plan().equals(hash))
        .map(run -> run.ground() == null ? "" : run.ground())
        .filter(ground -> !ground.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static Outcome<Chain> requireOpen(Chain chain, Stored<Plan> plan) {
    Plans.State state = chain.state(plan.value());
    if (state == Plans.State.DRAFT) {
      return Outcome.done(chain);
    }
    String ground = chain.ground(plan.value());
    String why = ground == null ? "" : "：" + ground;
    return Outcome.refused(
        Problem.conflict(
                "此计划不再是草案，现为 " + state + why + "。请等新的计划。",
                "This plan is no longer a draft but " + state + why + ". Wait for a new plan.")
            .with("sha256", plan.value().sha256())
            .with("state", state.name())
            .under("第十三条"));
  }

  private static Outcome<Plan> requireMaySign(Call call, Plan plan) {
    String person = call.actor().person();
    if (person.equals(plan.requestedBy())) {
      return refused("要求编制计划的人不能签署该计划。", "Who asked for a plan does not sign it.");
    }
    if (plan.signatures().values().stream().anyMatch(each -> each.person().equals(person))) {
      return refused(
          "您已签署此计划；三个签名须出自三个人。",
          "You signed this plan already; the signatures are of three people.");
    }
    if (plan.signatures().containsKey(call.as().role())) {
      return Outcome.refused(
          Problem.conflict("您的单位已签署此计划。", "Your body has signed this plan already.").under("第十三条"));
    }
    return Outcome.done(plan);
  }

  private static Outcome<Plan> refused(String zh, String en) {
    return Outcome.refused(Problem.notAllowed(zh, en).under("第十三条"));
  }

  /**
   * Who stands close to an organisation decides nothing on a plan in which it has a claim: they do
   * not sign it, and they do not discard it either. Who stands close to none needs no look at it.
   */
  private Outcome<Plan> requireOutside(Call call, Plan plan) {
    Set<String> ties = call.tiesElsewhere();
    if (ties.isEmpty()) {
      return Outcome.done(plan);
    }
    var key = Archive.key(call.scheme(), plan.year(), plan.place(), plan.sha256(), FileType.PLAN);
    try (InputStream in = archive.open(key)) {
      for (PlanReader lines = new PlanReader(in); lines.hasNext(); ) {
        PlanLine line = lines.next();
        if (ties.contains(line.insurer()) || ties.contains(line.enterprise())) {
          return call.standsOutside(List.of(line.insurer(), line.enterprise())).map(_ -> plan);
        }
      }
      return Outcome.done(plan);
    } catch (IOException e) {
      throw new RetryableFault("The plan file could not be read: " + key, e);
    }
  }
}
