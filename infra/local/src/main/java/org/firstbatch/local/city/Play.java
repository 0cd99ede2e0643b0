package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.local.screen.Progress;

/** The year 2026 of the sample city, act by act. */
final class Play {

  private static final String PLANS = "/years/" + Founding.YEAR + "/plans/";

  private final City city;
  private final Api api;
  private final Progress progress;
  private final Applying applying;
  private final Register register;
  private final Refusals refusals;
  private String voidedDraft = "";
  private String heldClaim = "";

  /**
   * @param progress is told what is being played
   */
  Play(City city, Api api, Progress progress) {
    this.city = city;
    this.api = api;
    this.progress = progress;
    this.applying = new Applying(city, api);
    this.register = new Register(city, api, applying::number);
    this.refusals = new Refusals(api, register);
  }

  Applying applying() {
    return applying;
  }

  Register register() {
    return register;
  }

  Refusals refusals() {
    return refusals;
  }

  /** The hash of the draft that a correction voided. */
  String voidedDraft() {
    return voidedDraft;
  }

  String heldClaim() {
    return heldClaim;
  }

  void play() {
    found();
    first();
    second();
    third();
    fourth();
  }

  private void found() {
    progress.step(
        "2025",
        "the bodies, insurers, notice and budget; makers are invited",
        "设立各部门、保险机构，发布年度通知和预算，企业加入");
    new Founding(city, api).play();
    progress.step(
        "2025",
        "applications with evidence, districts confirm, evaluators assess; the first list",
        "企业申报并提交证明材料，区县确认，机构评定；公布第一批名单");
    applying.upTo("2025-12-31");
  }

  private void policies(String quarter) {
    progress.step(quarter, "policies, each with a copy of its contract", "投保登记，逐份上传合同副本");
  }

  private void plan(String quarter) {
    progress.step(
        quarter,
        "insurers file, three bodies accept, the quarterly job makes the plan, they sign",
        "保险机构申报，三家审核，季度分配生成计划，三家签署");
  }

  /** A list of before, on paper: what has a file. */
  private void importList(String day) {
    api.clockTo(day + "T10:00:00+08:00");
    City.rows("lists.csv").stream()
        .filter(list -> list.get("published").equals(day))
        .forEach(
            list ->
                api.post(
                    Founding.signer("commission", 1),
                    "/certificate-imports",
                    Map.of(
                        "documentNumber", list.get("document_number"),
                        "published", day,
                        "csv", City.text(list.get("file"))),
                    201));
  }

  private void first() {
    policies("2026Q1");
    monthEnd("2026-01-31", "2026-02-28");
    monthEnd("2026-03-31");
    refusals.upTo("2026-03-31T17:00:00+08:00");
    register.awaitCopies(city.policiesOf(2026, 1));
    List<City.Row> late = late();
    plan("2026Q1");
    api.clockTo("2026-04-09T10:00:00+08:00");
    List<String> filings = file("2026Q1", without(city.policiesOf(2026, 1), late));
    api.clockTo("2026-04-14T10:00:00+08:00");
    accept(filings);
    hold();
    api.clockTo("2026-04-16T10:00:00+08:00");
    tooLate(late);
    api.clockTo("2026-04-21T09:00:00+08:00");
    signByAll(1, 1);
  }

  private void second() {
    policies("2026Q2");
    monthEnd("2026-04-30");
    api.clockTo("2026-05-12T10:00:00+08:00");
    api.review(Founding.signer("finance", 1), "/claims/" + heldClaim, "release", Map.of());
    correctCertificate();
    monthEnd("2026-05-31");
    importList("2026-06-25");
    monthEnd("2026-06-30");
    refusals.upTo("2026-06-30T17:00:00+08:00");
    register.awaitCopies(city.policiesOf(2026, 2));
    plan("2026Q2");
    api.clockTo("2026-07-09T10:00:00+08:00");
    List<City.Row> policies = new ArrayList<>(city.policiesOf(2026, 2));
    policies.addAll(late().subList(0, 1));
    accept(file("2026Q2", policies));
    api.clockTo("2026-07-21T09:00:00+08:00");
    voidByCorrection();
    signByAll(2, 1);
  }

