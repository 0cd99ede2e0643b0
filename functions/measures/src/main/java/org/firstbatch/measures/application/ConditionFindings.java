package org.firstbatch.measures.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Condition;

/**
 * 第九条, 第十条: what a district or an evaluator finds is one finding for each condition, with a ground
 * for each that is not met or open.
 */
public final class ConditionFindings {
  private ConditionFindings() {}

  /** What is wrong with findings, by condition; empty when there is one right one for each. */
  public static SortedMap<Condition, Text> findFaults(List<ConditionFinding> findings) {
    SortedMap<Condition, Text> faults = new TreeMap<>();
    Arrays.stream(Condition.values())
        .forEach(
            condition ->
                fault(of(condition, findings)).ifPresent(text -> faults.put(condition, text)));
    return faults;
  }

  private static List<ConditionFinding> of(Condition condition, List<ConditionFinding> findings) {
    return findings.stream().filter(finding -> finding.condition() == condition).toList();
  }

  private static Optional<Text> fault(List<ConditionFinding> ofOne) {
    if (ofOne.isEmpty()) {
      return Optional.of(Text.of("缺少对该条件的意见", "there is no finding of this condition"));
    }
    if (ofOne.size() > 1) {
      return Optional.of(
          Text.of("每个条件只能有一条意见", "there is more than one finding of this condition"));
    }
    return lacksGround(ofOne.getFirst())
        ? Optional.of(
            Text.of("未通过或未确定的须写明理由", "a condition that is not met or open needs a ground"))
        : Optional.empty();
  }

  private static boolean lacksGround(ConditionFinding finding) {
    String ground = finding.ground();
    return finding.outcome() != Outcome.MET && (ground == null || ground.isBlank());
  }

  /** Whether every finding is met, as a confirmation or a recommendation needs it. */
  public static boolean areAllMet(List<ConditionFinding> findings) {
    return findings.stream().allMatch(finding -> finding.outcome() == Outcome.MET);
  }
}
