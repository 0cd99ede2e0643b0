package org.firstbatch.measures.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.policy.PolicyFacts.PolicyRef;
import org.firstbatch.measures.scheme.Options.FirstUseBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstBatchTest {

  @Test
  void shouldRefuseASecondSubsidisedPolicyOnOneFirstBatch() {
    Finding finding =
        Sample.with(s -> s.heldBy = new PolicyRef("cpic-dl", "P-7")).find("2.first-use");
    assertEquals(Outcome.NOT_MET, finding.outcome());
    assertEquals("第二条", finding.article());
    assertTrue(finding.sentence().zh().contains("cpic-dl P-7"));
    assertTrue(Sample.good().find("2.first-use").met());
  }

  @ParameterizedTest
  @ValueSource(strings = {"B1、B2", "B1,B2", "B1；B2", "B1\nB2"})
  void shouldRefuseSeveralProductionBatchesAndNameTheFirst(String batches) {
    Sample sample = Sample.with(s -> s.batch = batches);
    Finding finding = sample.find("2.production-batch");
    assertNotNull(finding.change());
    assertTrue(sample.apply(finding.change()).find("2.production-batch").met());
    assertEquals("B1", sample.batch);
  }

  @Test
  void shouldRefuseAMissingContractNumber() {
    assertEquals(
        Outcome.NOT_MET,
        Sample.with(s -> s.supplyContract = " ").find("2.contract-batch").outcome());
  }

  @Test
  void shouldGiveOneKeyToEverySpellingOfASpecification() {
    assertEquals(key(_ -> {}), key(s -> s.specification = "ＶＭＣ－８５０Ｌ"));
    assertEquals(key(_ -> {}), key(s -> s.specification = " vmc-850 l"));
  }

  @Test
  void shouldGiveAnotherKeyToAnotherEnterpriseSpecificationOrUser() {
    assertNotEquals(key(_ -> {}), key(s -> s.enterprise = Sample.OTHER_ENTERPRISE));
    assertNotEquals(key(_ -> {}), key(s -> s.specification = "VMC-850M"));
    assertNotEquals(key(_ -> {}), key(s -> s.user = new User.Foreign("德国", "HRB 1", "GmbH")));
  }

  @Test
  void shouldIgnoreTheUserWhereAnyUsersFirstUseCounts() {
    User other = new User.Foreign("德国", "HRB 1", "GmbH");
    assertEquals(
        FirstBatchKey.of(Sample.good().policy(), FirstUseBy.ANY_USER),
        FirstBatchKey.of(Sample.with(s -> s.user = other).policy(), FirstUseBy.ANY_USER));
  }

  private static FirstBatchKey key(Consumer<Sample> change) {
    return FirstBatchKey.of(Sample.with(change).policy(), FirstUseBy.THAT_USER);
  }
}
