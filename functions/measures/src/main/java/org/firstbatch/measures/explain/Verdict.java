package org.firstbatch.measures.explain;

/** What all findings of a decision add up to. */
public enum Verdict {
  ALLOWED,
  /** Nothing speaks against it yet, and something that is still missing may. */
  PENDING,
  REFUSED
}
