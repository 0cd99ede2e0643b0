package org.firstbatch.measures.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.scheme.Condition;
import org.junit.jupiter.api.Test;

class ConditionFindingsTest {

  @Test
  void shouldTakeOneFindingForEachCondition() {
    assertTrue(ConditionFindings.findFaults(allMet()).isEmpty());
    assertTrue(ConditionFindings.areAllMet(allMet()));
  }

  @Test
  void shouldNameAConditionWithoutFindingOrWithTwo() {
    List<ConditionFinding> findings = allMet();
    findings.removeFirst();
    findings.add(new ConditionFinding(Condition.FURTHER, Outcome.MET, null));
    assertEquals(
        Set.of(Condition.FIRST_BATCH, Condition.FURTHER),
        ConditionFindings.findFaults(findings).keySet());
  }

  @Test
  void shouldWantAGroundForWhatIsNotMetOrOpen() {
    for (Outcome outcome : List.of(Outcome.NOT_MET, Outcome.UNDETERMINED)) {
      for (String ground : Arrays.asList(null, " ")) {
        List<ConditionFinding> findings = allMet();
        findings.set(1, new ConditionFinding(Condition.SIZE, outcome, ground));
        assertEquals(Set.of(Condition.SIZE), ConditionFindings.findFaults(findings).keySet());
      }
      List<ConditionFinding> founded = allMet();
      founded.set(1, new ConditionFinding(Condition.SIZE, outcome, "1200 人"));
      assertTrue(ConditionFindings.findFaults(founded).isEmpty());
      assertFalse(ConditionFindings.areAllMet(founded));
    }
  }

  private static List<ConditionFinding> allMet() {
    List<ConditionFinding> findings = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      findings.add(new ConditionFinding(condition, Outcome.MET, null));
    }
    return findings;
  }
}
