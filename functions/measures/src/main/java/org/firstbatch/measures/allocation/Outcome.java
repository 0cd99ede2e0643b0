package org.firstbatch.measures.allocation;

/** What a plan makes of a claim (第十三条). */
public enum Outcome {
  SET_ASIDE("预留"),
  FUNDED("全额安排"),
  CAP_EXHAUSTED("企业限额已用完"),
  WAITLISTED("轮候"),
  REDUCED_BY_CAP("受企业限额核减"),
  REDUCED_BY_BUDGET("受预算核减");

  private final String chinese;

  Outcome(String chinese) {
    this.chinese = chinese;
  }

  /** The outcome as the Chinese screens and tables show it. */
  public String chinese() {
    return chinese;
  }

  /** The first that fits, in the order of the scheme. */
  static Outcome of(Claim claim, long capLeft, long award) {
    if (!claim.isReady()) {
      return SET_ASIDE;
    }
    if (award == claim.outstanding()) {
      return FUNDED;
    }
    if (capLeft == 0) {
      return CAP_EXHAUSTED;
    }
    if (award == 0) {
      return WAITLISTED;
    }
    return award == capLeft ? REDUCED_BY_CAP : REDUCED_BY_BUDGET;
  }
}
