package org.firstbatch.measures.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule found, with everything needed to check it by hand.
 *
 * @param rule the rule's id: number of its article and a name, e.g. {@code 11.window}
 * @param article the article, e.g. 第十一条
 * @param outcome how it came out
 * @param facts the facts the rule looked at, in the order it did
 * @param parameters the parameters and options it relied on
 * @param sentence the outcome for people
 * @param change when not met, the smallest change that would have met it
 */
public record Finding(
    String rule,
    String article,
    Outcome outcome,
    List<Fact> facts,
    List<UsedParameter> parameters,
    Text sentence,
    @Nullable Change change) {
  public Finding {
    facts = List.copyOf(facts);
    parameters = List.copyOf(parameters);
    if ((outcome == Outcome.NOT_MET) != (change != null)) {
      throw new IllegalArgumentException(
          "rule %s: a change belongs to a rule that is not met, and only to one".formatted(rule));
    }
  }

  public boolean met() {
    return outcome == Outcome.MET;
  }

  /**
   * Where the rule is explained, sentence by sentence of its article: a page of this repository,
   * from its root.
   */
  public String page() {
    int article = Integer.parseInt(rule.substring(0, rule.indexOf('.')));
    return "docs/scheme/articles/%02d.md#%s".formatted(article, rule);
  }
}