  private void third() {
    policies("2026Q3");
    monthEnd("2026-07-31", "2026-08-31");
    revokeCertificate();
    monthEnd("2026-09-30");
    register.awaitCopies(city.policiesOf(2026, 3));
    plan("2026Q3");
    api.clockTo("2026-10-10T10:00:00+08:00");
    List<City.Row> policies = new ArrayList<>(city.policiesOf(2026, 3));
    City.Row late = late().get(1);
    String path = "/policies/" + register.id(late.get("number")) + "/late-ground";
    api.post(
        Founding.signer("regulator", 1), path, Map.of("ground", city.story("late_ground")), 200);
    policies.add(late);
    accept(file("2026Q3", policies));
    api.clockTo("2026-10-21T09:00:00+08:00");
    signByAll(3, 1);
  }

  private void fourth() {
    policies("2026Q4");
    monthEnd("2026-10-31");
    api.clockTo("2026-11-10T10:00:00+08:00");
    Founding.changeByTwo(
        api,
        Founding.signer("finance", 1),
        Founding.signer("finance", 2),
        "/budgets/" + Founding.YEAR + "/supplements",
        Map.of("amount", city.story("supplement"), "ground", city.story("supplement_ground")));
    monthEnd("2026-11-30");
    suspendInsurer();
    monthEnd("2026-12-31");
    refusals.upTo("2026-12-31T17:00:00+08:00");
    register.awaitCopies(city.policiesOf(2026, 4));
    api.clockTo("2027-01-05T10:00:00+08:00");
    City.rows("pending.csv").forEach(register::registerOnly);
    plan("2026Q4");
    api.clockTo("2027-01-08T10:00:00+08:00");
    accept(file("2026Q4", city.policiesOf(2026, 4)));
    api.clockTo("2027-01-21T09:00:00+08:00");
    signByAll(4, 1);
    barInsurer();
    refusals.upTo("2027-01-25T17:00:00+08:00");
  }

  private void correctCertificate() {
    changeCertificate(
        "corrected_certificate",
        "correction",
        Map.of(
            "fields", Map.of("product", city.story("corrected_product")),
            "ground", city.story("corrected_ground")));
  }

  private void revokeCertificate() {
    api.clockTo("2026-09-10T10:00:00+08:00");
    changeCertificate(
        "revoked_certificate",
        "revocation",
        Map.of("falseMaterial", false, "ground", city.story("revoked_ground")));
  }

  /** One signer of the Commission proposes it, another approves it. */
  private void changeCertificate(String which, String act, Map<String, ?> body) {
    String certificate = "/certificates/" + applying.number(city.story(which));
    api.review(Founding.signer("commission", 1), certificate, act, body, 202);
    api.review(Founding.signer("commission", 2), certificate + "/proposal", "approval", Map.of());
  }

  private void suspendInsurer() {
    api.clockTo("2026-12-18T10:00:00+08:00");
    changeInsurer(
        "suspended_insurer",
        "/suspension",
        Map.of("from", city.story("suspended_from"), "ground", city.story("suspended_ground")));
  }

  private void barInsurer() {
    changeInsurer(
        "barred_insurer",
        "/bar",
        Map.of(
            "from", city.story("barred_from"),
            "documentNumber", city.story("barred_document"),
            "ground", city.story("barred_ground")));
  }

  /** One signer of the regulator proposes it, another approves it. */
  private void changeInsurer(String which, String act, Map<String, ?> body) {
    Founding.changeByTwo(
        api,
        Founding.signer("regulator", 1),
        Founding.signer("regulator", 2),
        "/insurers/" + city.story(which) + act,
        body);
  }

  private void monthEnd(String... days) {
    for (String day : days) {
      applying.upTo(day);
      api.clockTo(day + "T17:00:00+08:00");
      register.month(day.substring(0, 7));
    }
  }

  /** Policies of the first quarter that one insurer forgets. */
  private List<City.Row> late() {
    return city.policiesOf(2026, 1).stream()
        .filter(policy -> policy.get("insurer").equals(city.story("late_insurer")))
        .filter(policy -> policy.signedIn("2026-03"))
        .limit(Integer.parseInt(city.story("late")))
        .toList();
  }

  private static List<City.Row> without(List<City.Row> all, List<City.Row> some) {
    return all.stream().filter(policy -> !some.contains(policy)).toList();
  }

