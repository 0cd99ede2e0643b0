package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.CLAUSE;
import static org.firstbatch.measures.policy.PolicyFact.CLAUSE_INSURER;
import static org.firstbatch.measures.policy.PolicyFact.CLAUSE_SPAN;
import static org.firstbatch.measures.policy.PolicyFact.CONTRACT_SIGNED;
import static org.firstbatch.measures.policy.PolicyFact.INSURER;

import java.time.LocalDate;
import java.util.List;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord.Span;

/** 第三条: a policy is written on a clause filed with the regulator, by an insurer that may use it. */
public final class FiledClause {
  private static final String ARTICLE = "第三条";

  private final PolicyFacts facts;

  FiledClause(PolicyFacts facts) {
    this.facts = facts;
  }

  List<Finding> findings() {
    Clause clause = facts.onRecord().clause();
    return clause == null
        ? List.of(notOnFile())
        : List.of(onFile(), usableByInsurer(clause), inUse(clause));
  }

  private Finding onFile() {
    return grounds("3.clause-filed").met(Text.of("条款已备案", "The clause is on file"));
  }

  private Finding notOnFile() {
    String number = facts.policy().clauseNumber();
    return grounds("3.clause-filed")
        .notMet(
            Text.of(
                "没有备案编号为“%s”的条款".formatted(number),
                "No clause is filed under '%s'".formatted(number)),
            Change.of(Text.of("改用已备案条款的编号", "Name the number of a clause that is on file")));
  }

  /** The clause is filed for all insurers or for this one. */
  public Finding usableByInsurer(Clause clause) {
    String insurer = facts.policy().insurer();
    String owner = clause.insurer() == null ? "全部 all" : clause.insurer();
    Grounds grounds =
        grounds("3.clause-insurer").fact(INSURER, insurer).fact(CLAUSE_INSURER, owner);
    if (clause.mayBeUsedBy(insurer)) {
      return grounds.met(Text.of("该机构可使用该条款", "The insurer may use this clause"));
    }
    return grounds.notMet(
        Text.of(
            "该条款由 %s 备案，其他机构不得使用".formatted(owner), "Only %s may use this clause".formatted(owner)),
        Change.of(Text.of("改用本机构或全行业备案的条款", "Use a clause filed for this insurer or for all")));
  }

  /** The clause is in use on the day of signing. */
  public Finding inUse(Clause clause) {
    LocalDate signed = facts.policy().signedDay();
    Span span = new Span(clause.from(), clause.to());
    Grounds grounds =
        grounds("3.clause-period").fact(CONTRACT_SIGNED, signed).fact(CLAUSE_SPAN, span);
    if (span.contains(signed)) {
      return grounds.met(Text.of("签订日条款在用", "The clause is in use on the signing day"));
    }
    LocalDate nearest = span.nearest(signed);
    return grounds.notMet(
        Text.of(
            "签订日 %s 不在条款使用期间 %s 内".formatted(signed, span),
            "Signed %s, outside the clause's period %s".formatted(signed, span)),
        Change.of(Days.signedOn(signed, nearest), Step.of(CONTRACT_SIGNED, signed, nearest)));
  }

  private Grounds grounds(String rule) {
    return Grounds.of(rule, ARTICLE).fact(CLAUSE, facts.policy().clauseNumber());
  }
}
