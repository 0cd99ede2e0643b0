package org.firstbatch.policy;

import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Guard;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.policy.Policy;

/**
 * An insurer registers a policy. What the rules refuse at once leaves no record and no guard, only
 * its entry in the journal; what the calendar leaves open is PENDING.
 */
final class RegisterPolicy {

  private final Records records;
  private final PolicyBody body;
  private final Judge judge;

  RegisterPolicy(Records records, PolicyBody body, Judge judge) {
    this.records = records;
    this.body = body;
    this.judge = judge;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return body.read(call)
        .then(stated -> own(call, stated))
        .then(policy -> Own.outsideInsured(call, policy))
        .then(policy -> register(call, unit, policy));
  }

  private static Outcome<Policy> own(Call call, PolicyBody.Stated stated) {
    boolean anothers =
        stated.insurer().filter(insurer -> !insurer.equals(call.organisation())).isPresent();
    return anothers
        ? Outcome.refused(Problem.notFound())
        : Outcome.done(stated.of(call.organisation()));
  }

  private Outcome<Reply> register(Call call, Unit unit, Policy policy) {
    CaseFile file = judge.load(records, call.scheme(), policy, call.at());
    Optional<Stored<Registered>> before = file.registered();
    if (before.filter(old -> !mayBeReplaced(old.value())).isPresent()) {
      return Outcome.refused(exists(file.id()));
    }
    Judgement judgement = judge.of(file, call.scheme(), call.at());
    file.rely(unit);
    if (judgement.verdict() == Verdict.REFUSED) {
      return Judge.refuse(unit, file, judgement);
    }
    return Outcome.done(save(call, unit, file, judgement, before));
  }

  /** A number that was withdrawn or refused before it was ever filed may be used again. */
  private static boolean mayBeReplaced(Registered old) {
    return !old.state().isLive() && old.filing() == null;
  }

  private Reply save(
      Call call,
      Unit unit,
      CaseFile file,
      Judgement judgement,
      Optional<Stored<Registered>> before) {
    int revision = before.map(old -> old.value().revision() + 1).orElse(1);
    Registered policy = Revisions.first(file.id(), revision, judgement, call.at());
    var happening = Happenings.decided("policy.registered", policy, file);
    Stored<Registered> stored =
        before
            .map(old -> unit.change(Policies.POLICY, old, policy, happening))
            .orElseGet(
                () ->
                    unit.create(
                        Policies.POLICY,
                        Policies.key(call.scheme(), file.id()),
                        policy,
                        happening));
    unit.create(Policies.GUARD, file.guardKey(), new Guard(file.id()));
    before.ifPresentOrElse(
        old -> Rows.change(records, unit, call.scheme(), old.value(), policy),
        () -> Rows.create(unit, call.scheme(), policy));
    return Reply.created(
            location(call.scheme(), file.id()), PolicyView.of(policy, judgement, List.of()))
        .tagged(stored);
  }

  private static String location(String scheme, String id) {
    return "/v1/schemes/" + scheme + "/policies/" + id;
  }

  private static Problem exists(String id) {
    return Problem.conflict(
            "该保单号已登记，请更正原记录，或撤回后重新登记。",
            "A policy of this number is registered; correct it, or withdraw it and register again.")
        .with("policy", id);
  }
}
