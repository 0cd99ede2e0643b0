package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.local.screen.Screen;
import org.firstbatch.local.screen.Width;

/** What was refused and why, and the smallest change that would have passed. */
final class RefusedReport {

  private static final int NAME = 12;
  private static final int TEXT = 74;

  private final Screen screen;

  RefusedReport(Screen screen) {
    this.screen = screen;
  }

  private String say(String english, String chinese) {
    return screen.say(english, chinese);
  }

  /**
   * Prints a choice of what was refused.
   *
   * @param open a deadline that no calendar settles yet
   */
  void print(List<Applying.Refusal> applications, List<Refusals.Refusal> policies, JsonNode open) {
    long rules = policies.stream().map(Refusals.Refusal::rule).distinct().count();
    screen.heading(
        Width.left(
                say(
                        "REFUSED  %d policies by %d rules, each says what would pass; %d applications",
                        "不予受理  保单 %d 件，涉及 %d 条规则，每件都写明怎样才能通过；申报 %d 件")
                    .formatted(policies.size(), rules, applications.size()),
                82)
            + "demo/refusals.txt");
    Stream.of("8.1.registered", "8.size")
        .flatMap(
            rule -> applications.stream().filter(each -> each.row().get("detail").equals(rule)))
        .forEach(
            each ->
                line(
                    each.row().get("enterprise.name"),
                    each.ground(),
                    each.change(),
                    each.article()));
    Stream.of("11.window", "3.rate-ceiling", "12.suspended")
        .flatMap(rule -> policies.stream().filter(each -> each.rule().equals(rule)).limit(1))
        .forEach(
            each ->
                line(
                    each.policy().get("name"),
                    each.finding().path("sentence"),
                    each.finding().path("change").path("sentence"),
                    each.finding().path("article").asText()));
    undetermined(open);
  }

  private void line(String name, JsonNode sentence, JsonNode change, String article) {
    String language = say("en", "zh");
    String why = sentence.path(language).asText();
    String mark = " " + screen.bad("✗") + " " + Width.left(name, NAME) + " ";
    screen.line(mark + Width.left(why, TEXT) + "  " + article.replaceAll("[第条]", ""));
    String lead = "→ ";
    for (String each : Width.wrap(change.path(language).asText(), TEXT + 6)) {
      screen.line(" ".repeat(NAME + 4) + lead + each);
      lead = "  ";
    }
  }

  private void undetermined(JsonNode open) {
    String text =
        say(
                "delivered %s: safe to %s, then undetermined (no notice)",
                "%s 交付：%s 前投保必在期限内，其后待定（次年放假通知未发布）")
            .formatted(open.path("starts").asText(), open.path("certainlyInTimeThrough").asText());
    screen.line(" ? " + Width.left("渤湾泵业", NAME) + " " + Width.left(text, TEXT) + "  十一");
  }
}
