package org.firstbatch.measures.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sixteen questions that the text leaves open, in the order of the scheme's list. */
public enum Question {
  DISCOUNT_BASE(1, Options.DiscountBase.class),
  WINDOW_ACT(2, Options.WindowAct.class),
  INSURING_TIME(3, Options.InsuringTime.class),
  PARTIAL_FUNDING(4, Options.PartialFunding.class),
  LATE_FILING(5, Options.LateFiling.class),
  CAP_YEAR(6, Options.CapYear.class),
  SUBSIDISED_TERM(7, Options.SubsidyTerm.class),
  UNWINDING(8, Options.Unwinding.class),
  REGISTERED_AS_OF(9, Options.RegisteredAsOf.class),
  UNPAID_AT_YEAR_END(10, Options.UnpaidAtYearEnd.class),
  OTHER_SUBSIDY(11, Options.OtherSubsidy.class),
  INSURED_EARLY(12, Options.InsuredEarly.class),
  FIRST_USE_BY(13, Options.FirstUseBy.class),
  SHORTFALL(14, Options.Shortfall.class),
  UNREADY(15, Options.Unready.class),
  APPLICATION_FORM(16, Options.ApplicationForm.class);

  private final int number;
  private final Class<? extends Enum<?>> answers;

  Question(int number, Class<? extends Enum<?>> answers) {
    this.number = number;
    this.answers = answers;
  }

  /** Its number in the scheme's list, 1 to 16. */
  public int number() {
    return number;
  }

  /** Its key in an edition's file: {@code discount-base}. */
  public String key() {
    return kebab(this);
  }

  /** Whether the answer is fixed for a fiscal year because a plan's outcome hangs on it. */
  public boolean isFixedForFiscalYear() {
    return switch (this) {
      case INSURING_TIME, PARTIAL_FUNDING, CAP_YEAR, UNPAID_AT_YEAR_END, UNREADY -> true;
      default -> false;
    };
  }

  /** The possible answers; the first is the default. */
  public List<Enum<?>> answers() {
    return List.of(answers.getEnumConstants());
  }

  /** The possible answers as a file writes them. */
  String answersInWords() {
    return answers().stream().map(Question::kebab).collect(Collectors.joining(", "));
  }

  /** Reads {@code insured-amount}; refuses what is no answer to this question. */
  Enum<?> read(String text) {
    return answers().stream()
        .filter(answer -> kebab(answer).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Question::key).toList();
  }

  /** An answer to this question as a file writes it. */
  String write(Object answer) {
    return kebab(answers.cast(answer));
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
