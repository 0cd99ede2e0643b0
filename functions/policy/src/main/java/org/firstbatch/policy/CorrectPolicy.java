package org.firstbatch.policy;

import java.util.List;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Guard;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.scheme.Options.LateFiling;

/**
 * An insurer states a policy anew, until it is in a signed plan (第十三条): decided like a new one, a
 * new revision, which the enterprise confirms anew and of which earlier acceptances no longer
 * count.
 */
final class CorrectPolicy {

  private final Records records;
  private final PolicyBody body;
  private final Judge judge;
  private final Own own;

  CorrectPolicy(Records records, PolicyBody body, Judge judge, Own own) {
    this.records = records;
    this.body = body;
    this.judge = judge;
    this.own = own;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return own.findToChange(call)
        .then(call::matching)
        .then(CorrectPolicy::correctable)
        .then(
            stored ->
                body.read(call)
                    .then(stated -> same(stored.value(), stated))
                    .then(policy -> Own.outsideInsured(call, policy))
                    .then(policy -> correct(call, unit, stored, policy)));
  }

  private static Outcome<Stored<Registered>> correctable(Stored<Registered> stored) {
    State state = stored.value().state();
    return state == State.REGISTERED || state == State.PENDING
        ? Outcome.done(stored)
        : Outcome.refused(
            Problem.conflict(
                "保单状态为 " + state + "，不能更正。",
                "The policy is " + state + " and cannot be corrected."));
  }

  private static Outcome<Policy> same(Registered old, PolicyBody.Stated stated) {
    String insurer = old.policy().insurer();
    if (stated.insurer().filter(named -> !named.equals(insurer)).isPresent()) {
      return Outcome.refused(Problem.notFound());
    }
    return stated.policy().number().equals(old.policy().number())
        ? Outcome.done(stated.of(insurer))
        : Outcome.refused(
            Problem.invalid(
                "/number",
                "更正不能改保单号，应为“" + old.policy().number() + "”；号码有误请撤回后重新登记",
                "a correction keeps the policy number, \""
                    + old.policy().number()
                    + "\"; where that is wrong, withdraw and register again"));
  }

  private Outcome<Reply> correct(Call call, Unit unit, Stored<Registered> old, Policy policy) {
    Standing standing = Standing.of(records, unit, old.value().id());
    if (standing.isInSignedPlan()) {
      return Outcome.refused(standing.refusal());
    }
    if (leavesItsQuarter(call, old.value(), policy)) {
      return Outcome.refused(quarterLeft(old.value(), policy));
    }
    CaseFile file = judge.load(records, call.scheme(), policy, call.at());
    Judgement judgement = judge.of(file, call.scheme(), call.at());
    file.rely(unit);
    return judgement.verdict() == Verdict.REFUSED
        ? Judge.refuse(unit, file, judgement)
        : Outcome.done(save(call, unit, old, standing, file, judgement));
  }

  /** A filed policy stays one that may be filed for its quarter. */
  private boolean leavesItsQuarter(Call call, Registered old, Policy policy) {
    String quarter = old.quarter();
    if (quarter == null) {
      return false;
    }
    Quarter filed = Quarter.parse(quarter);
    Quarter signed = Quarter.of(policy.signedDay());
    boolean tooEarly = signed.isBefore(filed.previous()) && old.lateGround() == null;
    LateFiling limit = Law.of(policy, judge.edition(call.scheme(), call.at())).lateFiling().value();
    return filed.isBefore(signed) || (tooEarly && limit != LateFiling.NO_LIMIT);
  }

  private static Problem quarterLeft(Registered old, Policy policy) {
    return Problem.invalid(
            "/contractSigned",
            "该保单已在 %s 申报，%s 签订的保单不能在该季度申报；请撤回后另行登记、申报".formatted(old.quarter(), policy.signedDay()),
            "this policy is filed for %s, for which one signed %s cannot be filed; withdraw it, register and file it anew"
                .formatted(old.quarter(), policy.signedDay()))
        .under("第十三条");
  }

  private Reply save(
      Call call,
      Unit unit,
      Stored<Registered> old,
      Standing standing,
      CaseFile file,
      Judgement judgement) {
    Registered policy = Revisions.corrected(old.value(), judgement);
    Stored<Registered> stored =
        unit.change(
            Policies.POLICY, old, policy, Happenings.decided("policy.corrected", policy, file));
    moveGuard(call, unit, old.value(), file);
    Rows.change(records, unit, call.scheme(), old.value(), policy);
    Filed.restate(
        standing.claim(), policy, judge.edition(call.scheme(), call.at()), policy.subsidy());
    return Reply.ok(PolicyView.of(policy, judgement, List.of())).tagged(stored);
  }

  private void moveGuard(Call call, Unit unit, Registered old, CaseFile file) {
    RecordKey before = guardKey(call, old.policy());
    if (!before.equals(file.guardKey())) {
      Guards.free(records, unit, before, old.id());
    }
    if (file.guard().isEmpty()) {
      unit.create(Policies.GUARD, file.guardKey(), new Guard(old.id()));
    }
  }

  private RecordKey guardKey(Call call, Policy policy) {
    return Guards.key(call.scheme(), policy, judge.edition(call.scheme(), call.at()));
  }
}
