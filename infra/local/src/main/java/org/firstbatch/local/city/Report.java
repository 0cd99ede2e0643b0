package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.firstbatch.local.screen.Screen;
import org.firstbatch.local.screen.Table;
import org.firstbatch.local.screen.Width;

/** The four tables; every figure is read back through the API. */
final class Report {

  private static final int PLACE_OF_Q3 = 3;

  private final City city;
  private final Api api;
  private final Screen screen;

  Report(City city, Api api, Screen screen) {
    this.city = city;
    this.api = api;
    this.screen = screen;
  }

  private String say(String english, String chinese) {
    return screen.say(english, chinese);
  }

  void title() {
    screen.line(
        screen.bold("FIRSTBATCH 首批次")
            + say(
                "  sample city 大连, fiscal year 2026, every firm invented     中文: -Dlocal.lang=zh",
                "  示例城市大连，2026 年度，企业均为虚构     English: -Dlocal.lang=en"));
  }

  /** Who is there, on what budget. */
  void facts() {
    JsonNode budget = api.get("", "/budgets/" + Founding.YEAR);
    JsonNode parameters = api.get("", "/parameters");
    long districts = city.enterprises().stream().map(e -> e.get("district")).distinct().count();
    int insurers = Founding.items(api.get("", "/insurers")).size();
    String cap = cap(parameters);
    screen.line(
        say(
            "%d makers · %d districts · %d insurers · budget %s%s"
                .formatted(city.enterprises().size(), districts, insurers, total(budget), cap),
            "企业 %d 家 · %d 个区市县 · 保险机构 %d 家 · 预算 %s%s"
                .formatted(city.enterprises().size(), districts, insurers, total(budget), cap)));
  }

  /** What became of the applications, as an auditor reads them. */
  void applications() {
    Map<String, Long> states = YearEnd.applications(api);
    long refused = states.getOrDefault("DECLINED", 0L) + states.getOrDefault("REFUSED", 0L);
    screen.line(
        say(
                "%d applications: %d certified · %d declined or refused · %d not admitted · %d lapsed · %d withdrawn",
                "申报 %d 件：认定 %d 件 · 不予确认或认定 %d 件 · 不得提交 %d 件 · 逾期失效 %d 件 · 撤回 %d 件")
            .formatted(
                states.values().stream().mapToLong(Long::longValue).sum(),
                states.getOrDefault("CERTIFIED", 0L),
                refused,
                states.getOrDefault("DRAFT", 0L),
                states.getOrDefault("LAPSED", 0L),
                states.getOrDefault("WITHDRAWN", 0L)));
  }

  private static String total(JsonNode budget) {
    return Written.money(budget.has("total") ? budget.path("total") : budget.path("amount"));
  }

  private String cap(JsonNode parameters) {
    JsonNode found =
        parameters.findParents("key").stream()
            .filter(each -> each.path("key").asText().equals("enterprise-cap"))
            .findFirst()
            .orElse(parameters);
    String value = found.path("value").asText("").replaceAll("[^0-9.]", "");
    return value.isEmpty()
        ? ""
        : say(" · at most ", " · 每家至多 ")
            + Written.money(new BigDecimal(value))
            + say(" a maker", "");
  }

  /** The plans. */
  void plans(List<SignedPlans.Signed> plans, String voided) {
    screen.heading(
        say(
            "FOUR PLANS  in insuring order; award = min(outstanding, cap left, budget left)",
            "四期计划  按投保时间排序；补贴 = min(未付补贴, 企业余额, 预算余额)"));
    Table table =
        new Table(
            Table.Column.text(say("quarter", "季度"), 7),
            Table.Column.text(say("job, Shanghai", "运行时间"), 16),
            Table.Column.figures(say("claims", "申请"), 6),
            Table.Column.figures(say("funded", "足额"), 6),
            Table.Column.figures(say("cut", "部分"), 4),
            Table.Column.figures(say("cap", "限额"), 4),
            Table.Column.figures(say("wait", "等候"), 4),
            Table.Column.figures(say("held", "暂列"), 4),
            Table.Column.figures(say("awarded", "补贴"), 12),
            Table.Column.figures(say("budget left", "预算余额"), 12),
            Table.Column.text("SHA-256", 8));
    screen.line(table.heading());
    BigDecimal awarded = BigDecimal.ZERO;
    for (SignedPlans.Signed plan : plans) {
      awarded = awarded.add(new BigDecimal(plan.view().path("awarded").asText()));
      screen.line(table.row(row(plan, awarded)));
    }
    screen.line(
        " "
            + say(
                    "Each signed by 3 bodies. Q2 twice: a corrected amount voided draft %s and its 2 signatures",
                    "每期均由三家签署。二季度两次：投保额更正使草案 %s 及两个签名作废")
                .formatted(voided.substring(0, 8)));
  }

