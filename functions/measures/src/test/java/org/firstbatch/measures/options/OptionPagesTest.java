package org.firstbatch.measures.options;

import static org.firstbatch.measures.options.OptionPage.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.firstbatch.measures.policy.Editions;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/scheme/options: a page a question, and every figure of its worked case recomputed. */
class OptionPagesTest {

  @Test
  void shouldHaveAPageForEachQuestionAndNoOther() {
    assertEquals(Stream.of(Question.values()).map(OptionPage::file).toList(), OptionPage.all());
  }

  @ParameterizedTest
  @EnumSource
  void shouldNameKeyArticleAndAnswersAsTheEditionDoes(Question question) {
    Edition edition = Editions.dalian();
    Map<String, String> facts = OptionPage.of(question).pairs("Question " + question.number());

    assertEquals(question.key(), cell(facts, "Key in the edition"));
    assertEquals(
        edition.datedOptions().answer(question, edition.issued()).articleInWords(),
        cell(facts, "Article"));
    assertEquals(answers(question).getFirst(), cell(facts, "Default").split(":", 2)[0]);
    assertEquals(
        answers(question).stream().skip(1).toList(),
        Arrays.stream(cell(facts, "Otherwise").split("<br>"))
            .map(answer -> answer.split(":", 2)[0])
            .toList());
  }

  /** Red when a figure of the page, or the law behind it, changes alone. */
  @ParameterizedTest
  @EnumSource
  void shouldComeToThePagesFiguresUnderEachAnswer(Question question) {
    OptionPage page = OptionPage.of(question);
    Given given = new Given(page);

    List<Map<String, String>> computed = new ArrayList<>();
    for (String answer : answers(question)) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put(question.key(), answer);
      row.putAll(worked(question).apply(given, edition(question, answer)));
      computed.add(row);
    }

    assertEquals(computed, page.table(question.key()));
    assertEquals(Set.of(), given.idle(), "given, and used by nothing");
  }

  @ParameterizedTest
  @EnumSource
  void shouldChangeTheMoneyByTheChoice(Question question) {
    List<Map<String, String>> outcomes =
        OptionPage.of(question).table(question.key()).stream()
            .map(OptionPagesTest::amounts)
            .toList();

    assertTrue(outcomes.size() > 1);
    assertEquals(outcomes.size(), new HashSet<>(outcomes).size(), "two answers, the same money");
  }

  private static Map<String, String> amounts(Map<String, String> row) {
    Map<String, String> amounts = new LinkedHashMap<>(row);
    amounts.values().removeIf(value -> !value.matches("[0-9,]+[.][0-9]{2}"));
    return amounts;
  }

  private static BiFunction<Given, Edition, Map<String, String>> worked(Question question) {
    return switch (question) {
      case DISCOUNT_BASE, WINDOW_ACT, OTHER_SUBSIDY, INSURED_EARLY -> PolicyCases::subsidy;
      case LATE_FILING -> PolicyCases::filing;
      case SUBSIDISED_TERM -> PolicyCases::term;
      case UNWINDING -> PolicyCases::surrender;
      case REGISTERED_AS_OF -> PolicyCases::registration;
      case FIRST_USE_BY -> PolicyCases::twoUsers;
      case SHORTFALL -> PolicyCases::shortfall;
      case INSURING_TIME,
          PARTIAL_FUNDING,
          CAP_YEAR,
          UNPAID_AT_YEAR_END,
          UNREADY,
          APPLICATION_FORM ->
          PlanCases::awards;
    };
  }

  private static Edition edition(Question question, String answer) {
    return answer.equals(answers(question).getFirst())
        ? Editions.dalian()
        : Editions.answering(question.key(), answer);
  }

  private static List<String> answers(Question question) {
    return question.answers().stream()
        .map(answer -> answer.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
