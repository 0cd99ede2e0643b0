package org.firstbatch.programme;

import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.programme.Change.State;

/** Refuses a change, or withdraws one's own. */
final class DecideChange {

  private static final int MOST_GROUND = 500;

  private final OwnChanges changes;

  DecideChange(OwnChanges changes) {
    this.changes = changes;
  }

  /** Another person of the body refuses it, with a ground. */
  Outcome<Reply> refuse(Call call, Unit unit) {
    return call.body()
        .then(DecideChange::ground)
        .then(
            ground ->
                changes
                    .findToDecide(call)
                    .then(stored -> byAnother(call, unit, stored))
                    .then(call::matchingIfNamed)
                    .map(stored -> refused(call, unit, stored, ground)));
  }

  private static Outcome<String> ground(Fields body) {
    return body.result(body.text("ground", 1, MOST_GROUND));
  }

  private static Reply refused(Call call, Unit unit, Stored<Change> stored, String ground) {
    Change refused =
        stored.value().decided(State.REFUSED, call.actor().person(), call.at(), ground);
    Happening happening =
        new Happening(
            "change.refused",
            "change",
            refused.id(),
            List.of(),
            ground,
            Map.of("kind", refused.kind()));
    return Reply.ok(refused.view()).tagged(unit.change(Change.KIND, stored, refused, happening));
  }

  /** Whoever proposed it withdraws it. */
  Outcome<Reply> withdraw(Call call, Unit unit) {
    return changes
        .findToDecide(call)
        .then(DecideChange::open)
        .then(stored -> byTheSame(call, unit, stored))
        .then(call::matchingIfNamed)
        .map(stored -> withdrawn(call, unit, stored));
  }

  private static Reply withdrawn(Call call, Unit unit, Stored<Change> stored) {
    Change withdrawn =
        stored.value().decided(State.WITHDRAWN, call.actor().person(), call.at(), null);
    Happening happening =
        Happening.of(
            "change.withdrawn",
            "change",
            withdrawn.id(),
            List.of(),
            Map.of("kind", withdrawn.kind()));
    return Reply.ok(withdrawn.view())
        .tagged(unit.change(Change.KIND, stored, withdrawn, happening));
  }

  /** Whether this person may decide on an open change: another one, in the capacity it takes. */
  static Outcome<Stored<Change>> byAnother(Call call, Unit unit, Stored<Change> stored) {
    Change change = stored.value();
    Capacity needed = capacity(change, Capacity.SIGNER);
    if (!call.as().may(needed)) {
      return takes(needed);
    }
    if (change.proposedBy().equals(call.actor().person())) {
      return Outcome.refused(
          Problem.notAllowed(
              "变更由您提出，须由本单位另一人批准或驳回。",
              "You proposed this change; another person of your body must approve or refuse it."));
    }
    unit.actsAs(needed);
    return open(stored);
  }

  private static <T> Outcome<T> takes(Capacity needed) {
    return Outcome.refused(
        Problem.notAllowed(
            "此项变更须由本单位的 " + needed + " 决定。", "Only a " + needed + " of the body may decide this."));
  }

  /** Administrators decide on memberships, whatever else they are. */
  private static Capacity capacity(Change change, Capacity otherwise) {
    return change.kind().isOfMemberships() ? Capacity.ADMINISTRATOR : otherwise;
  }

  private static Outcome<Stored<Change>> open(Stored<Change> stored) {
    State state = stored.value().state();
    return state == State.PROPOSED
        ? Outcome.done(stored)
        : Outcome.refused(
            Problem.conflict(
                "此项变更已是 " + state + "，不能再办理。",
                "This change is already " + state + "; nothing more can be done to it."));
  }

  /** Only who proposed it, in the capacity that proposing it takes. */
  private static Outcome<Stored<Change>> byTheSame(Call call, Unit unit, Stored<Change> stored) {
    Capacity needed = capacity(stored.value(), Capacity.PREPARER);
    if (!stored.value().proposedBy().equals(call.actor().person())) {
      return Outcome.refused(
          Problem.notAllowed(
              "只有提出人可以撤回，其他人可以驳回。", "Only who proposed it may withdraw it; others may refuse it."));
    }
    if (!call.as().may(needed)) {
      return takes(needed);
    }
    unit.actsAs(needed);
    return Outcome.done(stored);
  }
}
