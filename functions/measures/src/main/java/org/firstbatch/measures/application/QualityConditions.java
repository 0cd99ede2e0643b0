package org.firstbatch.measures.application;

import static org.firstbatch.measures.application.ApplicationFact.ENVIRONMENT_STANDARD;
import static org.firstbatch.measures.application.ApplicationFact.PATENT;
import static org.firstbatch.measures.application.ApplicationFact.QUALITY_PROOF;
import static org.firstbatch.measures.application.ApplicationFact.SPECIAL_APPROVAL;
import static org.firstbatch.measures.application.ApplicationFact.SPECIAL_INDUSTRY;
import static org.firstbatch.measures.application.ApplicationFact.STANDARD_NUMBERS;
import static org.firstbatch.measures.application.ApplicationFact.TEST_REPORT;
import static org.firstbatch.measures.application.CaseFact.FURTHER_CONDITIONS;

import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.ApplicationTerms;
import org.firstbatch.measures.scheme.Condition;

/**
 * 第八条（二）至（六）: what the form states of industrial policy, standards and quality, patent or test
 * report, environment, and the notice's further conditions. Whether it is true is for district and
 * evaluator to find on the evidence.
 */
public final class QualityConditions {
  private final ApplicationFacts facts;
  private final Statements statements;

  QualityConditions(ApplicationFacts facts) {
    this.facts = facts;
    this.statements = new Statements(facts);
  }

  List<Finding> findings(ApplicationTerms terms) {
    return List.of(
        industrialPolicy(),
        standards(),
        specialIndustry(),
        qualityProof(),
        patentOrReport(),
        environment(),
        further(terms));
  }

  /** （二）: the form names the entry of the industrial policy. */
  public Finding industrialPolicy() {
    return statements.statedFinding("8.2.policy", ApplicationFact.INDUSTRIAL_POLICY);
  }

  /** （三）: the form names the national standards. */
  public Finding standards() {
    return statements.statedFinding("8.3.standards", STANDARD_NUMBERS);
  }

  /** （三）: a product of a special industry has the approval that the industry asks for. */
  public Finding specialIndustry() {
    Grounds grounds =
        statements.grounds(
            "8.3.special-industry", Condition.STANDARDS, SPECIAL_INDUSTRY, SPECIAL_APPROVAL);
    Optional<Boolean> special = facts.flag(SPECIAL_INDUSTRY);
    if (special.isEmpty()) {
      return grounds.undetermined(Statements.missing(SPECIAL_INDUSTRY));
    }
    return special.get()
        ? approved(grounds)
        : grounds.met(Text.of("不属特殊行业", "Not a product of a special industry"));
  }

  private Finding approved(Grounds grounds) {
    return switch (statements.stated(SPECIAL_APPROVAL)) {
      case MET -> grounds.met(Text.of("已取得特殊行业许可", "The special industry's approval is stated"));
      case UNDETERMINED -> grounds.undetermined(Statements.missing(SPECIAL_APPROVAL));
      case NOT_MET ->
          grounds.notMet(
              Text.of("没有特殊行业许可", "The special industry's approval is lacking"),
              Change.of(Text.of("取得许可后写明", "Obtain the approval and state it")));
    };
  }

  /** （三）: the product passed its quality appraisal or certification. */
  public Finding qualityProof() {
    return statements.statedFinding("8.3.quality", QUALITY_PROOF);
  }

  /** （四）: there is a patent certificate, or a report of a qualified testing body. */
  public Finding patentOrReport() {
    Grounds grounds =
        statements.grounds("8.4.patent-or-report", Condition.PATENT_OR_REPORT, PATENT, TEST_REPORT);
    Outcome patent = statements.stated(PATENT);
    Outcome report = statements.stated(TEST_REPORT);
    if (patent == Outcome.MET || report == Outcome.MET) {
      return grounds.met(Text.of("有专利证书或检测报告", "There is a patent or a test report"));
    }
    if (patent == Outcome.NOT_MET && report == Outcome.NOT_MET) {
      return grounds.notMet(
          Text.of("既无专利证书也无检测报告", "There is neither a patent nor a test report"),
          Change.of(Text.of("二者有其一即可", "Either of the two would pass")));
    }
    return grounds.undetermined(Statements.missing(statements.blank(PATENT, TEST_REPORT)));
  }

  /** （五）: the form names the standard of energy saving and environment. */
  public Finding environment() {
    return statements.statedFinding("8.5.environment", ENVIRONMENT_STANDARD);
  }

  /** （六）: the form answers the further conditions; a notice without any asks for nothing. */
  public Finding further(ApplicationTerms terms) {
    Grounds grounds =
        statements
            .grounds("8.6.further", Condition.FURTHER, ApplicationFact.FURTHER)
            .fact(FURTHER_CONDITIONS, terms.further().isEmpty() ? "—" : inWords(terms));
    if (terms.further().isEmpty()) {
      return grounds.met(Text.of("年度通知没有其他条件", "The notice sets no further condition"));
    }
    return switch (statements.stated(ApplicationFact.FURTHER)) {
      case MET -> grounds.met(Text.of("已说明其他条件", "The further conditions are answered"));
      case UNDETERMINED -> grounds.undetermined(Statements.missing(ApplicationFact.FURTHER));
      case NOT_MET ->
          grounds.notMet(
              Text.of("不具备其他条件", "The further conditions are not met"),
              Change.of(
                  Text.of("须具备：" + inWords(terms), "The notice asks for: " + inWords(terms))));
    };
  }

  private static String inWords(ApplicationTerms terms) {
    return String.join("；", terms.further());
  }
}
