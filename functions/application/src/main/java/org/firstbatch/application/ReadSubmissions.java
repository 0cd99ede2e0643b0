package org.firstbatch.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.firstbatch.application.Submission.Piece;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/** The submissions of an application, each as it was frozen, and how two of them differ. */
final class ReadSubmissions {

  private final Records records;
  private final Cases cases;

  ReadSubmissions(Records records, Cases cases) {
    this.records = records;
    this.cases = cases;
  }

  /** A field that differs; null where it is empty. */
  record FieldDifference(String field, @Nullable String before, @Nullable String after) {}

  /** The submissions without their content. */
  Outcome<Reply> list(Call call) {
    return cases.visible(call).then(_ -> Paging.of(call)).map(paging -> list(call, paging));
  }

  private Reply list(Call call, Paging paging) {
    String partition = Applications.key(call.scheme(), call.path("application")).partition();
    RecordPage page =
        records.page(
            paging.of(RecordQuery.prefixed(Table.APPLICATIONS, partition, Submission.PREFIX)));
    return Reply.ok(
        Paging.body(
            page.records().stream()
                .map(record -> summary(Submission.KIND.read(record).value()))
                .toList(),
            page.next()));
  }

  private static Map<String, Object> summary(Submission submission) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("round", submission.round());
    view.put("at", submission.at());
    view.put("fields", submission.form().size());
    view.put("evidence", submission.evidence().size());
    view.put("receipt", submission.receipt());
    return view;
  }

  Outcome<Reply> show(Call call) {
    return cases
        .visible(call)
        .then(
            _ -> find(call, call.path("round")).map(Outcome::done).orElseGet(ReadSubmissions::none))
        .map(Reply::ok);
  }

  private static Outcome<Submission> none() {
    return Outcome.refused(Problem.notFound());
  }

  private Optional<Submission> find(Call call, String round) {
    return round.matches("[1-9][0-9]{0,3}")
        ? records
            .find(Submission.key(call.scheme(), call.path("application"), Integer.parseInt(round)))
            .map(record -> Submission.KIND.read(record).value())
        : Optional.empty();
  }

  /** What changed between two rounds: fields, and pieces of evidence by their content. */
  Outcome<Reply> differences(Call call) {
    return cases
        .visible(call)
        .then(_ -> asked(call, "from"))
        .then(from -> asked(call, "to").map(to -> Reply.ok(differences(from, to))));
  }

  private Outcome<Submission> asked(Call call, String name) {
    return find(call, call.query(name).orElse(""))
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.invalid(
                        "?" + name,
                        "应为已提交的轮次，如 1",
                        "must be the number of a submission, such as 1")));
  }

  private static Map<String, Object> differences(Submission from, Submission to) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("from", from.round());
    body.put("to", to.round());
    body.put("fields", fields(from, to));
    body.put("removed", without(from.evidence(), to.evidence()));
    body.put("added", without(to.evidence(), from.evidence()));
    return body;
  }

  private static List<FieldDifference> fields(Submission from, Submission to) {
    TreeSet<String> paths = new TreeSet<>(from.form().keySet());
    paths.addAll(to.form().keySet());
    return paths.stream()
        .map(path -> new FieldDifference(path, from.form().get(path), to.form().get(path)))
        .filter(each -> each.before() == null || !each.before().equals(each.after()))
        .toList();
  }

  private static List<Piece> without(List<Piece> pieces, List<Piece> others) {
    List<Piece> rest = new ArrayList<>(pieces);
    rest.removeAll(others);
    return rest;
  }
}
