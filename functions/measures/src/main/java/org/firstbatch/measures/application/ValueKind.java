package org.firstbatch.measures.application;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;

/** What kind of value a field of the application takes, read as people write it. */
public enum ValueKind {
  TEXT("应为不超过 2000 字的文字，不含控制字符", "text of at most 2,000 characters without control characters"),
  DAY("日期应如 2024-03-03 且真实存在", "a day that exists, written 2024-03-03"),
  AMOUNT("金额应如 4200000.00 或 420万元", "an amount such as 4200000.00 or 420万元"),
  COUNT("应为 0 至 9999999 的整数", "a whole number from 0 to 9,999,999"),
  CHOICE("应为所列选项之一", "one of the choices"),
  FLAG("应为 是 或 否", "是 or 否 (yes or no)");

  private static final int LONGEST = 2000;
  private static final Set<String> YES = Set.of("是", "true", "yes", "是 yes");
  private static final Set<String> NO = Set.of("否", "false", "no", "否 no");

  private final Text expected;

  ValueKind(String zh, String en) {
    this.expected = Text.of(zh, en);
  }

  /** What a value of this kind looks like. */
  public Text expected() {
    return expected;
  }

  /** Whether a text is a value of this kind; of a choice its field knows more. */
  boolean accepts(String value) {
    return switch (this) {
      case TEXT, CHOICE -> isText(value);
      case DAY -> day(value).isPresent();
      case AMOUNT -> amount(value).isPresent();
      case COUNT -> count(value).isPresent();
      case FLAG -> flag(value).isPresent();
    };
  }

  private static boolean isText(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST
        && value.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n');
  }

  static Optional<LocalDate> day(String value) {
    return read(plain(value), Shanghai::parseDay);
  }

  static Optional<Money> amount(String value) {
    return read(value, Money::parseLenient);
  }

  static Optional<Integer> count(String value) {
    String digits = plain(value);
    return digits.matches("[0-9]{1,7}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  static Optional<Boolean> flag(String value) {
    if (YES.contains(plain(value))) {
      return Optional.of(true);
    }
    return NO.contains(plain(value)) ? Optional.of(false) : Optional.empty();
  }

  private static <T> Optional<T> read(String value, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(value));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Full-width digits and letters count as the plain ones. */
  private static String plain(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
  }
}
