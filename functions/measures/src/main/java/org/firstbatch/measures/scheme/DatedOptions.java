package org.firstbatch.measures.scheme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.measures.datafile.Canonical;
import org.jspecify.annotations.Nullable;

/** An edition's answers to the sixteen questions, each from a day on. */
public final class DatedOptions implements Canonical {

  private final Map<Question, List<Parameter<?>>> answers;

  /**
   * @param answers for every question at least one answer, oldest first
   */
  DatedOptions(Map<Question, List<Parameter<?>>> answers) {
    this.answers = Collections.unmodifiableMap(new EnumMap<>(answers));
  }

  /** The answer that counts on a day, with its date and article. */
  public Parameter<?> answer(Question question, LocalDate on) {
    return Parameter.at(on, of(question));
  }

  /** All sixteen answers that count on a day. */
  public Options on(LocalDate day) {
    return new Options(
        answer(Question.DISCOUNT_BASE, Options.DiscountBase.class, day),
        answer(Question.WINDOW_ACT, Options.WindowAct.class, day),
        answer(Question.INSURING_TIME, Options.InsuringTime.class, day),
        answer(Question.PARTIAL_FUNDING, Options.PartialFunding.class, day),
        answer(Question.LATE_FILING, Options.LateFiling.class, day),
        answer(Question.CAP_YEAR, Options.CapYear.class, day),
        answer(Question.SUBSIDISED_TERM, Options.SubsidyTerm.class, day),
        answer(Question.UNWINDING, Options.Unwinding.class, day),
        answer(Question.REGISTERED_AS_OF, Options.RegisteredAsOf.class, day),
        answer(Question.UNPAID_AT_YEAR_END, Options.UnpaidAtYearEnd.class, day),
        answer(Question.OTHER_SUBSIDY, Options.OtherSubsidy.class, day),
        answer(Question.INSURED_EARLY, Options.InsuredEarly.class, day),
        answer(Question.FIRST_USE_BY, Options.FirstUseBy.class, day),
        answer(Question.SHORTFALL, Options.Shortfall.class, day),
        answer(Question.UNREADY, Options.Unready.class, day),
        answer(Question.APPLICATION_FORM, Options.ApplicationForm.class, day));
  }

  private <E> E answer(Question question, Class<E> type, LocalDate day) {
    return type.cast(answer(question, day).value());
  }

  private List<Parameter<?>> of(Question question) {
    return answers.getOrDefault(question, List.of());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DatedOptions that && answers.equals(that.answers);
  }

  @Override
  public int hashCode() {
    return answers.hashCode();
  }

  @Override
  public String canonicalText() {
    StringBuilder out = new StringBuilder();
    for (Question question : Question.values()) {
      for (Parameter<?> answer : of(question)) {
        out.append(question.key()).append(" = ").append(question.write(answer.value()));
        out.append(" from ").append(answer.from());
        out.append(" article ").append(answer.article()).append('\n');
      }
    }
    return out.toString();
  }
}
