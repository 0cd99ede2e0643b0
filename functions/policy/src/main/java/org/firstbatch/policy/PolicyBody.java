package org.firstbatch.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Cover;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.Policy.Batch;
import org.firstbatch.measures.policy.Policy.Insured;
import org.firstbatch.measures.policy.Policy.Product;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.policy.Policy.SupplyContract;
import org.firstbatch.measures.policy.User;
import org.firstbatch.measures.scheme.ProductClass;

/** Reads what an insurer states of a policy: every fact of the quarterly sheet. */
final class PolicyBody {

  /** An insurer that nobody named; the rules find that it is not on the list. */
  static final String NO_INSURER = "-";

  /** Stands for a moment that could not be read; it never leaves. */
  private static final Moment UNREAD = Moment.on(LocalDate.EPOCH);

  private static final int NAME = 200;
  private static final int NUMBER = 64;
  private static final int MOST_SERIALS = 200;

  private final CreditCodes codes;

  PolicyBody(CreditCodes codes) {
    this.codes = codes;
  }

  /**
   * The policy as stated, and whose it is said to be.
   *
   * @param insurer the insurer that the body names; empty when it names none
   */
  record Stated(Policy policy, Optional<String> insurer) {
    Policy of(String someInsurer) {
      return new Policy(
          someInsurer,
          policy.number(),
          policy.insured(),
          policy.product(),
          policy.certificateNumber(),
          policy.user(),
          policy.supplyContract(),
          policy.batch(),
          policy.proposalReceived(),
          policy.contractSigned(),
          policy.cover(),
          policy.clauseNumber(),
          policy.sums(),
          policy.productClass());
    }
  }

  /** Reads the body of a call, or says everything that is wrong with it. */
  Outcome<Stated> read(Call call) {
    return call.body().then(fields -> read(call.scheme(), fields));
  }

  private Outcome<Stated> read(String scheme, Fields fields) {
    Optional<String> insurer = fields.optional("insurer", name -> fields.identifier(name, NUMBER));
    Policy policy =
        new Policy(
            insurer.orElse(NO_INSURER),
            fields.identifier("number", NUMBER),
            insured(scheme, fields.object("insured")),
            product(fields.object("product")),
            fields.identifier("certificateNumber", NUMBER),
            user(scheme, fields.object("user")),
            supplyContract(fields.object("supplyContract")),
            batch(fields.object("batch")),
            moment(fields, "proposalReceived"),
            moment(fields, "contractSigned"),
            cover(fields.object("cover")),
            fields.identifier("clauseNumber", NUMBER),
            sums(fields.object("sums")),
            fields.choice("productClass", ProductClass.class));
    return fields.result(new Stated(policy, insurer));
  }

  private Insured insured(String scheme, Fields fields) {
    return new Insured(codes.read(scheme, fields, "creditCode"), fields.text("name", 1, NAME));
  }

  private static Product product(Fields fields) {
    return new Product(fields.text("name", 1, NAME), fields.text("specification", 1, NAME));
  }

  private User user(String scheme, Fields fields) {
    String name = fields.text("name", 1, NAME);
    return fields.has("country") || fields.has("registrationNumber")
        ? new User.Foreign(
            fields.text("country", 1, 80), fields.identifier("registrationNumber", NUMBER), name)
        : new User.Domestic(codes.read(scheme, fields, "creditCode"), name);
  }

  private static SupplyContract supplyContract(Fields fields) {
    return new SupplyContract(
        fields.text("number", 1, NUMBER), Days.read(fields, "signed"), fields.money("amount"));
  }

  private static Batch batch(Fields fields) {
    LocalDate delivered = Days.read(fields, "lastDelivered");
    Integer quantity =
        fields
            .optional("quantity", name -> (int) fields.number(name, 1, 1_000_000_000))
            .orElse(null);
    List<String> serials =
        fields
            .optional("serials", name -> fields.texts(name, 0, MOST_SERIALS, NUMBER))
            .orElseGet(List::of);
    return new Batch(fields.text("number", 1, NUMBER), delivered, quantity, serials);
  }

  private static Cover cover(Fields fields) {
    Cover cover = new Cover(moment(fields, "inception"), moment(fields, "end"));
    boolean bothRead = !cover.inception().equals(UNREAD) && !cover.end().equals(UNREAD);
    if (bothRead && cover.end().day().isBefore(cover.inception().day())) {
      fields.mistake(
          "end",
          "保险止期不得早于保险起期 " + cover.inception().day(),
          "must not be before the inception, " + cover.inception().day());
    }
    return cover;
  }

  private static Sums sums(Fields fields) {
    return new Sums(
        fields.money("insuredAmount"),
        fields.money("premium"),
        fields.optional("otherSubsidy", fields::money).orElse(Money.ZERO),
        fields.optional("paidByEnterprise", fields::money).orElse(null),
        fields.optional("invoiceNumber", name -> fields.identifier(name, NUMBER)).orElse(null));
  }

  private static Moment moment(Fields fields, String name) {
    String text = fields.identifier(name, 40);
    try {
      Moment moment = text.isEmpty() ? UNREAD : Moment.parse(text);
      Days.check(fields, name, moment.day());
      return moment;
    } catch (IllegalArgumentException _) {
      fields.mistake(
          name,
          "没有这个时间：“" + text + "”，应如 2026-02-24 或 2026-02-24T10:30",
          "no such moment: \"" + text + "\"; write it like 2026-02-24 or 2026-02-24T10:30");
      return UNREAD;
    }
  }
}
