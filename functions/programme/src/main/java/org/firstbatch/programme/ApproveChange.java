package org.firstbatch.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.programme.Change.State;

/**
 * Another person of the body approves a change: what it changes, both histories and the answer are
 * one write. When the record has changed since the proposal, the change is stale instead.
 */
final class ApproveChange {

  private final Records records;
  private final OwnChanges changes;

  ApproveChange(Records records, OwnChanges changes) {
    this.records = records;
    this.changes = changes;
  }

  Outcome<Reply> approve(Call call, Unit unit) {
    return changes
        .findToDecide(call)
        .then(stored -> DecideChange.byAnother(call, unit, stored))
        .then(call::matchingIfNamed)
        .then(stored -> apply(Acts.of(stored.value().kind()), call, unit, stored));
  }

  private <C, T> Outcome<Reply> apply(Act<C, T> act, Call call, Unit unit, Stored<Change> stored) {
    Change change = stored.value();
    C content = Json.read(change.content().toString(), act.content());
    Optional<Stored<T>> present =
        records.find(act.key(call.scheme(), content)).map(act.target()::read);
    if (present.map(Stored::version).orElse(0L) != change.basedOn()) {
      return stale(call, unit, stored, present);
    }
    Scene scene = Scene.of(records, call);
    return act.next(scene, content, present.map(Stored::value))
        .map(
            next -> {
              Applied.write(act, scene, unit, content, present, next, change.id());
              return approved(call, unit, stored, act.about(content));
            });
  }

  private static Reply approved(
      Call call, Unit unit, Stored<Change> stored, Optional<String> about) {
    Change approved =
        stored.value().decided(State.APPROVED, call.actor().person(), call.at(), null);
    Happening happening =
        Happening.of(
            "change.approved",
            "change",
            approved.id(),
            about.map(List::of).orElse(List.of()),
            Map.of("kind", approved.kind(), "summary", approved.summary()));
    return Reply.ok(approved.view()).tagged(unit.change(Change.KIND, stored, approved, happening));
  }

  private static Outcome<Reply> stale(
      Call call, Unit unit, Stored<Change> stored, Optional<? extends Stored<?>> present) {
    JsonNode now = present.<JsonNode>map(ProposeChange::tree).orElse(NullNode.getInstance());
    List<Difference> since = Difference.between(stored.value().before(), now);
    Change stale = stored.value().decided(State.STALE, null, call.at(), null);
    unit.change(
        Change.KIND,
        stored,
        stale,
        Happening.of(
            "change.refused",
            "change",
            stale.id(),
            List.of(),
            Map.of("kind", stale.kind(), "state", State.STALE, "since", since)));
    return Outcome.refusedAndJournalled(
        Problem.of(
                Problem.Kind.STALE,
                "提出之后，所涉记录已变更（见 changed），此项变更作废，请重新提出。",
                "What it changes has changed since the proposal (see \"changed\"); propose it"
                    + " again.")
            .with("changed", since));
  }
}
