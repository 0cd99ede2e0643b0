package org.firstbatch.programme;

import java.util.Optional;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;

/** The changes of a body, for its people; auditors see everybody's. */
final class OwnChanges {

  private final Records records;

  OwnChanges(Records records) {
    this.records = records;
  }

  /** The changes that the person's organisation proposed, newest first. */
  Outcome<Reply> list(Call call) {
    return organisation(call)
        .then(organisation -> Paging.of(call).map(paging -> page(call, organisation, paging)));
  }

  private Reply page(Call call, String organisation, Paging paging) {
    RecordQuery all =
        RecordQuery.all(Table.PROGRAMME, Change.partition(call.scheme(), organisation)).backward();
    var page = records.page(paging.of(all));
    var items =
        page.records().stream()
            .map(record -> Change.KIND.read(record).value())
            .filter(change -> maySee(call, change))
            .map(Change::view)
            .toList();
    return Reply.ok(Paging.body(items, page.next()));
  }

  private static Outcome<String> organisation(Call call) {
    return call.organisationNamed("organisation").then(named -> organisation(call, named));
  }

  private static Outcome<String> organisation(Call call, Optional<String> named) {
    if (call.as().role() != Role.AUDITOR) {
      return Outcome.done(call.organisation());
    }
    return named
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.invalid(
                        "?organisation",
                        "请写明查看哪个单位的变更，例如 finance",
                        "name the organisation whose changes you want, for example finance")));
  }

  Outcome<Reply> show(Call call) {
    return find(call).map(stored -> Reply.ok(stored.value().view()).tagged(stored));
  }

  /** The change in the path, if it is the person's own body's. */
  Outcome<Stored<Change>> find(Call call) {
    Optional<Stored<Change>> found =
        records
            .find(Change.key(call.scheme(), call.path("change")))
            .map(Change.KIND::read)
            .filter(stored -> maySee(call, stored.value()));
    return found.map(Outcome::done).orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  /**
   * The change in the path, to be decided: by its own body only, whoever else may read it, and by
   * nobody who stands close to the organisation that it is about.
   */
  Outcome<Stored<Change>> findToDecide(Call call) {
    return find(call)
        .then(
            stored ->
                isOwn(call, stored.value())
                    ? outside(Acts.of(stored.value().kind()), call, stored)
                    : Outcome.refused(
                        Problem.notAllowed(
                            "审计人员可以查看各单位的变更，但不能批准、驳回或撤回。",
                            "Auditors read everybody's changes; they decide on none of them.")));
  }

  private static <C> Outcome<Stored<Change>> outside(
      Act<C, ?> act, Call call, Stored<Change> stored) {
    C content = Json.read(stored.value().content().toString(), act.content());
    return ProposeChange.standingOutside(act, call, content).map(_ -> stored);
  }

  private static boolean maySee(Call call, Change change) {
    return call.as().role() == Role.AUDITOR || isOwn(call, change);
  }

  private static boolean isOwn(Call call, Change change) {
    return change.organisation().equals(call.organisation()) && change.role() == call.as().role();
  }
}
