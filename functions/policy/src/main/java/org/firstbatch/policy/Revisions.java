package org.firstbatch.policy;

import java.time.Instant;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Policy;
import org.jspecify.annotations.Nullable;

/** How a policy's record goes from one version to the next. */
final class Revisions {

  private Revisions() {}

  /** As it is registered. */
  static Registered first(String id, int revision, Judgement judgement, Instant at) {
    return new Registered(
        id,
        judgement.policy(),
        revision,
        judgement.state(),
        judgement.decision(),
        judgement.subsidy().amount(),
        judgement.subsidy().charged(),
        at,
        Form.UNCONFIRMED,
        null,
        null,
        null,
        null);
  }

  /** As it is corrected: a new revision, which the enterprise has not confirmed. */
  static Registered corrected(Registered old, Judgement judgement) {
    return revised(
        old,
        judgement.policy(),
        judgement.state(),
        judgement.decision(),
        judgement.subsidy().amount(),
        judgement.subsidy().charged());
  }

  /** As it is lowered or cut short: a new revision; what was charged at signing stays. */
  static Registered unwound(Registered old, Policy policy, State state, Money subsidy) {
    return revised(old, policy, state, old.decision(), subsidy, old.charged());
  }

  private static Registered revised(
      Registered old, Policy policy, State state, Decision decision, Money subsidy, Money charged) {
    return new Registered(
        old.id(),
        policy,
        old.revision() + 1,
        state,
        decision,
        subsidy,
        charged,
        old.receivedAt(),
        Form.UNCONFIRMED,
        null,
        old.filing(),
        old.quarter(),
        old.lateGround());
  }

  /** As the calendar decides it: the same revision. */
  static Registered decided(Registered old, Judgement judgement) {
    return with(
        old,
        judgement.state(),
        judgement.decision(),
        old.form(),
        old.formGround(),
        old.lateGround());
  }

  static Registered withdrawn(Registered old) {
    return with(
        old, State.WITHDRAWN, old.decision(), old.form(), old.formGround(), old.lateGround());
  }

  static Registered withForm(Registered old, Form form, @Nullable String ground) {
    return with(old, old.state(), old.decision(), form, ground, old.lateGround());
  }

  static Registered withLateGround(Registered old, String ground) {
    return with(old, old.state(), old.decision(), old.form(), old.formGround(), ground);
  }

  private static Registered with(
      Registered old,
      State state,
      Decision decision,
      Form form,
      @Nullable String formGround,
      @Nullable String lateGround) {
    return new Registered(
        old.id(),
        old.policy(),
        old.revision(),
        state,
        decision,
        old.subsidy(),
        old.charged(),
        old.receivedAt(),
        form,
        formGround,
        old.filing(),
        old.quarter(),
        lateGround);
  }
}
