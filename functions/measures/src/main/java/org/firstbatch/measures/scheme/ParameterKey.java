package org.firstbatch.measures.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.Rate;

/**
 * What an edition must say, and in which form.
 *
 * @param units the accepted spellings of the unit; the first is the canonical one
 * @param reader reads the value; refuses what is out of range as an illegal argument
 * @param writer the value's canonical text
 * @param expected the value and unit in words, for errors
 */
record ParameterKey<T>(
    String name,
    Class<T> type,
    List<String> units,
    Function<String, T> reader,
    Function<T, String> writer,
    String expected) {

  static final ParameterKey<Rate> RATE_CEILING = rate("rate-ceiling", "percent");
  static final ParameterKey<Rate> DISCOUNT = rate("discount", "percentage-point");
  static final ParameterKey<Integer> SUBSIDY_TERM = years("subsidy-term");
  static final ParameterKey<Money> ENTERPRISE_CAP = money("enterprise-cap");
  static final ParameterKey<Integer> SIZE_STAFF_BELOW =
      whole("size-staff-below", 1, 1_000_000, "persons", "person");
  static final ParameterKey<Money> SIZE_REVENUE_BELOW = money("size-revenue-below");
  static final ParameterKey<Integer> REGISTERED_YEARS = years("registered-years");
  static final ParameterKey<Integer> CERTIFICATE_VALIDITY = years("certificate-validity");
  static final ParameterKey<String> CERTIFICATE_PREFIX =
      new ParameterKey<>(
          "certificate-prefix",
          String.class,
          List.of("letters"),
          ParameterKey::letters,
          Function.identity(),
          "two to six capital letters and the unit letters");
  static final ParameterKey<Integer> INSURING_WINDOW =
      whole("insuring-window", 1, 366, "days", "day");
  static final ParameterKey<Integer> FILING_CLOSING_DAY =
      whole("filing-closing-day", 1, 28, "day-of-month");
  static final ParameterKey<Integer> SCHEME_TERM = years("scheme-term");

  private static final Map<HandlingStage, ParameterKey<Integer>> WORKING_DAYS =
      Arrays.stream(HandlingStage.values())
          .collect(Collectors.toMap(Function.identity(), ParameterKey::stageDays));

  /** Every key, in the order of the canonical text. */
  static final List<ParameterKey<?>> ALL =
      Stream.<ParameterKey<?>>concat(
              Stream.of(
                  RATE_CEILING,
                  DISCOUNT,
                  SUBSIDY_TERM,
                  ENTERPRISE_CAP,
                  SIZE_STAFF_BELOW,
                  SIZE_REVENUE_BELOW,
                  REGISTERED_YEARS,
                  CERTIFICATE_VALIDITY,
                  CERTIFICATE_PREFIX,
                  INSURING_WINDOW,
                  FILING_CLOSING_DAY,
                  SCHEME_TERM),
              Arrays.stream(HandlingStage.values()).map(ParameterKey::workingDays))
          .toList();

  static ParameterKey<Integer> workingDays(HandlingStage stage) {
    return Objects.requireNonNull(WORKING_DAYS.get(stage));
  }

  private static ParameterKey<Integer> stageDays(HandlingStage stage) {
    return whole("working-days-" + stage.key(), 1, LONGEST_STAGE, "days", "day");
  }

  /** The longest stage, in working days: a year's. */
  static final int LONGEST_STAGE = 250;

  private static final int LONGEST_YEARS = 30;
  private static final Rate HUNDRED_PERCENT = Rate.of(1, 1);

  String canonicalUnit() {
    return units.getFirst();
  }

  /** The canonical text of a value of this key. */
  String write(Object value) {
    return writer.apply(type.cast(value));
  }

  private static ParameterKey<Integer> years(String name) {
    return whole(name, 1, LONGEST_YEARS, "years", "year");
  }

  private static ParameterKey<Integer> whole(String name, int least, int most, String... units) {
    String expected = "a whole number from " + least + " to " + most + " and the unit " + units[0];
    return new ParameterKey<>(
        name,
        Integer.class,
        List.of(units),
        text -> wholeInRange(text, least, most),
        value -> Integer.toString(value),
        expected);
  }

  private static int wholeInRange(String text, int least, int most) {
    int value = text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
    if (value < least || value > most) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static String letters(String text) {
    if (!text.matches("[A-Z]{2,6}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static ParameterKey<Rate> rate(String name, String unit) {
    return new ParameterKey<>(
        name,
        Rate.class,
        List.of(unit),
        ParameterKey::rateInRange,
        Rate::percent,
        "a percentage above 0 and at most 100, such as 3, and the unit " + unit);
  }

  private static Rate rateInRange(String text) {
    Rate rate = Rate.ofPercent(text);
    if (rate.numerator() == 0 || rate.isMoreThan(HUNDRED_PERCENT)) {
      throw new IllegalArgumentException(text);
    }
    return rate;
  }

  private static ParameterKey<Money> money(String name) {
    return new ParameterKey<>(
        name,
        Money.class,
        List.of("CNY"),
        ParameterKey::moneyAboveZero,
        Money::toString,
        "an amount above 0, such as 500000.00, and the unit CNY");
  }

  private static Money moneyAboveZero(String text) {
    Money amount = Money.parse(text);
    if (amount.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return amount;
  }
}
