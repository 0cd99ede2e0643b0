package org.firstbatch.policy;

import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Edition;
import org.jspecify.annotations.Nullable;

/** An insurer withdraws a policy that is in no signed plan; that frees its first-batch key. */
final class WithdrawPolicy {

  private final Records records;
  private final Judge judge;
  private final Own own;

  WithdrawPolicy(Records records, Judge judge, Own own) {
    this.records = records;
    this.judge = judge;
    this.own = own;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return own.findToChange(call)
        .then(call::matching)
        .then(WithdrawPolicy::live)
        .then(
            stored ->
                ground(call).then(ground -> withdraw(call, unit, stored, ground.orElse(null))));
  }

  static Outcome<Stored<Registered>> live(Stored<Registered> stored) {
    return stored.value().state().isLive()
        ? Outcome.done(stored)
        : Outcome.refused(
            Problem.conflict(
                "保单状态为 " + stored.value().state() + "，不再有效。",
                "The policy is " + stored.value().state() + " and no longer counts."));
  }

  private static Outcome<Optional<String>> ground(Call call) {
    return call.body()
        .then(
            (Fields fields) ->
                fields.result(fields.optional("ground", name -> fields.text(name, 2, 500))));
  }

  private Outcome<Reply> withdraw(
      Call call, Unit unit, Stored<Registered> old, @Nullable String ground) {
    Standing standing = Standing.of(records, unit, old.value().id());
    if (standing.isInSignedPlan()) {
      return Outcome.refused(standing.refusal());
    }
    Edition edition = judge.edition(call.scheme(), call.at());
    Registered policy = Revisions.withdrawn(old.value());
    Stored<Registered> stored =
        unit.change(
            Policies.POLICY, old, policy, Happenings.of("policy.withdrawn", policy, ground));
    Guards.free(records, unit, Guards.key(call.scheme(), policy.policy(), edition), policy.id());
    Rows.change(records, unit, call.scheme(), old.value(), policy);
    Filed.restate(standing.claim(), policy, edition, Money.ZERO);
    return Outcome.done(Reply.ok(PolicyView.Summary.of(policy)).tagged(stored));
  }
}
