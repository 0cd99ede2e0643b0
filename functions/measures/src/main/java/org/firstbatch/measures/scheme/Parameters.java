package org.firstbatch.measures.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firstbatch.measures.datafile.Canonical;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The dated parameters of an edition. Each is asked for a day: for a policy its signing day, for an
 * application the day of submission, for a certificate the day of publication.
 */
public final class Parameters implements Canonical {

  private final Map<ParameterKey<?>, List<Parameter<?>>> values;

  /**
   * @param values for every key at least one value, oldest first
   */
  Parameters(Map<ParameterKey<?>, List<Parameter<?>>> values) {
    this.values = Map.copyOf(values);
  }

  /** The highest premium rate, of the insured amount (第三条). */
  public Parameter<Rate> rateCeiling(LocalDate on) {
    return at(ParameterKey.RATE_CEILING, on);
  }

  /** What the city takes off the premium rate, in percentage points (第七条). */
  public Parameter<Rate> discount(LocalDate on) {
    return at(ParameterKey.DISCOUNT, on);
  }

  /** How many years of a policy are subsidised (第七条). */
  public Parameter<Integer> subsidyTermYears(LocalDate on) {
    return at(ParameterKey.SUBSIDY_TERM, on);
  }

  /** The most that one enterprise gets in a fiscal year (第七条). */
  public Parameter<Money> enterpriseCap(LocalDate on) {
    return at(ParameterKey.ENTERPRISE_CAP, on);
  }

  /** Small or medium is an enterprise with fewer staff than this, or less revenue (第八条). */
  public Parameter<Integer> sizeStaffBelow(LocalDate on) {
    return at(ParameterKey.SIZE_STAFF_BELOW, on);
  }

  /** Small or medium is an enterprise with less yearly revenue than this, or fewer staff (第八条). */
  public Parameter<Money> sizeRevenueBelow(LocalDate on) {
    return at(ParameterKey.SIZE_REVENUE_BELOW, on);
  }

  /** How many years an applicant has been registered at least (第八条（一）). */
  public Parameter<Integer> registeredYears(LocalDate on) {
    return at(ParameterKey.REGISTERED_YEARS, on);
  }

  /** How many years a certificate is valid from its publication (第十条). */
  public Parameter<Integer> certificateValidityYears(LocalDate on) {
    return at(ParameterKey.CERTIFICATE_VALIDITY, on);
  }

  /** What the numbers of this scheme's certificates begin with (第十条). */
  public Parameter<String> certificatePrefix(LocalDate on) {
    return at(ParameterKey.CERTIFICATE_PREFIX, on);
  }

  /** How many days there are to insure after contract and delivery (第十一条). */
  public Parameter<Integer> insuringWindowDays(LocalDate on) {
    return at(ParameterKey.INSURING_WINDOW, on);
  }

  /** The day of the month after a quarter on which its filing window closes (第十三条). */
  public Parameter<Integer> filingClosingDay(LocalDate on) {
    return at(ParameterKey.FILING_CLOSING_DAY, on);
  }

  /** How many years the Measures are in force (第十五条（五）). */
  public Parameter<Integer> schemeTermYears(LocalDate on) {
    return at(ParameterKey.SCHEME_TERM, on);
  }

  /** How many working days a stage of an application has (第九条, 第十条). */
  public Parameter<Integer> workingDays(HandlingStage stage, LocalDate on) {
    return at(ParameterKey.workingDays(stage), on);
  }

  /** Every value of every parameter, for pages that show the edition. */
  public List<Parameter<?>> all() {
    return ParameterKey.ALL.stream().flatMap(key -> of(key).stream()).toList();
  }

  private <T> Parameter<T> at(ParameterKey<T> key, LocalDate on) {
    Parameter<?> raw = Parameter.at(on, of(key));
    T value = key.type().cast(raw.value());
    return new Parameter<>(raw.key(), value, raw.unit(), raw.from(), raw.article());
  }

  private List<Parameter<?>> of(ParameterKey<?> key) {
    return values.getOrDefault(key, List.of());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Parameters that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String canonicalText() {
    StringBuilder out = new StringBuilder();
    for (ParameterKey<?> key : ParameterKey.ALL) {
      for (Parameter<?> value : of(key)) {
        out.append(key.name()).append(" = ").append(key.write(value.value()));
        out.append(' ').append(value.unit()).append(" from ").append(value.from());
        out.append(" article ").append(value.article()).append('\n');
      }
    }
    return out.toString();
  }
}
