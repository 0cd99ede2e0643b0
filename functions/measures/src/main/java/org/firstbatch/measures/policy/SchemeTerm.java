package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.CONTRACT_SIGNED;
import static org.firstbatch.measures.policy.PolicyFact.SCHEME_FIRST_DAY;
import static org.firstbatch.measures.policy.PolicyFact.SCHEME_LAST_DAY;

import java.time.LocalDate;
import java.util.List;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord.Span;

/** 第十五条（五）: the Measures are in force on the signing day. */
public final class SchemeTerm {
  private final Policy policy;
  private final Law law;

  SchemeTerm(Policy policy, Law law) {
    this.policy = policy;
    this.law = law;
  }

  List<Finding> findings() {
    return List.of(inForce());
  }

  /** The contract is signed between the day of issue and the scheme's last day. */
  public Finding inForce() {
    LocalDate signed = policy.signedDay();
    Span term = new Span(law.edition().issued(), law.edition().lastDay());
    Grounds grounds =
        Grounds.of("15.term", "第十五条（五）")
            .fact(CONTRACT_SIGNED, signed)
            .fact(SCHEME_FIRST_DAY, law.edition().issued())
            .fact(SCHEME_LAST_DAY, law.edition().lastDay())
            .parameter(law.schemeTermYears().parameter());
    if (term.contains(signed)) {
      return grounds.met(Text.of("签订日实施办法有效", "The Measures are in force on the signing day"));
    }
    LocalDate nearest = term.nearest(signed);
    return grounds.notMet(
        Text.of(
            "签订日 %s 实施办法不在有效期 %s 内".formatted(signed, term),
            "Signed %s, outside the scheme's term %s".formatted(signed, term)),
        Change.of(Days.signedOn(signed, nearest), Step.of(CONTRACT_SIGNED, signed, nearest)));
  }
}
