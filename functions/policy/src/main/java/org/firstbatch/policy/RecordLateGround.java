package org.firstbatch.policy;

import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.Stored;

/** The regulator records why a policy may be filed later than the rules say (question 5). */
final class RecordLateGround {

  private final Own own;

  RecordLateGround(Own own) {
    this.own = own;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return own.findToChange(call)
        .then(call::matchingIfNamed)
        .then(WithdrawPolicy::live)
        .then(stored -> ground(call).map(ground -> save(unit, stored, ground)));
  }

  private static Outcome<String> ground(Call call) {
    return call.body().then((Fields fields) -> fields.result(fields.text("ground", 2, 500)));
  }

  private static Reply save(Unit unit, Stored<Registered> old, String ground) {
    Registered policy = Revisions.withLateGround(old.value(), ground);
    Stored<Registered> stored =
        unit.change(
            Policies.POLICY, old, policy, Happenings.of("policy.late-ground", policy, ground));
    return Reply.ok(PolicyView.Summary.of(policy)).tagged(stored);
  }
}
