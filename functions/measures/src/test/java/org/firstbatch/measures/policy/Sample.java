package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.InsurerRecord.Span;
import org.firstbatch.measures.policy.InsurerRecord.Suspension;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.policy.PolicyFacts.OnRecord;
import org.firstbatch.measures.policy.PolicyFacts.PolicyRef;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.ProductClass;
import org.jspecify.annotations.Nullable;

/** A policy that every rule allows, to be changed where a test wants it to fail. */
public final class Sample {
  public static final CreditCode ENTERPRISE = code("91210200MA0000001");
  public static final CreditCode OTHER_ENTERPRISE = code("91210200MA0000002");
  public static final CreditCode USER = code("91110000710000001");
  public static final RestDays CALENDAR = RestDays.shipped();

  public CreditCode enterprise = ENTERPRISE;
  public String number = "PDAA202621020000000001";
  public String insurer = "picc-dl";
  public String product = "五轴联动加工中心";
  public String specification = "VMC-850L";
  public String certificateNumber = "DL-2026-0001";
  public User user = new User.Domestic(USER, "某重工有限公司");
  public String supplyContract = "HT-2026-17";
  public LocalDate supplySigned = day("2026-02-10");
  public String batch = "B202603";
  public LocalDate delivered = day("2026-04-01");
  public Moment proposal = Moment.parse("2026-04-20T10:15:00");
  public Moment signed = Moment.parse("2026-04-21");
  public Moment inception = Moment.parse("2026-05-01");
  public Moment end = Moment.parse("2027-04-30");
  public String clauseNumber = "C-2025-3";
  public Money insured = money("3000000.00");
  public Money premium = money("90000.00");
  public Money otherSubsidy = Money.ZERO;
  public @Nullable Money paidByEnterprise;
  public ProductClass productClass = ProductClass.ORDINARY;

  public @Nullable Certificate certificate;
  public @Nullable Clause clause =
      new Clause("C-2025-3", null, true, true, day("2015-01-01"), null);
  public @Nullable InsurerRecord insurerRecord =
      new InsurerRecord(
          "picc-dl", "某财产保险", List.of(new Span(day("2015-01-01"), null)), List.of(), null);
  public @Nullable PolicyRef heldBy;

  private Sample() {
    certify("2026-01-05", "2027-01-05");
  }

  /** The sample with some facts changed. */
  public static Sample with(Consumer<Sample> change) {
    Sample sample = new Sample();
    change.accept(sample);
    return sample;
  }

  public static Sample good() {
    return new Sample();
  }

  /** Gives the sample a certificate of its product for other days. */
  public void certify(String from, String to) {
    certificate =
        new Certificate(
            certificateNumber,
            ENTERPRISE,
            ProductClass.ORDINARY,
            "五轴联动加工中心",
            "VMC-850L",
            day(from),
            day(to),
            null);
  }

  public void suspend(String from, @Nullable String to) {
    insurerRecord =
        new InsurerRecord(
            "picc-dl",
            "某财产保险",
            List.of(new Span(day("2015-01-01"), null)),
            List.of(
                new Suspension(
                    new Span(day(from), to == null ? null : day(to)), Text.of("检查", "inspection"))),
            null);
  }

  public void term(String from, String to) {
    inception = Moment.parse(from);
    end = Moment.parse(to);
  }

  public Policy policy() {
    return new Policy(
        insurer,
        number,
        new Policy.Insured(enterprise, "某机床有限公司"),
        new Policy.Product(product, specification),
        certificateNumber,
        user,
        new Policy.SupplyContract(supplyContract, supplySigned, money("5000000.00")),
        Policy.Batch.of(batch, delivered),
        proposal,
        signed,
        new Cover(inception, end),
        clauseNumber,
        new Sums(insured, premium, otherSubsidy, paidByEnterprise, null),
        productClass);
  }

  public PolicyFacts facts() {
    return new PolicyFacts(policy(), new OnRecord(certificate, clause, insurerRecord, heldBy));
  }

  public Decision decide(Edition edition) {
    return PolicyRules.decide(facts(), edition, CALENDAR);
  }

  public Finding find(String rule) {
    return find(rule, Editions.dalian());
  }

  public Finding find(String rule, Edition edition) {
    return decide(edition).getFinding(rule);
  }

  /** Does what a finding's smallest change says. */
  public Sample apply(Change change) {
    change.steps().forEach(this::apply);
    return this;
  }

  private void apply(Change.Step step) {
    String to = step.to();
    switch (step.name()) {
      case "number" -> number = to;
      case "insured.creditCode" -> enterprise = new CreditCode(to);
      case "product.name" -> product = to;
      case "product.specification" -> specification = to;
      case "supplyContract.number" -> supplyContract = to;
      case "batch.number" -> batch = to;
      case "proposalReceived" -> proposal = Moment.parse(to);
      case "contractSigned" -> signed = Moment.parse(to);
      case "cover.end" -> end = Moment.parse(to);
      case "sums.insuredAmount" -> insured = money(to);
      case "sums.premium" -> premium = money(to);
      case "sums.otherSubsidy" -> otherSubsidy = money(to);
      case "sums.paidByEnterprise" -> paidByEnterprise = money(to);
      case "productClass" -> productClass = ProductClass.ofLabel(to);
      default -> throw new IllegalArgumentException("no fact to change: " + step.name());
    }
  }

  public static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  public static Money money(String yuan) {
    return Money.parse(yuan);
  }

  private static CreditCode code(String body) {
    return new CreditCode(body + CreditCode.checkCharacter(body));
  }
}
