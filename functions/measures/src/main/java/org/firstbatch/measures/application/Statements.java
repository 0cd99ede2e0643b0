package org.firstbatch.measures.application;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Condition;

/** How rules judge what a form says in words or with yes and no, and speak of what it lacks. */
final class Statements {

  /** What people write where they have nothing to state. */
  private static final Set<String> NOTHING = Set.of("无", "没有", "暂无", "none", "no", "n/a", "-", "/");

  private final ApplicationFacts facts;

  Statements(ApplicationFacts facts) {
    this.facts = facts;
  }

  /** Adds what the form says of some fields, as it stands there. */
  Grounds grounds(String rule, Condition condition, ApplicationFact... fields) {
    return grounds(rule, condition.article(), fields);
  }

  Grounds grounds(String rule, String article, ApplicationFact... fields) {
    Grounds grounds = Grounds.of(rule, article);
    for (ApplicationFact field : fields) {
      grounds.fact(field, facts.text(field).orElse("—"));
    }
    return grounds;
  }

  /** A statement in words is there, and is not that there is nothing. */
  Outcome stated(ApplicationFact field) {
    return facts
        .text(field)
        .map(text -> NOTHING.contains(text.toLowerCase(Locale.ROOT)))
        .map(nothing -> nothing ? Outcome.NOT_MET : Outcome.MET)
        .orElse(Outcome.UNDETERMINED);
  }

  /** The rule that a field states something. */
  Finding statedFinding(String rule, ApplicationFact field) {
    Grounds grounds = grounds(rule, field.condition(), field);
    return switch (stated(field)) {
      case MET ->
          grounds.met(Text.of("已填写" + field.label().zh(), field.label().en() + " is stated"));
      case UNDETERMINED -> grounds.undetermined(missing(field));
      case NOT_MET -> grounds.notMet(nothing(field), stateIt(field));
    };
  }

  private static Text nothing(ApplicationFact field) {
    return Text.of(
        "%s填为没有".formatted(field.label().zh()),
        "%s: the form says that there is none".formatted(field.label().en()));
  }

  private static Change stateIt(ApplicationFact field) {
    return Change.of(
        Text.of(
            "如确有，写明%s".formatted(field.label().zh()),
            "If there is one after all, state it under %s".formatted(field.label().en())));
  }

  /** The rule that a field says yes, or no. */
  Finding flagFinding(String rule, ApplicationFact field, boolean right, Text met, Text notMet) {
    Grounds grounds = grounds(rule, field.condition(), field);
    return facts
        .flag(field)
        .map(
            value -> value == right ? grounds.met(met) : grounds.notMet(notMet, flip(field, right)))
        .orElseGet(() -> grounds.undetermined(missing(field)));
  }

  private static Change flip(ApplicationFact field, boolean right) {
    String to = right ? "是" : "否";
    return Change.of(
        Text.of(
            "“%s”为“%s”方可".formatted(field.label().zh(), to),
            "It would pass if %s were %s".formatted(field.label().en(), right ? "yes" : "no")),
        Step.of(field, right ? "否" : "是", to));
  }

  /** That fields are missing or cannot be read, so that the rule is undetermined. */
  static Text missing(ApplicationFact... fields) {
    return Text.of(
        "缺少或无法读取：%s；补充后确定".formatted(labels(fields, Text::zh, "、")),
        "Undetermined: missing or unreadable: " + labels(fields, Text::en, ", "));
  }

  private static String labels(
      ApplicationFact[] fields, Function<Text, String> language, String separator) {
    return Arrays.stream(fields)
        .map(ApplicationFact::label)
        .map(language)
        .collect(Collectors.joining(separator));
  }

  /** Those of the fields that the form leaves blank. */
  ApplicationFact[] blank(ApplicationFact... fields) {
    List<ApplicationFact> blank =
        Arrays.stream(fields).filter(field -> facts.text(field).isEmpty()).toList();
    return blank.toArray(ApplicationFact[]::new);
  }
}
