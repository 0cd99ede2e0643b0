package org.firstbatch.measures.allocation;

import java.util.Comparator;

/**
 * What signed plans have awarded to one enterprise so far.
 *
 * @param enterprise Unified Social Credit Code
 * @param year {@link #BUDGET_YEAR}: by the signed plans of this fiscal year; else by signed plans
 *     of any year for claims insured in that year (question 6)
 * @param fen 1 to 10^15
 */
public record Awarded(String enterprise, int year, long fen) {

  /** Stands for the year of the plan's own budget. */
  public static final int BUDGET_YEAR = 0;

  /** Credit code by the bytes of UTF-8, then the budget year, then insuring years upwards. */
  public static final Comparator<Awarded> ORDER =
      Comparator.comparing(Awarded::enterprise, InsuringOrder::compareUtf8)
          .thenComparingInt(Awarded::year);

  public Awarded {
    Limits.requireText("enterprise", enterprise);
    Limits.requireAmount("awarded", fen, 1);
    if (year != BUDGET_YEAR && (year < 2000 || year > 2099)) {
      throw new IllegalArgumentException("insuring year %d, expected 2000 to 2099".formatted(year));
    }
  }
}
