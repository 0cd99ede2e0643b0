package org.firstbatch.programme;

import java.util.List;
import java.util.Map;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord;

/**
 * 第十五条（二）: a bar that did not stand up on reconsideration or in court is as if it had never been.
 */
final class AnnulBar extends KnownInsurerAct<AnnulBar.Content> {

  /**
   * @param insurer its key
   * @param documentNumber of the decision or judgment that annuls it
   * @param ground why
   */
  record Content(String insurer, String documentNumber, String ground) implements OfInsurer {}

  AnnulBar() {
    super(ChangeKind.ANNUL_BAR, Content.class);
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    return body.result(
        new Content(
            call.path("insurer"),
            body.text("documentNumber", 1, 100),
            body.text("ground", 1, 500)));
  }

  @Override
  Outcome<InsurerRecord> next(InsurerRecord insurer, Content content) {
    return insurer.bar() == null
        ? Outcome.refused(Problem.conflict("该机构没有被取消申报资格。", "The insurer is not barred."))
        : Outcome.done(insurer.withBar(null));
  }

  @Override
  public Text summary(Content content, InsurerRecord next) {
    return Text.of(
        "撤销对 %s 取消申报资格的决定（%s）".formatted(next.name(), content.documentNumber()),
        "The bar of %s is annulled (%s)".formatted(next.name(), content.documentNumber()));
  }

  @Override
  public Happening happening(Content content, InsurerRecord next, String change) {
    return new Happening(
        "insurer.bar-annulled",
        "insurer",
        content.insurer(),
        List.of(content.insurer()),
        content.ground(),
        Map.of("documentNumber", content.documentNumber(), "change", change));
  }
}
