package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.util.function.Function;
import org.firstbatch.measures.explain.UsedParameter;
import org.firstbatch.measures.money.Rate;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Options.DiscountBase;
import org.firstbatch.measures.scheme.Options.FirstUseBy;
import org.firstbatch.measures.scheme.Options.InsuredEarly;
import org.firstbatch.measures.scheme.Options.OtherSubsidy;
import org.firstbatch.measures.scheme.Options.SubsidyTerm;
import org.firstbatch.measures.scheme.Options.Unwinding;
import org.firstbatch.measures.scheme.Options.WindowAct;
import org.firstbatch.measures.scheme.Parameter;
import org.firstbatch.measures.scheme.Question;

/**
 * What an edition says on one day: for a policy the parameters of its signing day count.
 *
 * @param edition the edition
 * @param day the day whose values count
 */
public record Law(Edition edition, LocalDate day) {

  /** The law of a policy: its edition on its signing day. */
  public static Law of(Policy policy, Edition edition) {
    return new Law(edition, policy.signedDay());
  }

  Used<Rate> rateCeiling() {
    return used(edition.parameters().rateCeiling(day), Rate::percent);
  }

  Used<Rate> discount() {
    return used(edition.parameters().discount(day), Rate::percent);
  }

  Used<Integer> subsidyTermYears() {
    return used(edition.parameters().subsidyTermYears(day), Object::toString);
  }

  Used<Integer> insuringWindowDays() {
    return used(edition.parameters().insuringWindowDays(day), Object::toString);
  }

  Used<Integer> schemeTermYears() {
    return used(edition.parameters().schemeTermYears(day), Object::toString);
  }

  Used<DiscountBase> discountBase() {
    return answer(Question.DISCOUNT_BASE, DiscountBase.class);
  }

  Used<WindowAct> windowAct() {
    return answer(Question.WINDOW_ACT, WindowAct.class);
  }

  Used<SubsidyTerm> subsidyTerm() {
    return answer(Question.SUBSIDISED_TERM, SubsidyTerm.class);
  }

  Used<Unwinding> unwinding() {
    return answer(Question.UNWINDING, Unwinding.class);
  }

  Used<OtherSubsidy> otherSubsidy() {
    return answer(Question.OTHER_SUBSIDY, OtherSubsidy.class);
  }

  Used<InsuredEarly> insuredEarly() {
    return answer(Question.INSURED_EARLY, InsuredEarly.class);
  }

  Used<FirstUseBy> firstUseBy() {
    return answer(Question.FIRST_USE_BY, FirstUseBy.class);
  }

  /** d: the days whose share of the premium is subsidised and held under the ceiling. */
  long subsidisedDays(Cover cover) {
    return switch (subsidyTerm().value()) {
      case FIRST_POLICY_YEAR -> cover.daysOfFirst(subsidyTermYears().value());
      case WHOLE_POLICY -> cover.days();
    };
  }

  /** The subsidy of amounts over a term of at least a day, before it is rounded. */
  ExactSubsidy exactSubsidy(Cover cover, Sums sums) {
    return ExactSubsidy.of(
        sums.insuredAmount(),
        sums.premium(),
        cover.days(),
        subsidisedDays(cover),
        discount().value(),
        discountBase().value());
  }

  private static <T> Used<T> used(Parameter<T> parameter, Function<T, String> writer) {
    return new Used<>(
        parameter.value(),
        new UsedParameter(
            parameter.key(),
            writer.apply(parameter.value()),
            parameter.unit(),
            parameter.from().toString(),
            parameter.articleInWords()));
  }

  private <T> Used<T> answer(Question question, Class<T> type) {
    Parameter<?> answer = edition.datedOptions().answer(question, day);
    T value = type.cast(answer.value());
    return new Used<>(
        value,
        new UsedParameter(
            "option." + question.number(),
            value.toString(),
            "option",
            answer.from().toString(),
            answer.articleInWords()));
  }
}
