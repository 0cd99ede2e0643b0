package org.firstbatch.policy;

import java.util.List;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Verdict;

/** A decision as it is answered: the verdict beside every finding. */
record DecisionView(Verdict verdict, List<Finding> findings) {

  static DecisionView of(Decision decision) {
    return new DecisionView(decision.verdict(), decision.findings());
  }
}
