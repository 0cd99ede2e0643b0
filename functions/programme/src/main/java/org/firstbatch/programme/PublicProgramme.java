package org.firstbatch.programme;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.policy.Clause;
import org.firstbatch.measures.policy.InsurerRecord;

/** Budgets, insurers and clauses as anybody may read them (第十二条, 第十四条). */
final class PublicProgramme {

  private final Records records;

  PublicProgramme(Records records) {
    this.records = records;
  }

  Outcome<Reply> budgets(Call call) {
    return list(call, "budgets", Programme.BUDGET, (budget, _) -> view(budget));
  }

  Outcome<Reply> budget(Call call) {
    return Years.inPath(call)
        .then(
            year ->
                show(
                    Programme.budgetKey(call.scheme(), year),
                    Programme.BUDGET,
                    PublicProgramme::view));
  }

  private static Map<String, Object> view(Budget budget) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("year", budget.year());
    view.put("initial", budget.initial());
    view.put("supplements", budget.supplements());
    view.put("total", budget.total());
    if (budget.closedAt() != null) {
      view.put("closedAt", budget.closedAt());
    }
    return view;
  }

  Outcome<Reply> insurers(Call call) {
    return list(call, "insurers", Programme.INSURER, PublicProgramme::view);
  }

  Outcome<Reply> insurer(Call call) {
    LocalDate today = Shanghai.dayOf(call.at());
    return show(
        Programme.insurerKey(call.scheme(), call.path("insurer")),
        Programme.INSURER,
        insurer -> view(insurer, today));
  }

  private static Map<String, Object> view(InsurerRecord insurer, LocalDate today) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("insurer", insurer.key());
    view.put("name", insurer.name());
    view.put("state", state(insurer, today));
    view.put("selected", insurer.selected());
    view.put("suspensions", insurer.suspensions());
    if (insurer.bar() != null) {
      view.put("bar", view(insurer.bar()));
    }
    return view;
  }

  private static Map<String, Object> view(InsurerRecord.Bar bar) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("from", bar.from());
    view.put("documentNumber", bar.documentNumber());
    view.put("ground", bar.ground());
    view.put("remedies", InsurerRecord.Bar.REMEDIES);
    return view;
  }

  private static String state(InsurerRecord insurer, LocalDate day) {
    if (insurer.findBar(day).isPresent()) {
      return "BARRED";
    }
    if (insurer.findSuspension(day).isPresent()) {
      return "SUSPENDED";
    }
    return insurer.selectedOn(day) ? "SELECTED" : "NOT_SELECTED";
  }

  Outcome<Reply> clauses(Call call) {
    return list(call, "clauses", Programme.CLAUSE, PublicProgramme::view);
  }

  Outcome<Reply> clause(Call call) {
    LocalDate today = Shanghai.dayOf(call.at());
    return show(
        Programme.clauseKey(call.scheme(), call.path("clause")),
        Programme.CLAUSE,
        clause -> view(clause, today));
  }

  private static Map<String, Object> view(Clause clause, LocalDate today) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("number", clause.number());
    view.put("insurer", clause.insurer() == null ? "all" : clause.insurer());
    view.put("coversQuality", clause.coversQuality());
    view.put("coversLiability", clause.coversLiability());
    view.put("from", clause.from());
    if (clause.to() != null) {
      view.put("to", clause.to());
    }
    view.put("inUse", clause.inUseOn(today));
    return view;
  }

  private <T> Outcome<Reply> list(
      Call call, String what, Kind<T> kind, BiFunction<T, LocalDate, Object> view) {
    RecordQuery all = RecordQuery.all(Table.PROGRAMME, RecordKey.join(call.scheme(), what));
    LocalDate today = Shanghai.dayOf(call.at());
    return Paging.of(call)
        .map(
            paging -> {
              var page = records.page(paging.of(all));
              List<Object> items =
                  page.records().stream()
                      .map(record -> view.apply(kind.read(record).value(), today))
                      .toList();
              return Reply.ok(Paging.body(items, page.next()));
            });
  }

  private <T> Outcome<Reply> show(RecordKey key, Kind<T> kind, Function<T, Object> view) {
    return records
        .find(key)
        .map(kind::read)
        .map(stored -> Outcome.done(Reply.ok(view.apply(stored.value())).tagged(stored)))
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }
}
