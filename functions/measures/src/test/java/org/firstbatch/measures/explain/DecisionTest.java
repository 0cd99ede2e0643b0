package org.firstbatch.measures.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
  private static final Text TEXT = Text.of("句", "sentence");

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "MET MET, ALLOWED",
    "MET UNDETERMINED, PENDING",
    "UNDETERMINED NOT_MET, REFUSED",
    "NOT_MET MET, REFUSED",
  })
  void shouldRefuseOnAnyRuleNotMetAndWaitOnAnyUndetermined(String outcomes, Verdict verdict) {
    List<Finding> findings =
        Stream.of(outcomes.split(" ")).map(Outcome::valueOf).map(DecisionTest::finding).toList();
    assertEquals(verdict, new Decision(findings).verdict());
  }

  @Test
  void shouldAllowWhatNoRuleSpeaksOf() {
    assertEquals(Verdict.ALLOWED, new Decision(List.of()).verdict());
  }

  @Test
  void shouldGiveAChangeWithEveryFailureAndWithNothingElse() {
    Change change = Change.of(TEXT);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Finding("r", "第一条", Outcome.NOT_MET, List.of(), List.of(), TEXT, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Finding("r", "第一条", Outcome.MET, List.of(), List.of(), TEXT, change));
  }

  @Test
  void shouldWantBothLanguages() {
    assertThrows(IllegalArgumentException.class, () -> Text.of("句", " "));
    assertThrows(IllegalArgumentException.class, () -> Text.of("", "sentence"));
  }

  @Test
  void shouldFindAFindingByItsRule() {
    Decision decision = new Decision(List.of(finding(Outcome.MET)));
    assertEquals(Outcome.MET, decision.getFinding("rule").outcome());
    assertThrows(IllegalArgumentException.class, () -> decision.getFinding("other"));
  }

  private static Finding finding(Outcome outcome) {
    Grounds grounds = Grounds.of("rule", "第一条");
    return switch (outcome) {
      case MET -> grounds.met(TEXT);
      case NOT_MET -> grounds.notMet(TEXT, Change.of(TEXT));
      case UNDETERMINED -> grounds.undetermined(TEXT);
    };
  }
}
