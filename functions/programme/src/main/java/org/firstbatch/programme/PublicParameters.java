package org.firstbatch.programme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Rate;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Parameter;
import org.firstbatch.measures.scheme.Question;

/** The edition in force: every parameter with its dates, and today's answers to the questions. */
final class PublicParameters {

  private final Schemes schemes;
  private final Explanations explanations = Explanations.shipped();

  PublicParameters(Schemes schemes) {
    this.schemes = schemes;
  }

  Outcome<Reply> show(Call call) {
    LocalDate today = Shanghai.dayOf(call.at());
    Edition edition = schemes.edition(call.scheme(), call.at()).orElseThrow();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("scheme", edition.scheme());
    view.put("edition", edition.number());
    view.put("issued", edition.issued());
    view.put("lastDay", edition.lastDay());
    view.put("inForce", edition.isInForce(today));
    view.put("day", today);
    view.put("parameters", edition.parameters().all().stream().map(this::parameter).toList());
    view.put("options", options(edition, today));
    view.put("sha256", edition.sha256());
    view.put("optionsSha256", edition.datedOptions().sha256());
    return Outcome.done(Reply.ok(view));
  }

  private List<Map<String, Object>> options(Edition edition, LocalDate today) {
    return Arrays.stream(Question.values())
        .map(question -> option(question, edition.datedOptions().answer(question, today)))
        .toList();
  }

  private Map<String, Object> option(Question question, Parameter<?> answer) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("question", question.number());
    view.putAll(parameter(answer));
    view.put("answers", question.answers().stream().map(PublicParameters::text).toList());
    view.put("isFixedForFiscalYear", question.isFixedForFiscalYear());
    return view;
  }

  private Map<String, Object> parameter(Parameter<?> parameter) {
    Text explanation = explanations.of(parameter.key());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("key", parameter.key());
    view.put("value", text(parameter.value()));
    view.put("unit", parameter.unit());
    view.put("from", parameter.from());
    view.put("article", parameter.articleInWords());
    view.put("zh", explanation.zh());
    view.put("en", explanation.en());
    return view;
  }

  private static String text(Object value) {
    return switch (value) {
      case Rate rate -> rate.percent();
      case Enum<?> answer -> answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
      default -> value.toString();
    };
  }
}
