package org.firstbatch.programme;

/** What a change does once it is approved. */
enum ChangeKind {
  SET_BUDGET,
  SUPPLEMENT_BUDGET,
  LOAD_CALENDAR,
  SET_NOTICE,
  SELECT_INSURER,
  SUSPEND_INSURER,
  REINSTATE_INSURER,
  BAR_INSURER,
  ANNUL_BAR,
  FILE_CLAUSE,
  GRANT_MEMBERSHIP,
  END_MEMBERSHIP;

  /** Whether administrators decide on it, and not signers. */
  boolean isOfMemberships() {
    return this == GRANT_MEMBERSHIP || this == END_MEMBERSHIP;
  }
}
