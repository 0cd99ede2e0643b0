package org.firstbatch.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.InsurerRecord.Span;
import org.firstbatch.measures.policy.InsurerRecord.Suspension;

/** 第十二条: a suspension ends on the day before the insurer is reinstated. */
final class ReinstateInsurer extends KnownInsurerAct<ReinstateInsurer.Content> {

  /**
   * @param insurer its key
   * @param from the first day on which its policies count again
   */
  record Content(String insurer, LocalDate from) implements OfInsurer {}

  ReinstateInsurer() {
    super(ChangeKind.REINSTATE_INSURER, Content.class);
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    return body.result(new Content(call.path("insurer"), body.day("from")));
  }

  @Override
  Outcome<InsurerRecord> next(InsurerRecord insurer, Content content) {
    List<Suspension> all = new ArrayList<>(insurer.suspensions());
    if (all.isEmpty() || all.getLast().span().to() != null) {
      return Outcome.refused(Problem.conflict("该机构没有被暂停。", "The insurer is not suspended."));
    }
    Suspension open = all.removeLast();
    LocalDate first = open.span().from();
    if (!content.from().isAfter(first)) {
      return Outcome.refused(
          Problem.invalid(
              "/from",
              "应晚于暂停首日 " + first,
              "must be later than " + first + ", the first day of the suspension"));
    }
    all.add(new Suspension(new Span(first, content.from().minusDays(1)), open.ground()));
    return Outcome.done(insurer.withSuspensions(all));
  }

  @Override
  public Text summary(Content content, InsurerRecord next) {
    return Text.of(
        "自 %s 起恢复 %s".formatted(content.from(), next.name()),
        "%s is reinstated from %s".formatted(next.name(), content.from()));
  }

  @Override
  public Happening happening(Content content, InsurerRecord next, String change) {
    return Happening.of(
        "insurer.reinstated",
        "insurer",
        content.insurer(),
        List.of(content.insurer()),
        Map.of("from", content.from(), "change", change));
  }
}
