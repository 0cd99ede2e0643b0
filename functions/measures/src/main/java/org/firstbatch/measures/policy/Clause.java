package org.firstbatch.measures.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 第三条, 第四条: a clause on file with the regulator.
 *
 * @param number 条款备案编号
 * @param insurer the insurer that may use it; null for all insurers
 * @param coversQuality repair, replacement and return
 * @param coversLiability property and injury
 * @param from first day of use
 * @param to last day of use; null while open
 */
public record Clause(
    String number,
    @Nullable String insurer,
    boolean coversQuality,
    boolean coversLiability,
    LocalDate from,
    @Nullable LocalDate to) {

  /** Whether this insurer may use the clause. */
  public boolean mayBeUsedBy(String someInsurer) {
    return insurer == null || insurer.equals(someInsurer);
  }

  /** Whether it is in use on that day. */
  public boolean inUseOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
