package org.firstbatch.allocation;

import java.io.IOException;
import org.firstbatch.allocation.Closing.Closed;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.allocation.Outcome;
import org.firstbatch.measures.allocation.canonical.PlanLine;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.filing.ClaimStatus;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Options.UnpaidAtYearEnd;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a year that go on into the next year's queue: those still set aside by insuring
 * time, what the budget left as question 10 says. Harmless to repeat, by two at once too, and not
 * counted before the year is closed.
 */
final class CarryOver {

  private final Records records;
  private final String scheme;
  private final int year;

  CarryOver(Records records, String scheme, int year) {
    this.records = records;
    this.scheme = scheme;
    this.year = year;
  }

  /** Writes them, and counts what became of all. */
  Closed write(NextYearRows rows, Archive archive, Chain chain, Snapshot snapshot)
      throws IOException {
    History history = new History(records, archive, scheme);
    Tally tally = new Tally(rows, snapshot.options().unpaidAtYearEnd());
    try (Awards.Reading awards = history.awards(chain);
        LastPlan last = LastPlan.of(history, chain)) {
      for (Queue queue = new Queue(records, scheme, year); queue.hasNext(); ) {
        Queue.Entry entry = queue.next();
        long outstanding = entry.claim().subsidy().fen() - awards.at(entry.place());
        PlanLine line = last.lineOf(entry.place());
        if (outstanding > 0 && stands(entry, snapshot)) {
          tally.decide(entry, outstanding, line);
        }
      }
      last.requireRead();
    }
    rows.voidLeftovers();
    return tally.closed();
  }

  private static boolean stands(Queue.Entry entry, Snapshot snapshot) {
    return snapshot
        .visibleIn(entry.claim())
        .map(filing -> entry.review(filing).status())
        .filter(status -> status != ClaimStatus.WITHDRAWN && status != ClaimStatus.REJECTED)
        .isPresent();
  }

  /** The fiscal year of a claim's filing. */
  static int yearOf(Claim claim) {
    return Quarter.parse(claim.quarter()).year();
  }

  /** Decides of each claim and writes those that go on. */
  private static final class Tally {
    private final NextYearRows rows;
    private final UnpaidAtYearEnd unpaid;
    private int setAside;
    private int carried;
    private int lapsed;

    Tally(NextYearRows rows, UnpaidAtYearEnd unpaid) {
      this.rows = rows;
      this.unpaid = unpaid;
    }

    /** A claim that no signed plan decided was never offered money: it goes on, as if set aside. */
    void decide(Queue.Entry entry, long outstanding, @Nullable PlanLine line) {
      if (line == null || line.outcome() == Outcome.SET_ASIDE) {
        setAside++;
        rows.write(entry, Money.ofFen(outstanding), false);
      } else {
        decideDecided(entry, Math.min(outstanding, leftByBudget(line)));
      }
    }

    /** What the cap allowed and the budget did not reach. */
    private static long leftByBudget(PlanLine line) {
      return Math.min(line.outstanding(), line.capLeft()) - line.award();
    }

    private void decideDecided(Queue.Entry entry, long leftByBudget) {
      if (leftByBudget > 0 && unpaid == UnpaidAtYearEnd.CARRIED_FIRST_IN_LINE) {
        carried++;
        rows.write(entry, Money.ofFen(leftByBudget), true);
      } else {
        lapsed++;
      }
    }

    Closed closed() {
      return new Closed(setAside, carried, lapsed);
    }
  }
}
