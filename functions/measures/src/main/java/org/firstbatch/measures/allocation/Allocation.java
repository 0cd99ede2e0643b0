package org.firstbatch.measures.allocation;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.firstbatch.measures.scheme.Options.PartialFunding;
import org.firstbatch.measures.scheme.Options.UnpaidAtYearEnd;
import org.firstbatch.measures.scheme.Options.Unready;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan (第十三条): claim after claim in the order of {@link InsuringOrder}, each gets what cap
 * (第七条) and budget leave of what is outstanding. A claim that is not ready gets nothing, and the
 * amount is set aside for it (question 15): it counts against cap and budget of this plan.
 *
 * <p>Pure: the same terms, awards so far and claims give the same lines. Holds an account per
 * enterprise and nothing per claim. One instance makes one plan.
 */
public final class Allocation {

  /** Claims whose accounts are looked up together: the memory then fetches them side by side. */
  private static final int AHEAD = 256;

  private final Terms terms;
  private final Ledger ledger;
  private boolean stopped;
  private @Nullable Claim last;
  private long count;
  private long awarded;
  private long setAside;

  /**
   * @param terms budget, cap and options
   * @param awarded what signed plans awarded so far; the next plan's input lists it
   * @throws IllegalArgumentException when more than the budget was awarded already, or the awards
   *     do not fit question 6
   */
  public Allocation(Terms terms, Iterable<Awarded> awarded) {
    this.terms = terms;
    this.ledger = Ledger.of(terms.capYear(), awarded);
    if (ledger.total() > terms.budget()) {
      throw new IllegalArgumentException(
          "signed plans awarded %d fen, more than the budget of %d"
              .formatted(ledger.total(), terms.budget()));
    }
  }

  /** Claims in any order to lines in order, all in memory. */
  public static Lines allocate(Terms terms, Iterable<Awarded> awarded, List<Claim> claims) {
    Allocation allocation = new Allocation(terms, awarded);
    int[] places = InsuringOrder.permutation(claims);
    Lines.Builder lines = new Lines.Builder(claims, places);
    Claim[] ahead = new Claim[AHEAD];
    Ledger.Account[] accounts = new Ledger.Account[AHEAD];
    for (int from = 0; from < places.length; from += AHEAD) {
      int size = Math.min(AHEAD, places.length - from);
      for (int at = 0; at < size; at++) {
        ahead[at] = claims.get(places[from + at]);
      }
      for (int at = 0; at < size; at++) {
        accounts[at] = allocation.ledger.account(ahead[at].enterprise());
      }
      for (int at = 0; at < size; at++) {
        lines.add(allocation.next(ahead[at], accounts[at]));
      }
    }
    return lines.build(allocation.totals());
  }

  /** Claims that already come in order, each line handed on at once. */
  public static Totals allocate(
      Terms terms, Iterable<Awarded> awarded, Iterator<Claim> ordered, Consumer<Line> sink) {
    Allocation allocation = new Allocation(terms, awarded);
    ordered.forEachRemaining(claim -> sink.accept(allocation.next(claim)));
    return allocation.totals();
  }

  /**
   * The line of the next claim in order.
   *
   * @throws IllegalArgumentException when the claim does not come after the one before it, or is
   *     carried although the edition lets what was left unpaid lapse (question 10)
   */
  public Line next(Claim claim) {
    return next(claim, ledger.account(claim.enterprise()));
  }

  private Line next(Claim claim, Ledger.Account account) {
    requireItsTurn(claim);
    long capLeft = ledger.left(account, claim, terms.cap());
    long budgetLeft = terms.budget() - ledger.total();
    long would = would(Math.min(claim.outstanding(), capLeft), budgetLeft, counts(claim));
    long award = claim.isReady() ? would : 0;
    if (counts(claim)) {
      ledger.take(account, claim, would);
      setAside += would - award;
    }
    count++;
    awarded += award;
    return new Line(claim, capLeft, budgetLeft, would, award, Outcome.of(claim, capLeft, award));
  }

  /** Whether the claim's amount leaves cap and budget, as an award or set aside (question 15). */
  private boolean counts(Claim claim) {
    return claim.isReady() || terms.unready() == Unready.SET_ASIDE;
  }

  /** Question 4: the budget may not reach for what outstanding amount and cap allow. */
  private long would(long fundable, long budgetLeft, boolean counts) {
    if (stopped) {
      return 0;
    }
    if (fundable <= budgetLeft) {
      return fundable;
    }
    stopped = counts && terms.partialFunding() == PartialFunding.STOP;
    return terms.partialFunding() == PartialFunding.PAY_THE_PART_LEFT ? budgetLeft : 0;
  }

  private void requireItsTurn(Claim claim) {
    if (last != null && InsuringOrder.compare(last, claim) >= 0) {
      throw new IllegalArgumentException(
          "claim %s must not come after %s: out of order or twice"
              .formatted(claim.label(), last.label()));
    }
    if (claim.carried() && terms.unpaidAtYearEnd() == UnpaidAtYearEnd.LAPSES) {
      throw new IllegalArgumentException(
          "claim %s is carried, but question 10 lets it lapse".formatted(claim.label()));
    }
    last = claim;
  }

  /** The sums of the lines made so far. */
  public Totals totals() {
    return new Totals(count, awarded, setAside);
  }

  /**
   * Sums of a plan.
   *
   * @param claims number of lines
   * @param awarded fen
   * @param setAside fen that this plan keeps back for claims that are not ready
   */
  public record Totals(long claims, long awarded, long setAside) {}
}
