package org.firstbatch.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;

/**
 * Reading policies: an insurer its own, an enterprise every policy written on it, public bodies
 * all.
 */
final class ReadPolicies {

  private final Records records;
  private final Judge judge;
  private final Own own;

  ReadPolicies(Records records, Judge judge, Own own) {
    this.records = records;
    this.judge = judge;
    this.own = own;
  }

  /** One policy with its explanation as of now. */
  Outcome<Reply> show(Call call) {
    return own.find(call)
        .map(
            stored -> {
              CaseFile file =
                  judge.load(records, call.scheme(), stored.value().policy(), call.at());
              Judgement judgement = judge.of(file, call.scheme(), call.at());
              return Reply.ok(
                      PolicyView.of(
                          stored.value(), judgement, unwindings(call.scheme(), file.id())))
                  .tagged(stored);
            });
  }

  private List<Unwinding> unwindings(String scheme, String id) {
    RecordKey key = Policies.key(scheme, id);
    List<Unwinding> all = new ArrayList<>();
    records.forEach(
        RecordQuery.prefixed(key.table(), key.partition(), Unwinding.PREFIX),
        record -> all.add(Unwinding.KIND.read(record).value()));
    return all;
  }

  /** Policies in the order of their signing days, page by page. */
  Outcome<Reply> list(Call call) {
    return organisation(call)
        .then(organisation -> Pages.query(call, query(call, organisation)))
        .map(query -> Reply.ok(page(call, records.page(query))));
  }

  private static RecordQuery query(Call call, String organisation) {
    return RecordQuery.all(Table.POLICIES, Policies.ofPartition(call.scheme(), organisation));
  }

  private static Outcome<String> organisation(Call call) {
    return call.organisationNamed("insurer")
        .then(insurer -> enterprise(call).then(code -> organisation(call, insurer.or(() -> code))));
  }

  private static Outcome<Optional<String>> enterprise(Call call) {
    Optional<String> code = call.query("enterprise");
    Optional<Text> fault = code.flatMap(CreditCode::findMalformation);
    return fault.isEmpty()
        ? Outcome.done(code)
        : Outcome.refused(Problem.invalid("?enterprise", fault.get()));
  }

  private static Outcome<String> organisation(Call call, Optional<String> named) {
    Role role = call.as().role();
    if (role == Role.INSURER || role == Role.ENTERPRISE) {
      return Outcome.done(call.organisation());
    }
    return named
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.invalid(
                        "?insurer",
                        "请写明 ?insurer=（机构编号）或 ?enterprise=（统一社会信用代码）",
                        "name ?insurer= (its key) or ?enterprise= (a credit code)")));
  }

  private Pages.Page<PolicyView.Summary> page(Call call, RecordPage rows) {
    List<RecordKey> keys =
        rows.records().stream()
            .map(row -> Policies.GUARD.read(row).value().policy())
            .map(id -> Policies.key(call.scheme(), id))
            .toList();
    Map<RecordKey, StoredRecord> found = records.findAll(keys);
    List<PolicyView.Summary> items =
        keys.stream()
            .map(found::get)
            .filter(record -> record != null)
            .map(record -> Policies.POLICY.read(record).value())
            .filter(policy -> Own.concerns(call, policy.policy()))
            .map(PolicyView.Summary::of)
            .toList();
    return Pages.Page.of(items, rows.next());
  }
}
