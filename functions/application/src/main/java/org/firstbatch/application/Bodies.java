package org.firstbatch.application;

import static org.firstbatch.measures.explain.Outcome.MET;
import static org.firstbatch.measures.explain.Outcome.NOT_MET;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.application.ConditionFinding;
import org.firstbatch.measures.scheme.Condition;

/** What the bodies of several acts have in common. */
final class Bodies {

  /** The longest ground or opinion. */
  private static final int MOST_TEXT = 1_000;

  private Bodies() {}

  /**
   * Why an application ends.
   *
   * @param article the article that it rests on
   * @param ground why
   */
  record Why(String article, String ground) {}

  static Outcome<Why> why(Fields body) {
    return body.result(new Why(body.article("article"), text(body, "ground")));
  }

  static Outcome<String> ground(Fields body) {
    return body.result(text(body, "ground"));
  }

  static String text(Fields body, String name) {
    return body.text(name, 1, MOST_TEXT);
  }

  /** A finding for each condition, each once. */
  static List<ConditionFinding> findings(Fields body) {
    int all = Condition.values().length;
    List<ConditionFinding> findings = body.objects("findings", 1, all, finding -> finding(finding));
    Set<Condition> missing = EnumSet.allOf(Condition.class);
    List<ConditionFinding> once = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (missing.remove(findings.get(i).condition())) {
        once.add(findings.get(i));
      } else {
        body.mistake(
            "findings/" + i + "/condition", "同一条件重复列出", "this condition is found on twice");
      }
    }
    if (body.has("findings") && !missing.isEmpty()) {
      body.mistake(
          "findings",
          "每一条件都要有认定意见，还缺：" + missing,
          "each condition takes a finding; these have none: " + missing);
    }
    return once;
  }

  private static ConditionFinding finding(Fields finding) {
    var outcome = finding.choice("outcome", MET.getDeclaringClass());
    String ground = finding.optional("ground", name -> text(finding, name)).orElse(null);
    if (outcome != MET && ground == null) {
      finding.mistake("ground", "不是“符合”时须说明理由", "must say why, unless the condition is met");
    }
    return new ConditionFinding(finding.choice("condition", Condition.class), outcome, ground);
  }

  /** Refuses a favourable opinion beside a condition that is found not to be met. */
  static Outcome<List<ConditionFinding>> withoutUnmet(
      List<ConditionFinding> findings, String zh, String en) {
    return findings.stream()
        .filter(each -> each.outcome() == NOT_MET)
        .findFirst()
        .map(each -> Outcome.<List<ConditionFinding>>refused(unmet(each.condition(), zh, en)))
        .orElseGet(() -> Outcome.done(findings));
  }

  private static Problem unmet(Condition condition, String zh, String en) {
    return Problem.of(
            Problem.Kind.NOT_MET,
            "“" + condition.label().zh() + "”认定为不符合：" + zh,
            "\"" + condition.label().en() + "\" is found not to be met: " + en)
        .under(condition.article());
  }
}
