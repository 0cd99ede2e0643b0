package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.CLAUSE;
import static org.firstbatch.measures.policy.PolicyFact.COVERS_LIABILITY;
import static org.firstbatch.measures.policy.PolicyFact.COVERS_QUALITY;

import java.util.List;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;

/** 第四条: the clause covers both the quality risk and the liability risk. */
public final class Coverage {
  private final PolicyFacts facts;

  Coverage(PolicyFacts facts) {
    this.facts = facts;
  }

  /** Nothing to say without a clause; that it is missing is a finding of 第三条. */
  List<Finding> findings() {
    Clause clause = facts.onRecord().clause();
    return clause == null ? List.of() : List.of(quality(clause), liability(clause));
  }

  /** Repair, replacement and return are covered. */
  public Finding quality(Clause clause) {
    return covered(
        grounds("4.quality", clause).fact(COVERS_QUALITY, yesNo(clause.coversQuality())),
        clause.coversQuality(),
        Text.of("质量风险", "the quality risk"));
  }

  /** Property damage and injury are covered. */
  public Finding liability(Clause clause) {
    return covered(
        grounds("4.liability", clause).fact(COVERS_LIABILITY, yesNo(clause.coversLiability())),
        clause.coversLiability(),
        Text.of("责任风险", "the liability risk"));
  }

  private static Finding covered(Grounds grounds, boolean covered, Text risk) {
    if (covered) {
      return grounds.met(Text.of("承保" + risk.zh(), "Covers " + risk.en()));
    }
    return grounds.notMet(
        Text.of("条款未承保" + risk.zh(), "The clause does not cover " + risk.en()),
        Change.of(Text.of("改用同时承保质量与责任风险的备案条款", "Use a filed clause that covers both risks")));
  }

  private static Grounds grounds(String rule, Clause clause) {
    return Grounds.of(rule, "第四条").fact(CLAUSE, clause.number());
  }

  private static String yesNo(boolean covered) {
    return covered ? "是 yes" : "否 no";
  }
}