  private static List<String> row(SignedPlans.Signed plan, BigDecimal awardedSoFar) {
    JsonNode view = plan.view();
    int cut = plan.outcome("REDUCED_BY_CAP") + plan.outcome("REDUCED_BY_BUDGET");
    BigDecimal left = new BigDecimal(view.path("budget").asText()).subtract(awardedSoFar);
    return List.of(
        plan.quarter(),
        Written.shanghai(view).substring(0, 16),
        view.path("claims").asText(),
        String.valueOf(plan.outcome("FUNDED")),
        String.valueOf(cut),
        String.valueOf(plan.outcome("CAP_EXHAUSTED")),
        String.valueOf(plan.outcome("WAITLISTED")),
        String.valueOf(plan.outcome("SET_ASIDE")),
        Written.money(view.path("awarded")),
        Written.money(left),
        plan.sha256().substring(0, 8));
  }

  /** Where the money of the third quarter ended. */
  void whereMoneyEnded(List<SignedPlans.Signed> plans) {
    SignedPlans.Signed plan = plans.get(PLACE_OF_Q3 - 1);
    Table table =
        new Table(
            Table.Column.text("", 4),
            Table.Column.text(say("WHERE Q3's MONEY ENDED", "三季度资金用到何处"), 10),
            Table.Column.text("", 24),
            Table.Column.figures(say("outstanding", "未付补贴"), 11),
            Table.Column.figures(say("cap left", "企业余额"), 10),
            Table.Column.figures(say("budget left", "预算余额"), 12),
            Table.Column.figures(say("award", "补贴"), 10));
    screen.line("");
    screen.line(
        screen.bold(
            Width.left(say("WHERE Q3's MONEY ENDED", "三季度资金用到何处"), 40) + table.figureHeadings()));
    for (String outcome : List.of("REDUCED_BY_CAP", "REDUCED_BY_BUDGET", "WAITLISTED")) {
      plan.lines().stream()
          .filter(line -> line.path("outcome").asText().equals(outcome))
          .findFirst()
          .ifPresent(line -> screen.line(table.row(end(line)) + " " + ending(outcome)));
    }
  }

  private List<String> end(JsonNode line) {
    City.Row policy = city.policy(line.path("number").asText());
    return List.of(
        "#" + line.path("order").asText(),
        line.path("enterprise").asText(),
        policy.get("product") + " " + policy.get("specification"),
        Written.money(line.path("outstanding")),
        Written.money(line.path("capLeft")),
        Written.money(line.path("budgetLeft")),
        Written.money(line.path("award")));
  }

  private String ending(String outcome) {
    return switch (outcome) {
      case "REDUCED_BY_CAP" -> say("cap end", "限额用尽");
      case "REDUCED_BY_BUDGET" -> say("budget end", "预算用尽");
      default -> say("waits", "等候");
    };
  }

  /** How long it took, from the user's call to here. */
  void took(String elapsed) {
    screen.line(say("From the call to here: %s (min:s)", "从启动到此处用时 %s（分:秒）").formatted(elapsed));
  }

  /** Whether the published files give the same plans again. */
  void recomputed(List<SignedPlans.Signed> plans) {
    StringBuilder line = new StringBuilder();
    for (SignedPlans.Signed plan : plans) {
      line.append("  ").append(plan.quarter().substring(4)).append(' ');
      line.append(plan.recomputed() ? say("equal", "一致") : screen.bad(say("DIFFERS", "不一致")));
    }
    screen.heading(
        say("RECOMPUTED by the stand-alone jar from published files:", "用独立程序按公布文件重算：") + line);
  }
}
