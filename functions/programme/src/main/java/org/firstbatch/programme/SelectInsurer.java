package org.firstbatch.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.InsurerRecord.Span;

/** 第十二条: the regulator selects an insurer from a day on. */
final class SelectInsurer extends InsurerAct<SelectInsurer.Content> {

  /**
   * @param insurer its key
   * @param name its name
   * @param from the first day on which its policies count
   */
  record Content(String insurer, String name, LocalDate from) implements OfInsurer {}

  SelectInsurer() {
    super(ChangeKind.SELECT_INSURER, Content.class);
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    return body.result(
        new Content(organisation(body, "insurer"), body.text("name", 1, 100), body.day("from")));
  }

  @Override
  public Outcome<InsurerRecord> next(
      Scene scene, Content content, Optional<InsurerRecord> present) {
    List<Span> spans = present.map(InsurerRecord::selected).orElse(List.of());
    if (spans.stream().anyMatch(span -> span.to() == null || !span.to().isBefore(content.from()))) {
      return Outcome.refused(
          Problem.conflict(
              "该机构此时已在名单中：" + spans, "It is on the list at that time already: " + spans));
    }
    List<Span> more = new ArrayList<>(spans);
    more.add(new Span(content.from(), null));
    return Outcome.done(
        new InsurerRecord(
            content.insurer(),
            content.name(),
            more,
            present.map(InsurerRecord::suspensions).orElse(List.of()),
            present.map(InsurerRecord::bar).orElse(null)));
  }

  @Override
  public Text summary(Content content, InsurerRecord next) {
    return Text.of(
        "自 %s 起选定 %s".formatted(content.from(), content.name()),
        "%s is selected from %s".formatted(content.name(), content.from()));
  }

  @Override
  public Happening happening(Content content, InsurerRecord next, String change) {
    return Happening.of(
        "insurer.selected",
        "insurer",
        content.insurer(),
        List.of(content.insurer()),
        Map.of("name", content.name(), "from", content.from(), "change", change));
  }
}
