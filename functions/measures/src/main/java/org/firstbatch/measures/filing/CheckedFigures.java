package org.firstbatch.measures.filing;

import static org.firstbatch.measures.filing.FilingFact.STATED_RATE;
import static org.firstbatch.measures.filing.FilingFact.STATED_SUBSIDY;
import static org.firstbatch.measures.policy.PolicyFact.INSURED_AMOUNT;
import static org.firstbatch.measures.policy.PolicyFact.PREMIUM;
import static org.firstbatch.measures.policy.PolicyFact.SUBSIDY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.Rate;
import org.firstbatch.measures.policy.Policy.Sums;

/**
 * 第十三条: what the sheet states of rate and subsidy is what the figures give; it is checked and not
 * believed.
 */
public final class CheckedFigures {
  private static final String ARTICLE = "第十三条";

  private final FilingFacts facts;
  private final Money subsidy;

  /**
   * @param subsidy what the policy's figures give
   */
  CheckedFigures(FilingFacts facts, Money subsidy) {
    this.facts = facts;
    this.subsidy = subsidy;
  }

  List<Finding> findings() {
    return List.of(rate(), claimedSubsidy());
  }

  /** The stated rate is premium ÷ insured amount, rounded half up to the decimals it was given. */
  public Finding rate() {
    Sums sums = facts.policy().sums();
    Grounds grounds =
        Grounds.of("13.rate", ARTICLE)
            .fact(INSURED_AMOUNT, sums.insuredAmount())
            .fact(PREMIUM, sums.premium());
    BigDecimal stated = facts.stated().ratePercent();
    if (stated == null || sums.insuredAmount().isZero()) {
      return grounds.met(Text.of("未填费率，无需核对", "No rate is stated; nothing to check"));
    }
    String right =
        Rate.ofParts(sums.premium(), sums.insuredAmount())
            .percent(Math.max(0, stated.scale()), RoundingMode.HALF_UP);
    return compare(
        grounds,
        STATED_RATE,
        stated.toPlainString(),
        right,
        stated.compareTo(new BigDecimal(right)) == 0);
  }

  /** The stated subsidy is the one that 第七条 gives. */
  public Finding claimedSubsidy() {
    Grounds grounds = Grounds.of("13.subsidy", ARTICLE).fact(SUBSIDY, subsidy);
    Money stated = facts.stated().subsidy();
    return stated == null
        ? grounds.met(Text.of("未填申请补贴，无需核对", "No subsidy is stated; nothing to check"))
        : compare(
            grounds, STATED_SUBSIDY, stated.toString(), subsidy.toString(), stated.equals(subsidy));
  }

  private static Finding compare(
      Grounds grounds, FilingFact name, String stated, String right, boolean same) {
    grounds.fact(name, stated);
    String zh = name.label().zh();
    String en = name.label().en();
    return same
        ? grounds.met(Text.of(zh + "与计算一致", en + " agrees with the figures"))
        : grounds.notMet(
            Text.of(
                "%s填为 %s，按数据应为 %s".formatted(zh, stated, right),
                "%s: %s; the figures give %s".formatted(en, stated, right)),
            Change.of(Text.of("改为 " + right, right + " would pass"), Step.of(name, stated, right)));
  }
}
