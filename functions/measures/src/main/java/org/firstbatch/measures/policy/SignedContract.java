package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.END;
import static org.firstbatch.measures.policy.PolicyFact.INCEPTION;
import static org.firstbatch.measures.policy.PolicyFact.INSURED_AMOUNT;
import static org.firstbatch.measures.policy.PolicyFact.NUMBER;
import static org.firstbatch.measures.policy.PolicyFact.PREMIUM;

import java.util.List;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.FactName;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;

/**
 * 第五条: insurer and enterprise have signed an insurance contract: it has a number, sums above zero
 * and a term of at least a day.
 */
public final class SignedContract {
  private static final String ARTICLE = "第五条";
  private static final Money ONE_FEN = Money.ofFen(1);

  private final Policy policy;

  SignedContract(Policy policy) {
    this.policy = policy;
  }

  List<Finding> findings() {
    return List.of(numbered(), insuredAmount(), premium(), term());
  }

  /** The policy has a number. */
  public Finding numbered() {
    Grounds grounds = Grounds.of("5.number", ARTICLE).fact(NUMBER, policy.number());
    return policy.number().isBlank()
        ? grounds.notMet(
            Text.of("未填写保单号", "The policy number is missing"),
            Change.of(Text.of("填写保单号", "Give the policy number")))
        : grounds.met(Text.of("保险合同有编号", "The contract has a number"));
  }

  /** Something is insured. */
  public Finding insuredAmount() {
    return aboveZero("5.insured-amount", INSURED_AMOUNT, policy.sums().insuredAmount());
  }

  /** A premium is due. */
  public Finding premium() {
    return aboveZero("5.premium", PREMIUM, policy.sums().premium());
  }

  /** The term has at least one covered day. */
  public Finding term() {
    Cover cover = policy.cover();
    Grounds grounds =
        Grounds.of("5.term", ARTICLE).fact(INCEPTION, cover.inception()).fact(END, cover.end());
    if (cover.days() > 0) {
      return grounds.met(
          Text.of(
              "保险期间 %s 至 %s，共 %d 天".formatted(cover.firstDay(), cover.lastDay(), cover.days()),
              "Covered from %s to %s, %d days"
                  .formatted(cover.firstDay(), cover.lastDay(), cover.days())));
    }
    Moment end = new Moment(cover.firstDay(), Moment.END_OF_DAY);
    return grounds.notMet(
        Text.of("保险止期不晚于起期", "The term ends before it begins"),
        Change.of(
            Text.of("保险止期至少为 " + end, "An end of %s or later would pass".formatted(end)),
            Step.of(END, cover.end(), end)));
  }

  private static Finding aboveZero(String rule, FactName name, Money amount) {
    Grounds grounds = Grounds.of(rule, ARTICLE).fact(name, amount);
    String zh = name.label().zh();
    String en = name.label().en();
    return amount.isZero()
        ? grounds.notMet(
            Text.of(zh + "为零", en + " is zero"),
            Change.of(
                Text.of(zh + "应大于零", en + " must be above zero"), Step.of(name, amount, ONE_FEN)))
        : grounds.met(Text.of(zh + "大于零", en + " is above zero"));
  }
}
