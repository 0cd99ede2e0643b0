package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * 第十二条, 第十五条（二）: an insurer in the regulator's register.
 *
 * @param key the insurer's key
 * @param name its name
 * @param selected the spans for which it is selected
 * @param suspensions the spans for which it is suspended
 * @param bar when and why it lost the right to file after fraud; null when it did not
 */
public record InsurerRecord(
    String key, String name, List<Span> selected, List<Suspension> suspensions, @Nullable Bar bar) {
  public InsurerRecord {
    selected = List.copyOf(selected);
    suspensions = List.copyOf(suspensions);
  }

  public boolean selectedOn(LocalDate day) {
    return selected.stream().anyMatch(span -> span.contains(day));
  }

  /** The suspension in force on that day. */
  public Optional<Suspension> findSuspension(LocalDate day) {
    return suspensions.stream().filter(each -> each.span().contains(day)).findFirst();
  }

  /** The bar, if it is in force on that day. */
  public Optional<Bar> findBar(LocalDate day) {
    return Optional.ofNullable(bar).filter(each -> !day.isBefore(each.from()));
  }

  /**
   * Days from the first to the last, both included.
   *
   * @param to the last day; null while open
   */
  public record Span(LocalDate from, @Nullable LocalDate to) {
    public boolean contains(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The day of this span that is nearest to a day. */
    public LocalDate nearest(LocalDate day) {
      if (day.isBefore(from)) {
        return from;
      }
      return to != null && day.isAfter(to) ? to : day;
    }

    @Override
    public String toString() {
      return from + " … " + (to == null ? "" : to);
    }
  }

  /** Policies signed within the span are refused; earlier ones are filed and paid. */
  public record Suspension(Span span, Text ground) {}

  /** New filings are refused from that day. */
  public record Bar(LocalDate from, Text ground) {}
}
