package org.firstbatch.measures.allocation.canonical;

/**
 * Which plan a file is about.
 *
 * @param scheme key of the scheme
 * @param fiscalYear year of the budget, 2000 to 2099
 * @param place in the year's chain of signed plans, from 1
 */
public record PlanKey(String scheme, int fiscalYear, int place) {

  static final int MOST_PLANS = 9_999;

  public PlanKey {
    if (scheme.isEmpty()) {
      throw new IllegalArgumentException("scheme is empty");
    }
    requireYear(fiscalYear);
    requirePlace(place);
  }

  static void requireYear(int fiscalYear) {
    if (fiscalYear < 2000 || fiscalYear > 2099) {
      throw new IllegalArgumentException("fiscal year " + fiscalYear + ", expected 2000 to 2099");
    }
  }

  static void requirePlace(int place) {
    if (place < 1 || place > MOST_PLANS) {
      throw new IllegalArgumentException("place " + place + ", expected 1 to " + MOST_PLANS);
    }
  }
}
