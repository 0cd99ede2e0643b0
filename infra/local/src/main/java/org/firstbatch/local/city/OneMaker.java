package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.firstbatch.local.screen.Screen;
import org.firstbatch.local.screen.Width;

/** One maker's year, from the application to the city's payment; read back through the API. */
final class OneMaker {

  private final City city;
  private final Api api;
  private final Screen screen;

  OneMaker(City city, Api api, Screen screen) {
    this.city = city;
    this.api = api;
    this.screen = screen;
  }

  private String say(String english, String chinese) {
    return screen.say(english, chinese);
  }

  /** Prints the lines of the year. */
  void print(String applicationId, String policyId, SignedPlans.Signed firstPlan) {
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
    applied(api.get(city.personOf(code), "/applications/" + applicationId));
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

  /** The application that led to the certificate, as its maker reads it. */
  private void applied(JsonNode application) {
    step(
        Written.at(application.path("filed").path("submittedAt")).substring(0, 10),
        say("applies, evidence for each of %d conditions checked", "提交申报，%d 项条件的证明材料均已核验")
            .formatted(Evidence.CONDITIONS.size()),
        true,
        "八");
    step(
        Written.at(application.path("confirmation").path("at")).substring(0, 10),
        say("the district confirms; %s the evaluator recommends it", "区主管部门核实确认；%s 第三方机构评定推荐")
            .formatted(Written.at(application.path("assessment").path("at")).substring(5, 10)),
        true,
        "九 十");
  }

  private void certified(JsonNode certificate) {
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
            .divide(amount, 2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    step(
        stated.path("contractSigned").asText().substring(0, 10),
        say("insures at %s: %s × %s%% = %s, pays %s", "向%s投保：%s × %s%% = %s，实缴 %s")
            .formatted(
                insurer,
                Written.money(amount),
                rate,
                Written.money(premium),
                Written.money(policy.path("charged"))),
        true,
        "三 七");
  }

  private void paid(JsonNode line, SignedPlans.Signed plan) {
    step(
        Written.shanghai(plan.view()).substring(0, 10),
        say(
                "%s quarterly job: place %s of %s; the city pays the other %s",
                "%s 季度分配：第 %s 位（共 %s 位），其余 %s 元由市财政支付")
            .formatted(
                Written.shanghai(plan.view()).substring(11, 16),
                line.path("order").asText(),
                plan.view().path("claims").asText(),
                Written.money(line.path("award"))),
        true,
        "十三");
  }
}
