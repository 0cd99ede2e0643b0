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

/** 第十二条: policies signed from a day on are refused; earlier ones are filed and paid. */
final class SuspendInsurer extends KnownInsurerAct<SuspendInsurer.Content> {

  /**
   * @param insurer its key
   * @param from the first day of the suspension
   * @param ground why
   */
  record Content(String insurer, LocalDate from, String ground) implements OfInsurer {}

  SuspendInsurer() {
    super(ChangeKind.SUSPEND_INSURER, Content.class);
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    return body.result(
        new Content(call.path("insurer"), body.day("from"), body.text("ground", 1, 500)));
  }

  @Override
  Outcome<InsurerRecord> next(InsurerRecord insurer, Content content) {
    for (Suspension suspension : insurer.suspensions()) {
      LocalDate to = suspension.span().to();
      if (to == null || !to.isBefore(content.from())) {
        return Outcome.refused(
            Problem.conflict(
                "该机构此时已被暂停：" + suspension.span(),
                "It is suspended at that time already: " + suspension.span()));
      }
    }
    List<Suspension> more = new ArrayList<>(insurer.suspensions());
    more.add(new Suspension(new Span(content.from(), null), Text.same(content.ground())));
    return Outcome.done(insurer.withSuspensions(more));
  }

  @Override
  public Text summary(Content content, InsurerRecord next) {
    return Text.of(
        "自 %s 起暂停 %s".formatted(content.from(), next.name()),
        "%s is suspended from %s".formatted(next.name(), content.from()));
  }

  @Override
  public Happening happening(Content content, InsurerRecord next, String change) {
    return new Happening(
        "insurer.suspended",
        "insurer",
        content.insurer(),
        List.of(content.insurer()),
        content.ground(),
        Map.of("from", content.from(), "change", change));
  }
}
