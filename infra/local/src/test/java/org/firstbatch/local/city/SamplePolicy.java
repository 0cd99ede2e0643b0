package org.firstbatch.local.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Clause;
import org.firstbatch.measures.policy.Cover;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.PolicyFacts;
import org.firstbatch.measures.policy.PolicyRules;
import org.firstbatch.measures.policy.User;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.ProductClass;

/** A policy of the city as the law sees it. */
final class SamplePolicy {

  private static final LocalDate LONG_AGO = LocalDate.parse("2025-07-01");

  private SamplePolicy() {}

  /** All rules of a policy: those asked of what is on record, and those that miss it there. */
  static Set<String> rules(City city) {
    City.Row row = city.policies().getFirst();
    PolicyFacts unknown =
        new PolicyFacts(policy(row), new PolicyFacts.OnRecord(null, null, null, null));
    Set<String> rules = new TreeSet<>(rules(onRecord(row)));
    rules.addAll(rules(unknown));
    return rules;
  }

  private static List<String> rules(PolicyFacts facts) {
    Edition edition = Edition.findShipped("dalian").orElseThrow();
    return PolicyRules.decide(facts, edition, RestDays.shipped()).findings().stream()
        .map(Finding::rule)
        .toList();
  }

  private static PolicyFacts onRecord(City.Row row) {
    Certificate certificate =
        new Certificate(
            row.get("certificate"),
            new CreditCode(row.get("credit_code")),
            ProductClass.ofLabel(row.get("class")),
            row.get("product"),
            row.get("specification"),
            LONG_AGO,
            LONG_AGO.plusYears(1),
            null);
    Clause clause = new Clause(row.get("clause"), null, true, true, LONG_AGO, null);
    InsurerRecord insurer =
        new InsurerRecord(
            row.get("insurer"),
            row.get("insurer"),
            List.of(new InsurerRecord.Span(LONG_AGO, null)),
            List.of(),
            null);
    return new PolicyFacts(
        policy(row), new PolicyFacts.OnRecord(certificate, clause, insurer, null));
  }

  private static Policy policy(City.Row row) {
    Money premium = Money.parse(row.get("premium"));
    return new Policy(
        row.get("insurer"),
        row.get("number"),
        new Policy.Insured(new CreditCode(row.get("credit_code")), row.get("name")),
        new Policy.Product(row.get("product"), row.get("specification")),
        row.get("certificate"),
        new User.Domestic(new CreditCode(row.get("user_credit_code")), row.get("user")),
        new Policy.SupplyContract(
            row.get("contract"),
            row.day("contract_signed"),
            Money.parse(row.get("contract_amount"))),
        Policy.Batch.of(row.get("batch"), row.day("delivered")),
        Moment.parse(row.get("proposal_received")),
        Moment.parse(row.get("signed")),
        new Cover(Moment.parse(row.get("inception")), Moment.parse(row.get("end"))),
        row.get("clause"),
        new Policy.Sums(Money.parse(row.get("insured_amount")), premium, Money.ZERO, premium, null),
        ProductClass.ofLabel(row.get("class")));
  }
}
