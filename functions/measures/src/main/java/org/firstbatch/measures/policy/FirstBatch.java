package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.BATCH;
import static org.firstbatch.measures.policy.PolicyFact.CREDIT_CODE;
import static org.firstbatch.measures.policy.PolicyFact.FIRST_BATCH_HELD_BY;
import static org.firstbatch.measures.policy.PolicyFact.SPECIFICATION;
import static org.firstbatch.measures.policy.PolicyFact.SUPPLY_CONTRACT;
import static org.firstbatch.measures.policy.PolicyFact.USER;

import java.util.List;
import java.util.regex.Pattern;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.FactName;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.PolicyFacts.PolicyRef;

/**
 * 第二条: a first batch is a user's first use of one specification, from one supply contract and one
 * production batch; it is subsidised in one policy only.
 */
public final class FirstBatch {
  private static final String ARTICLE = "第二条";
  private static final Pattern SEVERAL = Pattern.compile("[、，,；;\\n]");

  private final PolicyFacts facts;
  private final Law law;

  FirstBatch(PolicyFacts facts, Law law) {
    this.facts = facts;
    this.law = law;
  }

  List<Finding> findings() {
    return List.of(oneContract(), oneProductionBatch(), firstUse());
  }

  /** The policy covers goods of one supply contract. */
  public Finding oneContract() {
    return exactlyOne(
        "2.contract-batch", SUPPLY_CONTRACT, facts.policy().supplyContract().number());
  }

  /** The policy covers goods of one production batch. */
  public Finding oneProductionBatch() {
    return exactlyOne("2.production-batch", BATCH, facts.policy().batch().number());
  }

  /** No other subsidised policy covers this enterprise's specification at this user. */
  public Finding firstUse() {
    Policy policy = facts.policy();
    Grounds grounds =
        Grounds.of("2.first-use", ARTICLE)
            .fact(CREDIT_CODE, policy.insured().creditCode())
            .fact(SPECIFICATION, policy.product().specification())
            .fact(USER, policy.user())
            .parameter(law.firstUseBy().parameter());
    PolicyRef holder = facts.onRecord().firstBatchHeldBy();
    return holder == null
        ? grounds.met(
            Text.of("该用户首次使用该规格产品的首张补贴保单", "The first subsidised policy on this first use"))
        : taken(grounds.fact(FIRST_BATCH_HELD_BY, holder), holder);
  }

  private static Finding taken(Grounds grounds, PolicyRef holder) {
    Text policy = holder.inWords();
    return grounds.notMet(
        Text.of(
            "同一企业、规格和用户的首批次已由" + policy.zh() + "享受",
            "The first batch of this enterprise, specification and user is covered already, by "
                + policy.en()),
        Change.of(
            Text.of(
                "仅在" + policy.zh() + "撤回后方可登记",
                "It would pass only if " + policy.en() + " were withdrawn")));
  }

  private static Finding exactlyOne(String rule, FactName name, String value) {
    Grounds grounds = Grounds.of(rule, ARTICLE).fact(name, value);
    String label = name.label().zh();
    if (!value.isBlank() && !SEVERAL.matcher(value).find()) {
      return grounds.met(Text.of("只涉及一个" + label, "One and the same: " + name.label().en()));
    }
    String first = SEVERAL.split(value, 2)[0].strip();
    return grounds.notMet(
        Text.of(
            value.isBlank() ? "未填写" + label : "涉及多个" + label,
            value.isBlank()
                ? name.label().en() + " is missing"
                : name.label().en() + " names more than one"),
        Change.of(
            Text.of("只填一个" + label, "Name exactly one: " + name.label().en()),
            Step.of(name, value, first)));
  }
}
