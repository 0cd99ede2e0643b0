package org.firstbatch.measures.filing;

import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.policy.PolicyRules;
import org.firstbatch.measures.scheme.Edition;

/** Every rule on one row of a quarterly filing. */
public final class FilingRules {
  private FilingRules() {}

  /**
   * Decides on a row: allowed, pending (filed, and set aside in plans until decided), or refused.
   *
   * @param edition the scheme's edition; its answers of the policy's signing day count
   */
  public static Decision decide(FilingFacts facts, Edition edition) {
    Law law = Law.of(facts.policy(), edition);
    Stream<List<Finding>> findings =
        Stream.of(
            new TimelyFiling(facts, law).findings(),
            new FiledDocuments(facts, law).findings(),
            new CheckedFigures(facts, PolicyRules.subsidy(facts.policy(), edition).amount())
                .findings(),
            new RightToFile(facts).findings());
    return new Decision(findings.flatMap(List::stream).toList());
  }
}
