package org.firstbatch.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.file.Programme.Supplement;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;

/** 第十三条: an addition to the budget of a fiscal year that finance has not closed. */
final class SupplementBudget implements Act<SupplementBudget.Content, Budget> {

  /**
   * @param year the fiscal year
   * @param amount above 0
   * @param ground why
   */
  record Content(int year, Money amount, String ground) {}

  @Override
  public ChangeKind kind() {
    return ChangeKind.SUPPLEMENT_BUDGET;
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
    Money amount = body.money("amount");
    String ground = body.text("ground", 1, 500);
    return Years.inPath(call)
        .then(year -> body.result(new Content(year, amount, ground)))
        .then(content -> aboveZero(content, amount));
  }

  /** What was read, if its amount is above 0. */
  static <C> Outcome<C> aboveZero(C content, Money amount) {
    return amount.isZero()
        ? Outcome.refused(Problem.invalid("/amount", "应大于 0", "must be more than 0"))
        : Outcome.done(content);
  }

  @Override
  public RecordKey key(String scheme, Content content) {
    return Programme.budgetKey(scheme, content.year());
  }

  @Override
  public Outcome<Budget> next(Scene scene, Content content, Optional<Budget> present) {
    if (present.isEmpty()) {
      return Outcome.refused(
          Problem.conflict(
              content.year() + " 年还没有预算，请先设定预算。",
              content.year() + " has no budget yet; set it first."));
    }
    Budget budget = present.get();
    if (budget.isClosed()) {
      return Outcome.refused(
          Problem.conflict(
              content.year() + " 年已关账，不能再追加。", content.year() + " is closed; nothing is added."));
    }
    return budget.total().isAtMost(Money.MAX.minus(content.amount()))
        ? Outcome.done(supplemented(budget, content, scene))
        : Outcome.refused(
            Problem.invalid(
                "/amount",
                "预算总额不得超过 " + Money.MAX.grouped() + " 元",
                "all together must be at most CNY " + Money.MAX.grouped()));
  }

  private static Budget supplemented(Budget budget, Content content, Scene scene) {
    List<Supplement> supplements = new ArrayList<>(budget.supplements());
    supplements.add(new Supplement(content.amount(), scene.at(), content.ground()));
    return new Budget(budget.year(), budget.initial(), supplements, null);
  }

  @Override
  public Text summary(Content content, Budget next) {
    String before = next.total().minus(content.amount()).grouped();
    String after = next.total().grouped();
    return Text.of(
        "%d 年预算由 %s 元增至 %s 元".formatted(next.year(), before, after),
        "The budget of %d rises from CNY %s to %s".formatted(next.year(), before, after));
  }

  @Override
  public Happening happening(Content content, Budget next, String change) {
    return new Happening(
        "budget.supplemented",
        "budget",
        String.valueOf(next.year()),
        List.of(),
        content.ground(),
        Map.of(
            "year", next.year(),
            "amount", content.amount(),
            "total", next.total(),
            "change", change));
  }

  @Override
  public List<Integer> years(Scene scene, Content content) {
    return List.of(content.year());
  }
}
