package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
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

  /** An amount with separators. */
  private static String money(JsonNode amount) {
    return money(new BigDecimal(amount.asText("0")));
  }

  private static String money(BigDecimal amount) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    return new DecimalFormat("#,##0.00", symbols).format(amount);
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
            "%d makers · %d districts · %d insurers · budget %s with its supplement%s"
                .formatted(city.enterprises().size(), districts, insurers, total(budget), cap),
            "企业 %d 家 · %d 个区市县 · 保险机构 %d 家 · 预算（含追加）%s%s"
                .formatted(city.enterprises().size(), districts, insurers, total(budget), cap)));
  }

  private static String total(JsonNode budget) {
    return money(budget.has("total") ? budget.path("total") : budget.path("amount"));
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
        : say(" · at most ", " · 每家至多 ") + money(new BigDecimal(value)) + say(" a maker", "");
  }

  /** One maker's year. */
  void oneMaker(String policyId, SignedPlans.Signed firstPlan) {
    JsonNode policy = api.get(Founding.signer("regulator", 1), "/policies/" + policyId);
    JsonNode stated = policy.path("policy");
    String code = stated.path("insured").path("creditCode").asText();
    String number = stated.path("certificateNumber").asText();
    JsonNode certificate = api.get("", "/certificates/" + number);
    JsonNode line = line(firstPlan, stated.path("number").asText());
    City.Row maker =
        city.enterprises().stream()
            .filter(each -> each.get("credit_code").equals(code))
            .findFirst()
            .orElseThrow();
    screen.heading(
        Width.left(
                say("ONE MAKER'S YEAR", "一家企业的一年")
                    + "  %s, %s, %s"
                        .formatted(
                            maker.get("name"),
                            maker.get("staff") + say(" people", " 人"),
                            maker.get("district")),
                91)
            + say("article", "条款"));
    certified(certificate);
    delivered(policy);
    insured(policy);
    paid(line, firstPlan);
  }

  private static JsonNode line(SignedPlans.Signed plan, String number) {
    return plan.lines().stream()
        .filter(each -> each.path("number").asText().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private void step(String day, String text, boolean done, String article) {
    String mark = done ? screen.good("✓") : " ";
    screen.line(" " + day + "  " + Width.left(text, 75) + " " + mark + "  " + article);
  }

  private void certified(JsonNode view) {
    JsonNode certificate = view.has("certificate") ? view.path("certificate") : view;
    step(
        certificate.path("published").asText(),
        say("certified to %s: %s %s", "公布认定，有效期至 %s：%s %s")
            .formatted(
                certificate.path("lastDay").asText(),
                certificate.path("product").asText(),
                certificate.path("specification").asText()),
        true,
        "十");
  }

  private void delivered(JsonNode policy) {
    JsonNode stated = policy.path("policy");
    JsonNode deadline = policy.path("deadline");
    step(
        stated.path("batch").path("lastDelivered").asText(),
        say("delivers %s to %s; must insure by %s:", "%s 交付%s；应在 %s 前投保：")
            .formatted(
                stated.path("batch").path("number").asText(),
                stated.path("user").path("name").asText(),
                deadline.path("lastDay").asText()),
        false,
        "十一");
    String why = say("en", "zh");
    screen.line("             " + Width.cut(deadline.path("window").path(why).asText(), 86));
  }

  private void insured(JsonNode policy) {
    JsonNode stated = policy.path("policy");
    JsonNode sums = stated.path("sums");
    String insurer =
        api.get("", "/insurers/" + stated.path("insurer").asText()).path("name").asText();
    BigDecimal amount = new BigDecimal(sums.path("insuredAmount").asText());
    BigDecimal premium = new BigDecimal(sums.path("premium").asText());
    String rate =
        premium
            .multiply(BigDecimal.valueOf(100))
            .divide(amount, 2, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    step(
        stated.path("contractSigned").asText().substring(0, 10),
        say("insures at %s: %s × %s%% = %s, pays %s", "向%s投保：%s × %s%% = %s，实缴 %s")
            .formatted(insurer, money(amount), rate, money(premium), money(policy.path("charged"))),
        true,
        "三 七");
  }

  private void paid(JsonNode line, SignedPlans.Signed plan) {
    step(
        plan.view().path("madeAt").asText().replaceAll("T.*", "").isEmpty()
            ? ""
            : shanghai(plan.view()).substring(0, 10),
        say(
                "%s quarterly job: place %s of %s; the city pays the other %s",
                "%s 季度分配：第 %s 位（共 %s 位），其余 %s 元由市财政支付")
            .formatted(
                shanghai(plan.view()).substring(11, 16),
                line.path("order").asText(),
                plan.view().path("claims").asText(),
                money(line.path("award"))),
        true,
        "十三");
  }

  /** When a plan was made, Shanghai time. */
  private static String shanghai(JsonNode plan) {
    return java.time.Instant.parse(plan.path("madeAt").asText())
        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
        .toLocalDateTime()
        .toString()
        .replace('T', ' ');
  }

  /** What was refused, and the smallest change that would have passed. */
  void refused(List<Refusals.Refusal> refusals, JsonNode open) {
    screen.heading(
        Width.left(
                say(
                        "REFUSED  %d, by %d rules; each says what would have passed",
                        "不予受理  %d 件，涉及 %d 条规则；每件都写明怎样才能通过")
                    .formatted(
                        refusals.size(),
                        refusals.stream().map(Refusals.Refusal::rule).distinct().count()),
                80)
            + "demo/refusals.txt");
    for (String rule :
        List.of("11.window", "3.rate-ceiling", "6.specification", "4.liability", "12.selected")) {
      refusals.stream()
          .filter(each -> each.rule().equals(rule))
          .findFirst()
          .ifPresent(each -> screen.line(refusal(each)));
    }
    screen.line(undetermined(open));
  }

  private String refusal(Refusals.Refusal refusal) {
    String language = say("en", "zh");
    String why =
        refusal.finding().path("sentence").path(language).asText()
            + say(". ", "；")
            + refusal.finding().path("change").path("sentence").path(language).asText();
    String article = refusal.finding().path("article").asText();
    return " "
        + screen.bad("✗")
        + " "
        + Width.left(refusal.policy().get("name"), 12)
        + " "
        + Width.left(why, 74)
        + "  "
        + article.replaceAll("[第条]", "");
  }

  private String undetermined(JsonNode open) {
    String text =
        say(
                "delivered %s: safe to %s, then undetermined (no notice)",
                "%s 交付：%s 前投保必在期限内，其后待定（次年放假通知未发布）")
            .formatted(open.path("starts").asText(), open.path("certainlyInTimeThrough").asText());
    return " ? " + Width.left("渤湾泵业", 12) + " " + Width.left(text, 74) + "  十一";
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
        shanghai(view).substring(0, 16),
        view.path("claims").asText(),
        String.valueOf(plan.outcome("FUNDED")),
        String.valueOf(cut),
        String.valueOf(plan.outcome("CAP_EXHAUSTED")),
        String.valueOf(plan.outcome("WAITLISTED")),
        String.valueOf(plan.outcome("SET_ASIDE")),
        money(view.path("awarded")),
        money(left),
        plan.sha256().substring(0, 8));
  }

  /** Where the money of the third quarter ended. */
  void whereMoneyEnded(List<SignedPlans.Signed> plans) {
    SignedPlans.Signed plan = plans.get(PLACE_OF_Q3 - 1);
    Table table =
        new Table(
            Table.Column.text("", 4),
            Table.Column.text(say("WHERE Q3's MONEY ENDED", "三季度资金用到何处"), 10),
            Table.Column.text("", 26),
            Table.Column.figures(say("outstanding", "未付补贴"), 12),
            Table.Column.figures(say("cap left", "企业余额"), 11),
            Table.Column.figures(say("budget left", "预算余额"), 13),
            Table.Column.figures(say("award", "补贴"), 11));
    screen.line("");
    screen.line(
        screen.bold(
            Width.left(say("WHERE Q3's MONEY ENDED", "三季度资金用到何处"), 42)
                + table.heading().substring(table.heading().length() - 51)));
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
        money(line.path("outstanding")),
        money(line.path("capLeft")),
        money(line.path("budgetLeft")),
        money(line.path("award")));
  }

  private String ending(String outcome) {
    return switch (outcome) {
      case "REDUCED_BY_CAP" -> say("cap end", "限额用尽");
      case "REDUCED_BY_BUDGET" -> say("budget end", "预算用尽");
      default -> say("waits", "等候");
    };
  }

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
