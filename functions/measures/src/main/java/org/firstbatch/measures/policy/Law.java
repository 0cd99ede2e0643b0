package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.util.function.Function;
import org.firstbatch.measures.explain.UsedParameter;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.Rate;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Options.ApplicationForm;
import org.firstbatch.measures.scheme.Options.DiscountBase;
import org.firstbatch.measures.scheme.Options.FirstUseBy;
import org.firstbatch.measures.scheme.Options.InsuredEarly;
import org.firstbatch.measures.scheme.Options.LateFiling;
import org.firstbatch.measures.scheme.Options.OtherSubsidy;
import org.firstbatch.measures.scheme.Options.RegisteredAsOf;
import org.firstbatch.measures.scheme.Options.Shortfall;
import org.firstbatch.measures.scheme.Options.SubsidyTerm;
import org.firstbatch.measures.scheme.Options.Unwinding;
import org.firstbatch.measures.scheme.Options.WindowAct;
import org.firstbatch.measures.scheme.Parameter;
import org.firstbatch.measures.scheme.Question;

/**
 * What an edition says on one day: for a policy the parameters of its signing day count, for an
 * application those of its submission.
 *
 * @param edition the edition
 * @param day the day whose values count
 */
public record Law(Edition edition, LocalDate day) {

  /** The law of a policy: its edition on its signing day. */
  public static Law of(Policy policy, Edition edition) {
    return new Law(edition, policy.signedDay());
  }

  public Used<Rate> rateCeiling() {
    return used(edition.parameters().rateCeiling(day), Rate::percent);
  }

  public Used<Rate> discount() {
    return used(edition.parameters().discount(day), Rate::percent);
  }

  public Used<Integer> subsidyTermYears() {
    return used(edition.parameters().subsidyTermYears(day), Object::toString);
  }

  public Used<Integer> insuringWindowDays() {
    return used(edition.parameters().insuringWindowDays(day), Object::toString);
  }

  public Used<Integer> schemeTermYears() {
    return used(edition.parameters().schemeTermYears(day), Object::toString);
  }

  public Used<Integer> sizeStaffBelow() {
    return used(edition.parameters().sizeStaffBelow(day), Object::toString);
  }

  public Used<Money> sizeRevenueBelow() {
    return used(edition.parameters().sizeRevenueBelow(day), Object::toString);
  }

  public Used<Integer> registeredYears() {
    return used(edition.parameters().registeredYears(day), Object::toString);
  }

  public Used<RegisteredAsOf> registeredAsOf() {
    return answer(Question.REGISTERED_AS_OF, RegisteredAsOf.class);
  }

  public Used<DiscountBase> discountBase() {
    return answer(Question.DISCOUNT_BASE, DiscountBase.class);
  }

  public Used<WindowAct> windowAct() {
    return answer(Question.WINDOW_ACT, WindowAct.class);
  }

  public Used<SubsidyTerm> subsidyTerm() {
    return answer(Question.SUBSIDISED_TERM, SubsidyTerm.class);
  }

  public Used<Unwinding> unwinding() {
    return answer(Question.UNWINDING, Unwinding.class);
  }

  public Used<OtherSubsidy> otherSubsidy() {
    return answer(Question.OTHER_SUBSIDY, OtherSubsidy.class);
  }

  public Used<InsuredEarly> insuredEarly() {
    return answer(Question.INSURED_EARLY, InsuredEarly.class);
  }

  public Used<FirstUseBy> firstUseBy() {
    return answer(Question.FIRST_USE_BY, FirstUseBy.class);
  }

  public Used<Shortfall> shortfall() {
    return answer(Question.SHORTFALL, Shortfall.class);
  }

  public Used<LateFiling> lateFiling() {
    return answer(Question.LATE_FILING, LateFiling.class);
  }

  public Used<ApplicationForm> applicationForm() {
    return answer(Question.APPLICATION_FORM, ApplicationForm.class);
  }

  /** d: the days whose share of the premium is subsidised and held under the ceiling. */
  public long subsidisedDays(Cover cover) {
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
