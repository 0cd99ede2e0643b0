package org.firstbatch.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;

/** 第十三条: the budget of a fiscal year, set once; what is added later is a supplement. */
final class SetBudget implements Act<SetBudget.Content, Budget> {

  /**
   * @param year the fiscal year
   * @param amount above 0
   */
  record Content(int year, Money amount) {}

  @Override
  public ChangeKind kind() {
    return ChangeKind.SET_BUDGET;
  }

  @Override
  public Class<Content> content() {
    return Content.class;
  }

  @Override
  public Kind<Budget> target() {
    return Programme.BUDGET;
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    int year = (int) body.number("year", Years.EARLIEST, Years.LATEST);
    Money amount = body.money("amount");
    return body.result(new Content(year, amount))
        .then(content -> SupplementBudget.aboveZero(content, amount));
  }

  @Override
  public RecordKey key(String scheme, Content content) {
    return Programme.budgetKey(scheme, content.year());
  }

  @Override
  public Outcome<Budget> next(Scene scene, Content content, Optional<Budget> present) {
    return present.isEmpty()
        ? Outcome.done(new Budget(content.year(), content.amount(), List.of(), null))
        : Outcome.refused(
            Problem.conflict(
                content.year() + " 年已有预算，增加的部分请作为追加预算提出。",
                content.year() + " has a budget; propose what is added as a supplement."));
  }

  @Override
  public Text summary(Content content, Budget next) {
    return Text.of(
        "%d 年预算定为 %s 元".formatted(next.year(), next.initial().grouped()),
        "The budget of %d is set at CNY %s".formatted(next.year(), next.initial().grouped()));
  }

  @Override
  public Happening happening(Content content, Budget next, String change) {
    return Happening.of(
        "budget.set",
        "budget",
        String.valueOf(next.year()),
        List.of(),
        Map.of("year", next.year(), "amount", content.amount(), "change", change));
  }

  @Override
  public List<Integer> years(Scene scene, Content content) {
    return List.of(content.year());
  }
}
