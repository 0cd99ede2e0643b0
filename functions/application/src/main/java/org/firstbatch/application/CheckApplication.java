package org.firstbatch.application;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.application.ApplicationFacts;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.scheme.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Anybody asks which conditions of 第二条, 第八条 and 第九条 an application would meet today; nothing of it
 * is kept.
 */
final class CheckApplication {

  private final CaseLaw law;

  CheckApplication(CaseLaw law) {
    this.law = law;
  }

  /**
   * What is asked.
   *
   * @param evidence how many pieces there would be for each condition; null when it is not said
   */
  private record Asked(
      SortedMap<String, String> form, @Nullable Map<Condition, Integer> evidence) {}

  /** How a condition comes out: as the worst of its findings. */
  record Standing(
      Condition condition,
      Text label,
      String article,
      org.firstbatch.measures.explain.Outcome outcome) {}

  /** What is answered. */
  record Checked(
      int noticeYear, Verdict verdict, List<Standing> conditions, List<Finding> findings) {}

  Outcome<Reply> check(Call call) {
    return call.body().then(CheckApplication::read).map(asked -> check(call, asked));
  }

  private static Outcome<Asked> read(Fields body) {
    SortedMap<String, String> form = FormBody.read(body, "form");
    return body.result(
        new Asked(form, body.optional("evidence", name -> counts(body, name)).orElse(null)));
  }

  private static Map<Condition, Integer> counts(Fields body, String name) {
    Fields counts = body.object(name);
    Map<Condition, Integer> evidence = new EnumMap<>(Condition.class);
    for (Condition condition : Condition.values()) {
      counts
          .optional(condition.name(), at -> counts.number(at, 0, 100))
          .ifPresent(count -> evidence.put(condition, count.intValue()));
    }
    return evidence;
  }

  private Reply check(Call call, Asked asked) {
    Law today = law.at(call.scheme(), call.at());
    ApplicationFacts facts =
        asked.evidence() == null
            ? ApplicationFacts.of(asked.form())
            : ApplicationFacts.of(asked.form(), asked.evidence());
    Decision decision = today.decide(facts, Shanghai.dayOf(call.at()));
    return Reply.ok(
        new Checked(
            today.notice().year().year(),
            decision.verdict(),
            Arrays.stream(Condition.values()).map(each -> standing(each, decision)).toList(),
            decision.findings()));
  }

  private static Standing standing(Condition condition, Decision decision) {
    return new Standing(
        condition, condition.label(), condition.article(), outcome(condition.in(decision)));
  }

  private static org.firstbatch.measures.explain.Outcome outcome(List<Finding> findings) {
    return switch (new Decision(findings).verdict()) {
      case REFUSED -> org.firstbatch.measures.explain.Outcome.NOT_MET;
      case PENDING -> org.firstbatch.measures.explain.Outcome.UNDETERMINED;
      case ALLOWED -> org.firstbatch.measures.explain.Outcome.MET;
    };
  }
}
