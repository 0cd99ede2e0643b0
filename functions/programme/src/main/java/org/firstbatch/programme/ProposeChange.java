package org.firstbatch.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.programme.Change.State;

/** Proposes a change; nothing of it counts until another person of the body has approved it. */
final class ProposeChange {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  private final Records records;

  ProposeChange(Records records) {
    this.records = records;
  }

  /** The command that proposes changes of one kind. */
  Route.Command of(Act<?, ?> act) {
    return (call, unit) -> perform(act, call, unit);
  }

  private <C, T> Outcome<Reply> perform(Act<C, T> act, Call call, Unit unit) {
    Scene scene = Scene.of(records, call);
    return call.body()
        .then(body -> act.read(call, body))
        .then(content -> standingOutside(act, call, content))
        .then(content -> act.mayPropose(scene, call, content))
        .then(content -> propose(act, scene, call, unit, content));
  }

  static <C> Outcome<C> standingOutside(Act<C, ?> act, Call call, C content) {
    Optional<String> about = act.about(content);
    return about.isEmpty()
        ? Outcome.done(content)
        : call.standsOutside(about.get()).map(_ -> content);
  }

  private <C, T> Outcome<Reply> propose(
      Act<C, T> act, Scene scene, Call call, Unit unit, C content) {
    Optional<Stored<T>> present =
        records.find(act.key(scene.scheme(), content)).map(act.target()::read);
    return act.next(scene, content, present.map(Stored::value))
        .map(
            next -> {
              Change change = change(act, call, content, present, next);
              boolean atOnce = act.needsNoApproval(scene, call, content);
              Stored<Change> kept = keep(unit, act, content, atOnce ? approved(change) : change);
              if (atOnce) {
                Applied.write(act, scene, unit, content, present, next, change.id());
              }
              return reply(call, kept);
            });
  }

  private static Change approved(Change change) {
    return change.decided(State.APPROVED, null, change.at(), null);
  }

  private static <C, T> Change change(
      Act<C, T> act, Call call, C content, Optional<Stored<T>> present, T next) {
    JsonNode before = present.<JsonNode>map(ProposeChange::tree).orElse(NullNode.getInstance());
    return new Change(
        id(call),
        act.kind(),
        Json.mapper().valueToTree(content),
        act.summary(content, next),
        Difference.between(before, Json.mapper().valueToTree(next)),
        before,
        present.map(Stored::version).orElse(0L),
        call.actor().person(),
        call.organisation(),
        call.as().role(),
        call.at(),
        State.PROPOSED,
        null,
        null,
        null);
  }

  static JsonNode tree(Stored<?> stored) {
    return Json.object(stored.record().body());
  }

  private static String id(Call call) {
    return call.organisation()
        + "~"
        + TIME.format(call.at())
        + "~"
        + Hashes.hex(call.actor().request()).substring(0, 8);
  }

  private static <C> Stored<Change> keep(Unit unit, Act<C, ?> act, C content, Change change) {
    List<String> concerned = act.about(content).map(List::of).orElse(List.of());
    Map<String, Object> facts =
        Map.of(
            "kind", change.kind(),
            "state", change.state(),
            "summary", change.summary(),
            "difference", change.difference());
    return unit.create(
        Change.KIND,
        Change.key(unit.actor().scheme(), change.id()),
        change,
        Happening.of(type(change), "change", change.id(), concerned, facts));
  }

  private static String type(Change change) {
    return change.state() == State.PROPOSED ? "change.proposed" : "change.approved";
  }

  private static Reply reply(Call call, Stored<Change> kept) {
    Change change = kept.value();
    return Reply.accepted("/v1/schemes/" + call.scheme() + "/changes/" + change.id(), change.view())
        .tagged(kept);
  }
}
