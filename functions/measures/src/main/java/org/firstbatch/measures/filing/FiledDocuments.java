package org.firstbatch.measures.filing;

import static org.firstbatch.measures.filing.FilingFact.CONFIRMED_VERSION;
import static org.firstbatch.measures.filing.FilingFact.CONTRACT_COPY;
import static org.firstbatch.measures.filing.FilingFact.DISPUTED;
import static org.firstbatch.measures.filing.FilingFact.MISSING;
import static org.firstbatch.measures.filing.FilingFact.POLICY_VERSION;
import static org.firstbatch.measures.filing.FilingFact.STAMPED_COPY;

import java.util.List;
import java.util.stream.Collectors;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.scheme.OptionalColumn;
import org.firstbatch.measures.scheme.Options.ApplicationForm;

/**
 * 第十三条: each claim comes with a copy of the contract and with the enterprise's application form,
 * confirmed online or stamped (question 16). A form that is still missing or a dispute leaves the
 * claim filed and undetermined.
 */
public final class FiledDocuments {
  private static final String ARTICLE = "第十三条";

  private final FilingFacts facts;
  private final Law law;

  FiledDocuments(FilingFacts facts, Law law) {
    this.facts = facts;
    this.law = law;
  }

  List<Finding> findings() {
    return List.of(contractCopy(), applicationForm(), requiredColumns());
  }

  /** A copy of the insurance contract is there and has been checked. */
  public Finding contractCopy() {
    Grounds grounds =
        Grounds.of("13.contract-copy", ARTICLE).fact(CONTRACT_COPY, yesNo(facts.contractCopy()));
    return facts.contractCopy()
        ? grounds.met(Text.of("附有合同副本", "A copy of the contract is attached"))
        : grounds.notMet(
            Text.of("缺合同副本", "The copy of the contract is missing"),
            Change.of(Text.of("上传合同副本（PDF）", "Upload a copy of the contract (PDF)")));
  }

  /**
   * The enterprise has confirmed the filed version or stamped the form, and does not dispute it.
   */
  public Finding applicationForm() {
    ApplicationFormFacts form = facts.form();
    if (form.disputed()) {
      return formGrounds()
          .undetermined(Text.of("企业提出异议，撤回前暂缓", "Held until the enterprise withdraws its dispute"));
    }
    if (form.isGiven()) {
      return formGrounds().met(Text.of("企业已确认或盖章", "The enterprise confirmed or stamped the form"));
    }
    return law.applicationForm().value() == ApplicationForm.NOT_REQUIRED
        ? formGrounds().met(Text.of("不要求申请表", "No application form is required"))
        : formGrounds()
            .undetermined(
                Text.of(
                    "待企业确认第 %d 版或提交盖章申请表".formatted(form.policyVersion()),
                    "Waiting for the enterprise to confirm version %d or for its stamped form"
                        .formatted(form.policyVersion())));
  }

  /** The row has every optional column that the yearly notice requires. */
  public Finding requiredColumns() {
    String missing =
        facts.missing().stream().map(OptionalColumn::label).collect(Collectors.joining("、"));
    Grounds grounds = Grounds.of("13.columns", ARTICLE).fact(MISSING, missing);
    return missing.isEmpty()
        ? grounds.met(Text.of("年度通知要求的栏目齐全", "Nothing that the yearly notice requires is missing"))
        : grounds.notMet(
            Text.of("缺少年度通知要求的栏目：" + missing, "The yearly notice requires: " + missing),
            Change.of(Text.of("补填" + missing, "Fill in " + missing)));
  }

  private Grounds formGrounds() {
    ApplicationFormFacts form = facts.form();
    Integer confirmed = form.confirmedVersion();
    return Grounds.of("13.application-form", ARTICLE)
        .fact(POLICY_VERSION, form.policyVersion())
        .fact(CONFIRMED_VERSION, confirmed == null ? "—" : confirmed)
        .fact(STAMPED_COPY, yesNo(form.stampedCopy()))
        .fact(DISPUTED, yesNo(form.disputed()))
        .parameter(law.applicationForm().parameter());
  }

  private static String yesNo(boolean fact) {
    return fact ? "是 yes" : "否 no";
  }
}
