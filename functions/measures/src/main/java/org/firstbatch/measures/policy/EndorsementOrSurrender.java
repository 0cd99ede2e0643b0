package org.firstbatch.measures.policy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.scheme.Options.OtherSubsidy;
import org.firstbatch.measures.scheme.Options.Unwinding;
import org.jspecify.annotations.Nullable;

/**
 * 第七条: what a policy that is cut short or lowered leaves of its subsidy. Every day of the
 * subsidised term has a level: the subsidy that the lowest amounts which were in force for that day
 * would give for the whole term, so that nothing ever raises a subsidy. Before a plan is signed the
 * subsidy is what its days add up to; afterwards the award's share of what is lost is recovered
 * (question 8).
 */
public final class EndorsementOrSurrender {
  private final Policy policy;
  private final Law law;
  private final List<Change> changes;

  /**
   * A change of the amounts of a policy.
   *
   * @param effective the first day for which it counts
   * @param sums the amounts from then on, the premium as it would be for the whole term; null for a
   *     surrender, which leaves no cover
   */
  public record Change(LocalDate effective, @Nullable Sums sums) {

    /** An endorsement of the amounts, the premium as it would be for the whole term. */
    public static Change endorsement(LocalDate effective, Sums sums) {
      return new Change(effective, Objects.requireNonNull(sums));
    }

    /**
     * A surrender.
     *
     * @param effective the first day without cover
     */
    public static Change surrender(LocalDate effective) {
      return new Change(effective, null);
    }
  }

  private EndorsementOrSurrender(Policy policy, Law law, List<Change> changes) {
    if (policy.cover().days() < 1) {
      throw new IllegalArgumentException("policy %s has no term".formatted(policy.number()));
    }
    this.policy = policy;
    this.law = law;
    this.changes = List.copyOf(changes);
  }

  /**
   * A change of a policy that may have been changed before.
   *
   * @param policy with the amounts that it had before any change
   * @param earlier the changes before this one, in the order in which they were made
   */
  public static EndorsementOrSurrender of(
      Policy policy, Law law, List<Change> earlier, Change change) {
    List<Change> all = new ArrayList<>(earlier);
    all.add(change);
    return new EndorsementOrSurrender(policy, law, all);
  }

  /** The days of the subsidised term from the effective day on, 0 to all. */
  public long unexpiredDays() {
    return subsidisedDays() - elapsed(changes.getLast());
  }

  /** The subsidy as it stands when no plan has been signed yet. */
  public Money subsidyBeforeSigning() {
    return left(changes).floor();
  }

  /**
   * What is not paid, or recovered, once a plan is signed: the award's share of what this change
   * takes of the subsidy; of a surrender that is award × unexpired days ÷ subsidised days. Rounded
   * down to the fen.
   *
   * @param award what signed plans awarded, less what earlier changes already take back
   */
  public Money recoveryOf(Money award) {
    ExactSubsidy before = left(changes.subList(0, changes.size() - 1));
    if (law.unwinding().value() == Unwinding.NOTHING || before.numerator().signum() == 0) {
      return Money.ZERO;
    }
    ExactSubsidy after = left(changes);
    BigInteger full = before.numerator().multiply(after.denominator());
    BigInteger kept = after.numerator().multiply(before.denominator());
    return new ExactSubsidy(BigInteger.valueOf(award.fen()).multiply(full.subtract(kept)), full)
        .floor();
  }

  /** What the days add up to under some of the changes. */
  private ExactSubsidy left(List<Change> some) {
    long all = subsidisedDays();
    TreeSet<Long> starts = new TreeSet<>(Set.of(0L));
    some.forEach(change -> starts.add(elapsed(change)));
    ExactSubsidy sum = ExactSubsidy.NONE;
    for (long from : starts) {
      Long next = starts.higher(from);
      sum = sum.plus(levelFrom(from, some).forDays((next == null ? all : next) - from, all));
    }
    return sum;
  }

  /** The level of the day after so many days. */
  private ExactSubsidy levelFrom(long elapsed, List<Change> some) {
    ExactSubsidy level = wholeTerm(policy.sums());
    for (Change change : some) {
      if (elapsed(change) <= elapsed) {
        Sums sums = change.sums();
        level = level.min(sums == null ? ExactSubsidy.NONE : wholeTerm(sums));
      }
    }
    return level;
  }

  /** The subsidy of amounts that stand for the whole term. */
  private ExactSubsidy wholeTerm(Sums sums) {
    ExactSubsidy exact = law.exactSubsidy(policy.cover(), sums);
    return law.otherSubsidy().value() == OtherSubsidy.NO_EFFECT
        ? exact
        : exact.min(ExactSubsidy.of(sums.premium().minusButAtLeastZero(sums.otherSubsidy())));
  }

  /** The days of the subsidised term before a change counts. */
  private long elapsed(Change change) {
    long days = ChronoUnit.DAYS.between(policy.cover().firstDay(), change.effective());
    return Math.clamp(days, 0, subsidisedDays());
  }

  private long subsidisedDays() {
    return law.subsidisedDays(policy.cover());
  }
}
