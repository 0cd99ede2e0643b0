package org.firstbatch.measures.allocation.canonical;

/**
 * The last signed plan of another fiscal year: under question 6 its awards, and those of the plans
 * before it in its year's chain, count against the cap of the year of insuring.
 *
 * @param fiscalYear the other year, 2000 to 2099
 * @param place its place in that year's chain, from 1
 * @param sha256 the hash of its plan file
 */
public record CountedPlan(int fiscalYear, int place, String sha256) {

  public CountedPlan {
    PlanKey.requireYear(fiscalYear);
    PlanKey.requirePlace(place);
    Sha256.require("counted", sha256);
  }
}
