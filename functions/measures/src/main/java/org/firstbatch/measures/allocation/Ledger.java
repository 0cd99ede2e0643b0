package org.firstbatch.measures.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.measures.scheme.Options.CapYear;

/** What each enterprise has taken of its cap (第七条), in the years that question 6 lets count. */
public final class Ledger {

  private final CapYear capYear;
  private final Map<String, Account> accounts = new HashMap<>();
  private long total;

  public Ledger(CapYear capYear) {
    this.capYear = capYear;
  }

  /**
   * A ledger that starts from what signed plans awarded.
   *
   * @throws IllegalArgumentException when an enterprise and year come twice, or an insuring year
   *     comes although only the budget year counts
   */
  public static Ledger of(CapYear capYear, Iterable<Awarded> awarded) {
    Ledger ledger = new Ledger(capYear);
    awarded.forEach(ledger::open);
    return ledger;
  }

  void open(Awarded awarded) {
    Account account = account(awarded.enterprise());
    if (awarded.year() == Awarded.BUDGET_YEAR) {
      requireNew(account.inBudgetYear == 0, awarded);
      account.inBudgetYear = awarded.fen();
      total = Math.addExact(total, awarded.fen());
    } else {
      requireNew(capYear != CapYear.BUDGET_YEAR && account.in(awarded.year()) == 0, awarded);
      account.add(awarded.year(), awarded.fen());
    }
  }

  private static void requireNew(boolean fresh, Awarded awarded) {
    if (!fresh) {
      throw new IllegalArgumentException(
          "%s: awarded so far in year %d comes twice or does not count"
              .formatted(awarded.enterprise(), awarded.year()));
    }
  }

  Account account(String enterprise) {
    return accounts.computeIfAbsent(enterprise, _ -> new Account());
  }

  /** Fen taken in the budget year by all enterprises together. */
  public long total() {
    return total;
  }

  /**
   * What a cap leaves to an enterprise for what it insures in a year, never below 0.
   *
   * @param insuringYear looked at unless only the budget year counts
   * @param cap fen
   */
  public long left(String enterprise, int insuringYear, long cap) {
    return left(account(enterprise), insuringYear, cap);
  }

  long left(Account account, Claim claim, long cap) {
    return left(account, yearOf(claim), cap);
  }

  private long left(Account account, int insuringYear, long cap) {
    long taken =
        switch (capYear) {
          case BUDGET_YEAR -> account.inBudgetYear;
          case INSURING_YEAR -> account.in(insuringYear);
          case BOTH_SMALLER_LEFT -> Math.max(account.inBudgetYear, account.in(insuringYear));
        };
    return Math.max(0, cap - taken);
  }

  /** Only question 6 asks for the year, and finding it takes longer than the rest. */
  private int yearOf(Claim claim) {
    return capYear == CapYear.BUDGET_YEAR ? 0 : claim.insuringYear();
  }

  /** Adds an award of a signed plan. */
  public void add(String enterprise, int insuringYear, long fen) {
    take(account(enterprise), insuringYear, fen);
  }

  /**
   * Adds an award of a signed plan of another fiscal year: it counts in the year of insuring alone.
   *
   * @throws IllegalStateException when only the budget year counts
   */
  public void addOfOtherYear(String enterprise, int insuringYear, long fen) {
    if (capYear == CapYear.BUDGET_YEAR) {
      throw new IllegalStateException("question 6 looks at no other fiscal year");
    }
    if (fen > 0) {
      account(enterprise).add(insuringYear, fen);
    }
  }

  void take(Account account, Claim claim, long fen) {
    take(account, yearOf(claim), fen);
  }

  private void take(Account account, int insuringYear, long fen) {
    account.inBudgetYear += fen;
    total += fen;
    if (capYear != CapYear.BUDGET_YEAR) {
      account.add(insuringYear, fen);
    }
  }

  /** Everything above zero, in {@link Awarded#ORDER}: what the next plan's input must list. */
  public List<Awarded> entries() {
    List<Awarded> entries = new ArrayList<>();
    accounts.forEach((enterprise, account) -> account.addTo(entries, enterprise));
    entries.sort(Awarded.ORDER);
    return entries;
  }

  /** One enterprise's page. */
  static final class Account {
    private long inBudgetYear;
    private Map<Integer, Long> byInsuringYear = Map.of();

    private long in(int insuringYear) {
      return byInsuringYear.getOrDefault(insuringYear, 0L);
    }

    private void add(int insuringYear, long fen) {
      if (byInsuringYear.isEmpty()) {
        byInsuringYear = new HashMap<>(4);
      }
      byInsuringYear.merge(insuringYear, fen, Long::sum);
    }

    private void addTo(List<Awarded> entries, String enterprise) {
      if (inBudgetYear > 0) {
        entries.add(new Awarded(enterprise, Awarded.BUDGET_YEAR, inBudgetYear));
      }
      byInsuringYear.forEach(
          (year, fen) -> {
            if (fen > 0) {
              entries.add(new Awarded(enterprise, year, fen));
            }
          });
    }
  }
}
