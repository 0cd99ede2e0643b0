package org.firstbatch.measures.allocation.canonical;

import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.Terms;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.firstbatch.measures.scheme.Options.InsuringTime;
import org.jspecify.annotations.Nullable;

/**
 * What an input file says before its claims.
 *
 * @param plan which plan it is for
 * @param previous hash of the signed plan before it in the year's chain; null for the first
 * @param edition hash of the edition's file
 * @param options hash of the options' file
 * @param notices hash of the notices in force
 * @param calendar hash of the calendars loaded
 * @param insuringTime question 3: which act gave the claims' insuring time
 * @param terms budget, cap and the options that the computation needs
 */
public record InputHead(
    PlanKey plan,
    @Nullable String previous,
    String edition,
    String options,
    String notices,
    String calendar,
    InsuringTime insuringTime,
    Terms terms) {

  public InputHead {
    if ((previous == null) != (plan.place() == 1)) {
      throw new IllegalArgumentException(
          "the plan at place %d of its year %s a plan before it"
              .formatted(plan.place(), plan.place() == 1 ? "cannot name" : "must name"));
    }
    if (previous != null) {
      Sha256.require("previous", previous);
    }
    Sha256.require("edition", edition);
    Sha256.require("options", options);
    Sha256.require("notices", notices);
    Sha256.require("calendar", calendar);
  }

  /** Refuses plans of this very year, and any where question 6 looks at no other. */
  CountedPlan requireFits(CountedPlan counted) {
    if (!countsInsuringYears()) {
      throw new IllegalArgumentException("other fiscal years do not count under question 6");
    }
    if (counted.fiscalYear() == plan.fiscalYear()) {
      throw new IllegalArgumentException(
          "the plan of %d names its own year as another".formatted(plan.fiscalYear()));
    }
    return counted;
  }

  /**
   * Refuses awards that a plan at this place, under question 6, cannot have behind it.
   *
   * @param othersCount whether plans of other fiscal years count
   */
  Awarded requireFits(Awarded awarded, boolean othersCount) {
    boolean ofInsuringYear = awarded.year() != Awarded.BUDGET_YEAR;
    if (ofInsuringYear && !countsInsuringYears()) {
      throw new IllegalArgumentException("insuring years do not count under question 6");
    }
    if (plan.place() == 1 && !(ofInsuringYear && othersCount)) {
      throw new IllegalArgumentException("no signed plan made this award");
    }
    return awarded;
  }

  private boolean countsInsuringYears() {
    return terms.capYear() != CapYear.BUDGET_YEAR;
  }

  /** Refuses claims of a later year, and carried ones that are not of an earlier one. */
  Claim requireFits(Claim claim) {
    int year = Integer.parseInt(claim.quarter().substring(0, 4));
    int latest = claim.carried() ? plan.fiscalYear() - 1 : plan.fiscalYear();
    if (year > latest) {
      throw new IllegalArgumentException(
          "quarter %s of a %s claim in a plan of %d"
              .formatted(
                  claim.quarter(),
                  claim.carried() ? Format.CARRIED : Format.QUEUED,
                  plan.fiscalYear()));
    }
    return claim;
  }
}
