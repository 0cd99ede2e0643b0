package org.firstbatch.casework.person;

import java.util.Locale;

/** As what an organisation takes part. */
public enum Role {
  ENTERPRISE,
  DISTRICT,
  COMMISSION,
  EVALUATOR,
  INSURER,
  REGULATOR,
  FINANCE,
  AUDITOR;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is one of the three bodies that review claims and sign plans (第十三条). */
  public boolean isReviewBody() {
    return this == COMMISSION || this == FINANCE || this == REGULATOR;
  }

  /** Whether its organisations act for the public, and so may see who acted. */
  public boolean isPublicBody() {
    return isReviewBody() || this == DISTRICT || this == AUDITOR;
  }
}
