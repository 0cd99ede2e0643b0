package org.firstbatch.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.file.ClaimUpdate;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.filing.ApplicationFormFacts;
import org.firstbatch.measures.filing.FilingFacts;
import org.firstbatch.measures.filing.FilingRules;
import org.firstbatch.measures.filing.StatedFigures;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.OptionalColumn;
import org.firstbatch.measures.scheme.YearlyNotice;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one filing are checked by.
 *
 * @param filing the filing
 * @param edition in force when it arrived
 * @param window its quarter's window
 * @param notice its fiscal year's notice
 * @param insurer as it stands in the register
 */
record FilingLaw(
    Filing filing,
    Edition edition,
    FilingWindow window,
    YearlyNotice notice,
    InsurerRecord insurer) {

  private static final String ARTICLE = "第十三条";

  static FilingLaw of(Records records, Schemes schemes, String scheme, Filing filing) {
    Quarter quarter = filing.quarterValue();
    Edition edition = schemes.edition(scheme, filing.receivedAt()).orElseThrow();
    YearlyNotice notice = Programme.notice(records, scheme, quarter.year());
    return new FilingLaw(
        filing,
        edition,
        notice.filingWindow(quarter, edition, Programme.restDays(records, scheme)),
        notice,
        records
            .find(Programme.insurerKey(scheme, filing.insurer()))
            .map(record -> Programme.INSURER.read(record).value())
            .orElseThrow(() -> new PermanentFault("No insurer " + filing.insurer())));
  }

  /**
   * Everything that keeps a policy of this insurer from being filed; none when it is filed.
   *
   * @param certificate the certificate that the policy names; null when there is none
   */
  List<Finding> findings(
      Registered policy,
      @Nullable Certificate certificate,
      List<Document> documents,
      boolean inSignedPlan) {
    List<Finding> findings = new ArrayList<>();
    if (!policy.state().isLive()) {
      findings.add(notLive());
    }
    if (certificate != null && certificate.isVoid()) {
      findings.add(withoutEffect(certificate));
    }
    FilingFacts facts = facts(policy, documents, inSignedPlan);
    findings.addAll(FilingRules.decide(facts, edition).listNotMet());
    return findings;
  }

  /** The instant that orders the year's queue (question 3). */
  Instant insured(Policy policy) {
    return ClaimUpdate.insuringTime(policy, edition, window.quarter().year());
  }

  private FilingFacts facts(Registered policy, List<Document> documents, boolean inSignedPlan) {
    return new FilingFacts(
        window,
        filing.receivedAt(),
        insurer,
        policy.policy(),
        policy.decision().verdict(),
        documents.stream().anyMatch(each -> each.isChecked(Document.DocumentKind.CONTRACT_COPY)),
        new ApplicationFormFacts(
            policy.revision(),
            policy.form() == Form.CONFIRMED ? policy.revision() : null,
            isStamped(policy, documents),
            policy.form() == Form.DISPUTED),
        lateGround(policy),
        inSignedPlan,
        StatedFigures.NONE,
        notice.requiredColumns().stream()
            .filter(column -> isMissing(column, policy.policy()))
            .collect(Collectors.toSet()));
  }

  static boolean isStamped(Registered policy, List<Document> documents) {
    return documents.stream()
        .filter(each -> each.isChecked(Document.DocumentKind.APPLICATION_FORM))
        .anyMatch(each -> each.revision() == policy.revision());
  }

  /** The policy keeps the ground; its day is in the journal, and no rule asks for it. */
  private FilingFacts.@Nullable LateGround lateGround(Registered policy) {
    String ground = policy.lateGround();
    return ground == null
        ? null
        : new FilingFacts.LateGround(Shanghai.dayOf(filing.receivedAt()), Text.same(ground));
  }

  /** The kind of business follows from what was done to the policy, and is never missing. */
  private static boolean isMissing(OptionalColumn column, Policy policy) {
    return switch (column) {
      case QUANTITY -> policy.batch().quantity() == null;
      case SERIAL_NUMBERS -> policy.batch().serials().isEmpty();
      case PREMIUM_PAID -> policy.sums().paidByEnterprise() == null;
      case INVOICE_NUMBER -> policy.sums().invoiceNumber() == null;
      case BUSINESS_TYPE -> false;
    };
  }

  private static Finding notLive() {
    return notMet(
        "13.live",
        Text.of("保单已撤回或未获登记", "The policy was withdrawn or refused"),
        Text.of("请重新登记保单", "Register the policy anew"));
  }

  /** Revoked since the policy was registered, for false material: without effect from the start. */
  private static Finding withoutEffect(Certificate certificate) {
    return notMet(
        "13.certificate",
        Text.of(
            "认定证书 %s 因材料虚假被撤销，自公布日起无效".formatted(certificate.number()),
            "Certificate %s was revoked for false material and has been without effect from the start"
                .formatted(certificate.number())),
        Text.of("保单须依据另一有效证书", "The policy would have to rest on another, valid certificate"));
  }

  /** The policy does not exist or is another insurer's: the same answer for both. */
  static Finding notYours() {
    return notMet(
        "13.own-policy",
        Text.of("本机构没有这张保单", "This insurer has no such policy"),
        Text.of("核对保单编号", "Check the policy's id"));
  }

  static Finding filedElsewhere(Filing other) {
    return notMet(
        "13.filed-once",
        Text.of(
            "该保单已在 %s 的申报 %s 中".formatted(other.quarter(), other.id()),
            "The policy is in filing %s for %s".formatted(other.id(), other.quarter())),
        Text.of("不必再次申报", "It need not be filed again"));
  }

  private static Finding notMet(String rule, Text sentence, Text change) {
    return Grounds.of(rule, ARTICLE).notMet(sentence, Change.of(change));
  }
}
