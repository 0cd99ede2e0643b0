package org.firstbatch.measures.scheme;

/**
 * What the text of the Measures leaves open, answered by an edition. The number of each question is
 * its place in the scheme's list; the first constant of each enum is the default.
 */
public record Options(
    DiscountBase discountBase,
    WindowAct windowAct,
    InsuringTime insuringTime,
    PartialFunding partialFunding,
    LateFiling lateFiling,
    CapYear capYear,
    SubsidyTerm subsidyTerm,
    Unwinding unwinding,
    RegisteredAsOf registeredAsOf,
    UnpaidAtYearEnd unpaidAtYearEnd,
    OtherSubsidy otherSubsidy,
    InsuredEarly insuredEarly,
    FirstUseBy firstUseBy,
    Shortfall shortfall,
    Unready unready,
    ApplicationForm applicationForm) {

  /** Every question answered with its default. */
  public static Options defaults() {
    return new Options(
        DiscountBase.INSURED_AMOUNT,
        WindowAct.PROPOSAL_AND_CONTRACT,
        InsuringTime.PROPOSAL_RECEIVED,
        PartialFunding.PAY_THE_PART_LEFT,
        LateFiling.NEXT_QUARTER_ONLY,
        CapYear.BUDGET_YEAR,
        SubsidyTerm.FIRST_POLICY_YEAR,
        Unwinding.RECOVER_UNEXPIRED_DAYS,
        RegisteredAsOf.SUBMISSION,
        UnpaidAtYearEnd.LAPSES,
        OtherSubsidy.CAPPED_AT_PREMIUM,
        InsuredEarly.REFUSED,
        FirstUseBy.THAT_USER,
        Shortfall.INSURER_BEARS,
        Unready.SET_ASIDE,
        ApplicationForm.CONFIRMED_OR_STAMPED);
  }

  /** Question 1 (第七条): one percent of what. */
  public enum DiscountBase {
    INSURED_AMOUNT,
    PREMIUM
  }

  /** Question 2 (第十一条): which act must fall in the window. */
  public enum WindowAct {
    PROPOSAL_AND_CONTRACT,
    CONTRACT_ONLY
  }

  /** Question 3 (第十三条): the insuring time that orders the queue. */
  public enum InsuringTime {
    PROPOSAL_RECEIVED,
    CONTRACT_SIGNED,
    INCEPTION
  }

  /** Question 4 (第十三条): the money runs out inside a claim. */
  public enum PartialFunding {
    PAY_THE_PART_LEFT,
    SKIP_TO_NEXT_THAT_FITS,
    STOP
  }

  /** Question 5 (第十三条): how late a policy may be filed. */
  public enum LateFiling {
    NEXT_QUARTER_ONLY,
    NO_LIMIT
  }

  /** Question 6 (第七条): the year whose cap counts. */
  public enum CapYear {
    BUDGET_YEAR,
    INSURING_YEAR,
    BOTH_SMALLER_LEFT
  }

  /** Question 7 (第七条): how much of a policy longer than a year is subsidised. */
  public enum SubsidyTerm {
    FIRST_POLICY_YEAR,
    WHOLE_POLICY
  }

  /** Question 8 (第七条): surrender or endorsement after payment. */
  public enum Unwinding {
    RECOVER_UNEXPIRED_DAYS,
    NOTHING
  }

  /** Question 9 (第八条): the day on which two years of registration must be full. */
  public enum RegisteredAsOf {
    SUBMISSION,
    PUBLICATION
  }

  /** Question 10 (第十三条): what the budget left unpaid when the year closes. */
  public enum UnpaidAtYearEnd {
    LAPSES,
    CARRIED_FIRST_IN_LINE
  }

  /** Question 11 (第七条): another public subsidy for the same policy. */
  public enum OtherSubsidy {
    CAPPED_AT_PREMIUM,
    NO_EFFECT,
    REFUSED
  }

  /** Question 12 (第十一条): insured before contract and delivery were both done. */
  public enum InsuredEarly {
    REFUSED,
    ALLOWED
  }

  /** Question 13 (第二条): whose first use makes a first batch. */
  public enum FirstUseBy {
    THAT_USER,
    ANY_USER
  }

  /** Question 14 (第七条): who bears what the award falls short of the discount. */
  public enum Shortfall {
    INSURER_BEARS,
    ENTERPRISE_BEARS
  }

  /**
   * Question 15 (第十三条): claims that are held, unaccepted, unconfirmed or undetermined at plan time.
   */
  public enum Unready {
    SET_ASIDE,
    NOTHING_SET_ASIDE
  }

  /** Question 16 (第十三条): the enterprise's application form. */
  public enum ApplicationForm {
    CONFIRMED_OR_STAMPED,
    NOT_REQUIRED
  }
}
