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

  /** The same insurer with other suspensions. */
  public InsurerRecord withSuspensions(List<Suspension> other) {
    return new InsurerRecord(key, name, selected, other, bar);
  }

  /** The same insurer, barred; null when it no longer is. */
  public InsurerRecord withBar(@Nullable Bar other) {
    return new InsurerRecord(key, name, selected, suspensions, other);
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

  /**
   * 第十五条（二）: a decision that takes the right to file from an insurer.
   *
   * @param from the first day on which policies and filings are refused
   * @param documentNumber of the decision, which was served on the insurer
   * @param ground what it did
   */
  public record Bar(LocalDate from, String documentNumber, Text ground) {

    /** What whoever is barred may do about it, by the general law on administrative decisions. */
    public static final Text REMEDIES =
        Text.of(
            "对决定不服的，可以自知道决定之日起 60 日内申请行政复议，或者 6 个月内向人民法院提起行政诉讼。",
            "Against the decision one may, from the day of learning of it, apply for administrative"
                + " reconsideration within 60 days or sue before a people's court within 6 months.");

    /** The decision and its ground. */
    public Text reason() {
      return Text.of(
          "%s：%s".formatted(documentNumber, ground.zh()),
          "%s: %s".formatted(documentNumber, ground.en()));
    }
  }
}
