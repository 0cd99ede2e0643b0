package org.firstbatch.measures.policy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.scheme.Options.OtherSubsidy;
import org.firstbatch.measures.scheme.Options.Unwinding;

/**
 * 第七条: what a policy that is cut short or lowered leaves of its subsidy. Before a plan is signed
 * the subsidy itself is lowered by days; afterwards the award's share of the unexpired days is
 * recovered (question 8). Nothing raises a subsidy.
 */
public final class EndorsementOrSurrender {
  private final Policy policy;
  private final Law law;
  private final LocalDate effective;
  private final ExactSubsidy before;
  private final ExactSubsidy after;

  private EndorsementOrSurrender(Policy policy, Law law, LocalDate effective, ExactSubsidy after) {
    if (policy.cover().days() < 1) {
      throw new IllegalArgumentException("policy %s has no term".formatted(policy.number()));
    }
    this.policy = policy;
    this.law = law;
    this.effective = effective;
    this.before = law.exactSubsidy(policy.cover(), policy.sums());
    this.after = after.min(before);
  }

  /**
   * A surrender.
   *
   * @param effective the first day without cover
   */
  public static EndorsementOrSurrender surrender(Policy policy, Law law, LocalDate effective) {
    return new EndorsementOrSurrender(policy, law, effective, ExactSubsidy.NONE);
  }

  /**
   * An endorsement of the amounts.
   *
   * @param effective the first day for which the new amounts count
   * @param sums the new amounts, the premium as it would be for the whole term
   */
  public static EndorsementOrSurrender endorsement(
      Policy policy, Law law, LocalDate effective, Sums sums) {
    return new EndorsementOrSurrender(
        policy, law, effective, law.exactSubsidy(policy.cover(), sums));
  }

  /** The days of the subsidised term from the effective day on, 0 to all. */
  public long unexpiredDays() {
    long elapsed = ChronoUnit.DAYS.between(policy.cover().firstDay(), effective);
    return Math.clamp(subsidisedDays() - elapsed, 0, subsidisedDays());
  }

  /** The subsidy as it stands when no plan has been signed yet. */
  public Money subsidyBeforeSigning() {
    long all = subsidisedDays();
    long unexpired = unexpiredDays();
    Money lowered =
        before.forDays(all - unexpired, all).plus(after.forDays(unexpired, all)).floor();
    return law.otherSubsidy().value() == OtherSubsidy.NO_EFFECT
        ? lowered
        : lowered.min(policy.sums().premium().minusButAtLeastZero(policy.sums().otherSubsidy()));
  }

  /**
   * What is not paid, or recovered, once a plan is signed: award × unexpired days ÷ subsidised
   * days, of an endorsement the lowered part of it; rounded down to the fen.
   *
   * @param award what signed plans awarded
   */
  public Money recoveryOf(Money award) {
    if (law.unwinding().value() == Unwinding.NOTHING || before.numerator().signum() == 0) {
      return Money.ZERO;
    }
    BigInteger kept = after.numerator().multiply(before.denominator());
    BigInteger full = before.numerator().multiply(after.denominator());
    return new ExactSubsidy(BigInteger.valueOf(award.fen()).multiply(full.subtract(kept)), full)
        .forDays(unexpiredDays(), subsidisedDays())
        .floor();
  }

  private long subsidisedDays() {
    return law.subsidisedDays(policy.cover());
  }
}
