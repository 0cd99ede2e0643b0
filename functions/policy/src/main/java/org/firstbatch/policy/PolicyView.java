package org.firstbatch.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is answered to those whom it concerns, with its whole explanation.
 *
 * @param subsidy what the city pays, with the numbers of the formula
 * @param payable the same after endorsements and a surrender
 * @param charged what the insurer charges the enterprise at signing
 * @param unwindings what endorsements and a surrender took away
 */
record PolicyView(
    String id,
    int revision,
    State state,
    Policy policy,
    DecisionView decision,
    DeadlineView deadline,
    SubsidyView subsidy,
    Money payable,
    Money charged,
    Instant receivedAt,
    Form form,
    @Nullable String formGround,
    @Nullable String filing,
    @Nullable String quarter,
    @Nullable String lateGround,
    List<Unwinding> unwindings) {

  static PolicyView of(Registered policy, Judgement judgement, List<Unwinding> unwindings) {
    return new PolicyView(
        policy.id(),
        policy.revision(),
        policy.state(),
        policy.policy(),
        DecisionView.of(policy.decision()),
        DeadlineView.of(judgement.deadline()),
        judgement.subsidy(),
        policy.subsidy(),
        policy.charged(),
        policy.receivedAt(),
        policy.form(),
        policy.formGround(),
        policy.filing(),
        policy.quarter(),
        policy.lateGround(),
        unwindings);
  }

  /** A policy in a list: without its explanation. */
  record Summary(
      String id,
      String insurer,
      String number,
      int revision,
      State state,
      String creditCode,
      String enterprise,
      String product,
      String specification,
      LocalDate signed,
      Money insuredAmount,
      Money premium,
      Money payable,
      Money charged,
      Form form,
      @Nullable String filing,
      @Nullable String quarter) {

    static Summary of(Registered registered) {
      Policy policy = registered.policy();
      return new Summary(
          registered.id(),
          policy.insurer(),
          policy.number(),
          registered.revision(),
          registered.state(),
          policy.insured().creditCode().value(),
          policy.insured().name(),
          policy.product().name(),
          policy.product().specification(),
          policy.signedDay(),
          policy.sums().insuredAmount(),
          policy.sums().premium(),
          registered.subsidy(),
          registered.charged(),
          registered.form(),
          registered.filing(),
          registered.quarter());
    }
  }
}
