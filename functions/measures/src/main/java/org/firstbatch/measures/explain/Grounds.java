package org.firstbatch.measures.explain;

import java.util.ArrayList;
import java.util.List;

/** Collects what a rule looks at and ends in its finding. One rule, one use. */
public final class Grounds {
  private final String rule;
  private final String article;
  private final List<Fact> facts = new ArrayList<>();
  private final List<UsedParameter> parameters = new ArrayList<>();

  private Grounds(String rule, String article) {
    this.rule = rule;
    this.article = article;
  }

  /**
   * Starts a rule.
   *
   * @param rule its id, e.g. {@code 11.window}
   * @param article its article, e.g. 第十一条
   */
  public static Grounds of(String rule, String article) {
    return new Grounds(rule, article);
  }

  public Grounds fact(FactName name, Object value) {
    facts.add(Fact.of(name, value));
    return this;
  }

  public Grounds parameter(UsedParameter parameter) {
    parameters.add(parameter);
    return this;
  }

  public Finding met(Text sentence) {
    return new Finding(rule, article, Outcome.MET, facts, parameters, sentence, null);
  }

  public Finding notMet(Text sentence, Change change) {
    return new Finding(rule, article, Outcome.NOT_MET, facts, parameters, sentence, change);
  }

  public Finding undetermined(Text sentence) {
    return new Finding(rule, article, Outcome.UNDETERMINED, facts, parameters, sentence, null);
  }
}
