package org.firstbatch.measures.explain;

import java.util.List;

/**
 * Every finding on one case; rules never stop at the first that fails.
 *
 * @param findings in the order of the articles
 */
public record Decision(List<Finding> findings) {
  public Decision {
    findings = List.copyOf(findings);
  }

  /** Refused if any rule is not met, else pending if any is undetermined, else allowed. */
  public Verdict verdict() {
    if (any(Outcome.NOT_MET)) {
      return Verdict.REFUSED;
    }
    return any(Outcome.UNDETERMINED) ? Verdict.PENDING : Verdict.ALLOWED;
  }

  public boolean allowed() {
    return verdict() == Verdict.ALLOWED;
  }

  public List<Finding> listNotMet() {
    return list(Outcome.NOT_MET);
  }

  public List<Finding> listUndetermined() {
    return list(Outcome.UNDETERMINED);
  }

  /**
   * The finding of a rule.
   *
   * @throws IllegalArgumentException when this decision has no such rule
   */
  public Finding getFinding(String rule) {
    return findings.stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no finding of rule " + rule));
  }

  private List<Finding> list(Outcome outcome) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
  }

  private boolean any(Outcome outcome) {
    return findings.stream().anyMatch(finding -> finding.outcome() == outcome);
  }
}
