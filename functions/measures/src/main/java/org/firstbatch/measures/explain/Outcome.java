package org.firstbatch.measures.explain;

/** How one rule came out. */
public enum Outcome {
  MET,
  NOT_MET,
  /** A fact or a calendar is missing; the finding's sentence says which. */
  UNDETERMINED
}
