package org.firstbatch.measures.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.scheme.OptionalColumn;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision on one row of a filing rests on.
 *
 * @param window the filing window of the quarter that the filing is for
 * @param arrived when the filing arrived
 * @param insurer the filing insurer
 * @param policy the policy of the row
 * @param policyVerdict what the policy's own rules say of it today
 * @param contractCopy whether a copy of the contract has been uploaded and checked
 * @param form the enterprise's application form
 * @param lateGround the ground that the regulator recorded for filing late; null when none
 * @param inSignedPlan whether a signed plan already holds this policy's claim
 * @param stated the figures the sheet states to be checked
 * @param missing what the yearly notice requires beyond the usual columns and the row lacks
 */
public record FilingFacts(
    FilingWindow window,
    Instant arrived,
    InsurerRecord insurer,
    Policy policy,
    Verdict policyVerdict,
    boolean contractCopy,
    ApplicationFormFacts form,
    @Nullable LateGround lateGround,
    boolean inSignedPlan,
    StatedFigures stated,
    Set<OptionalColumn> missing) {
  public FilingFacts {
    missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
  }

  /** The quarter that the filing is for. */
  public Quarter quarter() {
    return window.quarter();
  }

  /** The quarter in which the policy was signed. */
  public Quarter quarterOfSigning() {
    return Quarter.of(policy.signedDay());
  }

  /** A ground that the regulator recorded for taking a policy later than the next quarter. */
  public record LateGround(LocalDate recorded, Text ground) {}
}
