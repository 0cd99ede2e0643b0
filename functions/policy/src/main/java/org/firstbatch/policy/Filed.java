package org.firstbatch.policy;

import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ClaimUpdate;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Documents;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.scheme.Edition;

/** Carries a change of a policy to its claim, when it was filed. */
final class Filed {

  private Filed() {}

  /** What the city pays for a claim that was changed. */
  @FunctionalInterface
  interface Payable {

    /**
     * @param old the claim as it stands
     * @param year the fiscal year in whose queue it stands
     */
    Money of(Claim old, int year);
  }

  /** The policy was stated anew, decided or withdrawn. */
  static void restate(
      Optional<ClaimUpdate.Fenced> claim, Registered policy, Edition edition, Money payable) {
    restate(claim, policy, edition, (_, _) -> payable);
  }

  /** The policy was changed; what is payable depends on the queue of its claim. */
  static void restate(
      Optional<ClaimUpdate.Fenced> claim, Registered policy, Edition edition, Payable payable) {
    claim.ifPresent(
        update ->
            update.restate(
                old -> {
                  int year = update.year();
                  return claim(old, policy, edition, year, payable.of(old, year));
                }));
  }

  /** The enterprise said something of the policy. */
  static void form(Records records, Unit unit, Registered policy) {
    ClaimUpdate.find(records, unit.actor().scheme(), policy.id())
        .ifPresent(update -> update.form(unit, said(records, unit, policy)));
  }

  /** A stamped form that was checked for this revision counts again once the dispute is over. */
  private static FormState said(Records records, Unit unit, Registered policy) {
    boolean stamped =
        policy.form() == Form.UNCONFIRMED
            && Documents.relyOnStampedForm(records, unit, policy.id(), policy.revision());
    return stamped ? FormState.STAMPED : state(policy.form());
  }

  private static Claim claim(
      Claim old, Registered registered, Edition edition, int year, Money payable) {
    Policy policy = registered.policy();
    return new Claim(
        old.id(),
        policy.insurer(),
        policy.number(),
        policy.insured().creditCode().value(),
        policy.insured().name(),
        ClaimUpdate.insuringTime(policy, edition, year),
        old.received(),
        policy.signedDay(),
        old.quarter(),
        old.filing(),
        old.sequence(),
        registered.revision(),
        payable,
        registered.revision() == old.revision() ? old.form() : state(registered.form()),
        registered.state() == State.PENDING,
        policy.certificateNumber(),
        old.withdrawn() || !registered.state().isLive(),
        old.carried());
  }

  private static FormState state(Form form) {
    return switch (form) {
      case UNCONFIRMED -> FormState.MISSING;
      case CONFIRMED -> FormState.CONFIRMED;
      case DISPUTED -> FormState.DISPUTED;
    };
  }
}