  /** Every insurer files its policies; answers the filings once their claims are visible. */
  private List<String> file(String quarter, List<City.Row> policies) {
    List<String> filings = new ArrayList<>();
    for (City.Row insurer : city.insurers()) {
      List<String> own = ids(insurer.get("insurer"), policies);
      if (!own.isEmpty()) {
        String person = insurer.get("person");
        Map<String, Object> body = Map.of("quarter", quarter, "policies", own);
        JsonNode answer = api.post(person, "/filings", body, 202).json();
        filings.add(answer.path("filing").asText());
      }
    }
    filings.forEach(filing -> awaitFiled(filing));
    return filings;
  }

  private List<String> ids(String insurer, List<City.Row> policies) {
    return policies.stream()
        .filter(policy -> policy.get("insurer").equals(insurer))
        .map(policy -> register.id(policy.get("number")))
        .toList();
  }

  private void awaitFiled(String filing) {
    JsonNode filed =
        api.await(
            Founding.signer("regulator", 1),
            "/filings/" + filing,
            json -> json.path("state").asText().equals("FILED"));
    if (filed.path("claims").asInt() != filed.path("policies").asInt()) {
      throw new Api.Unexpected("Not every policy of a filing became a claim: " + filed);
    }
  }

  private void tooLate(List<City.Row> late) {
    String insurer = city.story("late_insurer");
    Map<String, Object> body = Map.of("quarter", "2026Q1", "policies", ids(insurer, late));
    api.post(City.signer(insurer), "/filings", body, 422);
  }

  private void accept(List<String> filings) {
    for (String body : Founding.bodiesInOrder()) {
      for (String filing : filings) {
        api.review(Founding.signer(body, 1), "/filings/" + filing, "acceptance", Map.of());
      }
    }
  }

  private void hold() {
    City.Row policy =
        city.policiesOf(2026, 1).stream()
            .filter(each -> each.get("name").equals(city.story("held")))
            .findFirst()
            .orElseThrow();
    heldClaim = register.id(policy.get("number"));
    api.review(
        Founding.signer("finance", 1),
        "/claims/" + heldClaim,
        "hold",
        Map.of("ground", city.story("hold_ground")));
  }

  /** Two bodies have signed the draft when an insurer corrects an amount: another draft is made. */
  private void voidByCorrection() {
    voidedDraft = scheduledDraft("2026Q2");
    sign(2, "commission", 1, voidedDraft);
    sign(2, "finance", 1, voidedDraft);
    correct();
    String asked = Founding.signer("regulator", 2);
    String runs = "/years/" + Founding.YEAR + "/runs";
    JsonNode run = api.post(asked, runs, Map.of(), 202).json();
    api.await(
        asked,
        runs + "/" + run.path("run").asText(),
        json -> json.path("state").asText().equals("DRAFT"));
  }

  private String scheduledDraft(String quarter) {
    JsonNode runs = api.get(Founding.signer("regulator", 1), "/years/" + Founding.YEAR + "/runs");
    return Founding.items(runs).stream()
        .filter(run -> run.path("run").asText().startsWith("scheduled-" + quarter))
        .map(run -> run.path("sha256").asText())
        .findFirst()
        .orElseThrow();
  }

  private void correct() {
    City.Row policy =
        city.policiesOf(2026, 2).stream()
            .filter(each -> each.get("name").equals(city.story("corrected")))
            .findFirst()
            .orElseThrow();
    Map<String, String> cells = new HashMap<>(policy.cells());
    cells.put("insured_amount", city.story("corrected_amount"));
    cells.put("premium", city.story("corrected_premium"));
    String number = policy.get("number");
    String id = register.id(number);
    String path = "/policies/" + id;
    register.correct(id, new City.Row(cells));
    String maker = city.personOf(policy.get("credit_code"));
    api.post(maker, path + "/confirmation", Map.of("revision", 2), 200);
    for (String body : Founding.bodiesInOrder()) {
      api.review(Founding.signer(body, 1), "/claims/" + id, "acceptance", Map.of());
    }
  }

  private void signByAll(int place, int number) {
    JsonNode draft = api.get(Founding.signer("finance", number), PLANS + place);
    for (String body : Founding.bodiesInOrder()) {
      sign(place, body, number, draft.path("sha256").asText());
    }
  }

  private void sign(int place, String body, int number, String sha256) {
    api.post(
        Founding.signer(body, number),
        PLANS + place + "/signatures",
        Map.of("sha256", sha256),
        200);
  }
}
