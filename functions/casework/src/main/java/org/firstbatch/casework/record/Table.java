package org.firstbatch.casework.record;

import java.util.Locale;

/**
 * The tables of the product, one per aggregate; a function may touch only those that its role
 * names.
 */
public enum Table {
  MEMBERSHIPS,
  PROGRAMME,
  APPLICATIONS,
  CERTIFICATES,
  DOCUMENTS,
  POLICIES,
  CLAIMS,
  FILINGS,
  PLANS,
  PLAN_LINES,
  JOURNAL,
  REQUESTS;

  /**
   * The name used in configuration, in the template and in messages, for example {@code
   * plan-lines}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
