package org.firstbatch.policy;

import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What the enterprise says of one revision of a policy written on it (第十三条, question 16): it
 * confirms it, which is its application form, or disputes it, which holds the claim until it takes
 * the dispute back.
 */
final class EnterpriseSays {

  private static final int MOST_REVISIONS = 1_000_000;

  private final Records records;
  private final Own own;

  EnterpriseSays(Records records, Own own) {
    this.records = records;
    this.own = own;
  }

  private record Said(long revision, @Nullable String ground) {}

  Outcome<Reply> confirm(Call call, Unit unit) {
    return said(call, false)
        .then(said -> current(call, said))
        .then(
            stored ->
                switch (stored.value().form()) {
                  case CONFIRMED -> Outcome.done(reply(stored));
                  case DISPUTED -> Outcome.refused(disputed());
                  case UNCONFIRMED ->
                      Outcome.done(change(unit, stored, Form.CONFIRMED, "policy.confirmed", null));
                });
  }

  Outcome<Reply> dispute(Call call, Unit unit) {
    return said(call, true)
        .then(said -> current(call, said).then(stored -> dispute(unit, stored, said)));
  }

  private Outcome<Reply> dispute(Unit unit, Stored<Registered> stored, Said said) {
    return stored.value().form() == Form.DISPUTED
        ? Outcome.refused(
            Problem.conflict(
                "您已对该版本提出异议；要改理由，请先撤回。",
                "You dispute this revision already; withdraw that first to give another ground."))
        : Outcome.done(change(unit, stored, Form.DISPUTED, "policy.disputed", said.ground()));
  }

  Outcome<Reply> withdrawDispute(Call call, Unit unit) {
    return said(call, false)
        .then(said -> current(call, said))
        .then(
            stored ->
                stored.value().form() == Form.DISPUTED
                    ? Outcome.done(
                        change(unit, stored, Form.UNCONFIRMED, "policy.dispute-withdrawn", null))
                    : Outcome.refused(
                        Problem.conflict(
                            "该版本没有未撤回的异议。", "There is no dispute of this revision to withdraw.")));
  }

  private static Outcome<Said> said(Call call, boolean withGround) {
    return call.body()
        .then(
            (Fields fields) ->
                fields.result(
                    new Said(
                        fields.number("revision", 1, MOST_REVISIONS),
                        withGround ? fields.text("ground", 2, 500) : null)));
  }

  private Outcome<Stored<Registered>> current(Call call, Said said) {
    return own.findToChange(call)
        .then(call::matchingIfNamed)
        .then(WithdrawPolicy::live)
        .then(
            stored ->
                said.revision() == stored.value().revision()
                    ? Outcome.done(stored)
                    : Outcome.refused(stale(said.revision(), stored.value().revision())));
  }

  private Reply change(
      Unit unit, Stored<Registered> old, Form form, String type, @Nullable String ground) {
    Registered policy = Revisions.withForm(old.value(), form, ground);
    Stored<Registered> stored =
        unit.change(Policies.POLICY, old, policy, Happenings.of(type, policy, ground));
    Filed.form(records, unit, policy);
    return reply(stored);
  }

  private static Reply reply(Stored<Registered> stored) {
    return Reply.ok(PolicyView.Summary.of(stored.value())).tagged(stored);
  }

  private static Problem stale(long said, int present) {
    return Problem.conflict(
            "保单现为第 " + present + " 版，您所说的是第 " + said + " 版，请查看新版后再确认。",
            "The policy is now revision "
                + present
                + ", you speak of revision "
                + said
                + "; look at the new one first.")
        .with("revision", present);
  }

  private static Problem disputed() {
    return Problem.conflict(
        "您对该版本有异议，请先撤回异议。", "You dispute this revision; withdraw the dispute first.");
  }
}
