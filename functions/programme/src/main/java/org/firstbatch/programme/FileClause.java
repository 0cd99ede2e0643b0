package org.firstbatch.programme;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.Clause;

/**
 * 第三条: a clause is put on file with the regulator. What a clause on file covers stays; only its
 * last day may be set later.
 */
final class FileClause implements Act<Clause, Clause> {

  @Override
  public ChangeKind kind() {
    return ChangeKind.FILE_CLAUSE;
  }

  @Override
  public Class<Clause> content() {
    return Clause.class;
  }

  @Override
  public Kind<Clause> target() {
    return Programme.CLAUSE;
  }

  @Override
  public Outcome<Clause> read(Call call, Fields body) {
    LocalDate from = body.day("from");
    Optional<LocalDate> to = body.optional("to", body::day);
    if (to.filter(last -> last.isBefore(from)).isPresent()) {
      body.mistake("to", "不得早于 " + from, "must not be before " + from);
    }
    return body.result(
        new Clause(
            body.identifier("number", 100),
            body.optional("insurer", name -> InsurerAct.organisation(body, name)).orElse(null),
            body.flag("coversQuality"),
            body.flag("coversLiability"),
            from,
            to.orElse(null)));
  }

  @Override
  public RecordKey key(String scheme, Clause content) {
    return Programme.clauseKey(scheme, content.number());
  }

  @Override
  public Outcome<Clause> next(Scene scene, Clause content, Optional<Clause> present) {
    String insurer = content.insurer();
    if (insurer != null
        && scene.records().find(Programme.insurerKey(scene.scheme(), insurer)).isEmpty()) {
      return Outcome.refused(
          Problem.invalid(
              "/insurer", "名单中没有这家保险机构", "there is no such insurer on the regulator's list"));
    }
    return present.isEmpty() || sameButForItsEnd(content, present.get())
        ? Outcome.done(content)
        : Outcome.refused(
            Problem.conflict(
                "此编号已备案，除使用截止日外不得更改；不同的条款请用新的编号。",
                "This number is on file; only its last day may change, another clause has another"
                    + " number."));
  }

  private static boolean sameButForItsEnd(Clause one, Clause other) {
    return new Clause(
            one.number(),
            one.insurer(),
            one.coversQuality(),
            one.coversLiability(),
            one.from(),
            other.to())
        .equals(other);
  }

  @Override
  public Text summary(Clause content, Clause next) {
    String insurer = content.insurer();
    return Text.of(
        "备案条款 %s，%s，自 %s 起"
            .formatted(content.number(), insurer == null ? "全部机构" : insurer, content.from()),
        "Clause %s for %s from %s"
            .formatted(
                content.number(), insurer == null ? "all insurers" : insurer, content.from()));
  }

  @Override
  public Happening happening(Clause content, Clause next, String change) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("clause", content);
    facts.put("change", change);
    return Happening.of(
        "clause.filed",
        "clause",
        content.number(),
        about(content).map(List::of).orElse(List.of()),
        facts);
  }

  @Override
  public Optional<String> about(Clause content) {
    return Optional.ofNullable(content.insurer());
  }
}
