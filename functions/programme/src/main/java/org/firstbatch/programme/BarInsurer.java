package org.firstbatch.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.InsurerRecord.Bar;

/**
 * 第十五条（二）: an insurer loses the right to file. New policies and filings are refused from a day on;
 * claims that are filed already are held or rejected one by one.
 */
final class BarInsurer extends KnownInsurerAct<BarInsurer.Content> {

  /**
   * @param insurer its key
   * @param from the first day of the bar
   * @param documentNumber of the decision
   * @param ground what the insurer did
   */
  record Content(String insurer, LocalDate from, String documentNumber, String ground)
      implements OfInsurer {}

  BarInsurer() {
    super(ChangeKind.BAR_INSURER, Content.class);
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    return body.result(
        new Content(
            call.path("insurer"),
            body.day("from"),
            body.text("documentNumber", 1, 100),
            body.text("ground", 1, 500)));
  }

  @Override
  Outcome<InsurerRecord> next(InsurerRecord insurer, Content content) {
    Bar bar = insurer.bar();
    return bar == null
        ? Outcome.done(
            insurer.withBar(
                new Bar(content.from(), content.documentNumber(), Text.same(content.ground()))))
        : Outcome.refused(
            Problem.conflict(
                "该机构自 %s 起已被取消申报资格（%s）。".formatted(bar.from(), bar.documentNumber()),
                "It is barred from %s already (%s).".formatted(bar.from(), bar.documentNumber())));
  }

  @Override
  public Text summary(Content content, InsurerRecord next) {
    return Text.of(
        "自 %s 起取消 %s 的申报资格（%s）".formatted(content.from(), next.name(), content.documentNumber()),
        "%s is barred from filing from %s (%s)"
            .formatted(next.name(), content.from(), content.documentNumber()));
  }

  @Override
  public Happening happening(Content content, InsurerRecord next, String change) {
    return new Happening(
        "insurer.barred",
        "insurer",
        content.insurer(),
        List.of(content.insurer()),
        content.ground(),
        Map.of(
            "from", content.from(), "documentNumber", content.documentNumber(), "change", change));
  }
}
