package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.CERTIFICATE;
import static org.firstbatch.measures.policy.PolicyFact.CERTIFICATE_ENTERPRISE;
import static org.firstbatch.measures.policy.PolicyFact.CERTIFICATE_FROM;
import static org.firstbatch.measures.policy.PolicyFact.CERTIFICATE_PRODUCT;
import static org.firstbatch.measures.policy.PolicyFact.CERTIFICATE_SPECIFICATION;
import static org.firstbatch.measures.policy.PolicyFact.CERTIFICATE_TO;
import static org.firstbatch.measures.policy.PolicyFact.CONTRACT_SIGNED;
import static org.firstbatch.measures.policy.PolicyFact.CREDIT_CODE;
import static org.firstbatch.measures.policy.PolicyFact.PRODUCT;
import static org.firstbatch.measures.policy.PolicyFact.REVOKED;
import static org.firstbatch.measures.policy.PolicyFact.SPECIFICATION;

import java.time.LocalDate;
import java.util.List;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.certification.Certificate.Revocation;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.FactName;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.Names;

/**
 * 第六条: only an enterprise that holds a certificate for the product may insure it; the certificate
 * counts on the day the insurance contract is signed (valid for a year by 第十条).
 */
public final class Certified {
  private static final String ARTICLE = "第六条";

  private final PolicyFacts facts;
  private final Policy policy;

  Certified(PolicyFacts facts) {
    this.facts = facts;
    this.policy = facts.policy();
  }

  List<Finding> findings() {
    Certificate certificate = facts.onRecord().certificate();
    return certificate == null
        ? List.of(unknown())
        : List.of(
            enterprise(certificate),
            product(certificate),
            specification(certificate),
            valid(certificate));
  }

  private Finding unknown() {
    String number = policy.certificateNumber();
    return grounds("6.certificate")
        .notMet(
            Text.of(
                "没有编号为“%s”的认定证书".formatted(number),
                "There is no certificate '%s'".formatted(number)),
            Change.of(Text.of("填写公布名单中的证书编号", "Give a certificate number of the published list")));
  }

  /** The certificate is the insured enterprise's. */
  public Finding enterprise(Certificate certificate) {
    return sameAsCertificate(
        grounds("6.enterprise"),
        CREDIT_CODE,
        policy.insured().creditCode().value(),
        CERTIFICATE_ENTERPRISE,
        certificate.enterprise().value());
  }

  /** The policy names the certificate's product. */
  public Finding product(Certificate certificate) {
    return sameAsCertificate(
        grounds("6.product"),
        PRODUCT,
        policy.product().name(),
        CERTIFICATE_PRODUCT,
        certificate.product());
  }

  /** The policy names the certificate's specification. */
  public Finding specification(Certificate certificate) {
    return sameAsCertificate(
        grounds("6.specification"),
        SPECIFICATION,
        policy.product().specification(),
        CERTIFICATE_SPECIFICATION,
        certificate.specification());
  }

  /** The certificate is in effect on the signing day. */
  public Finding valid(Certificate certificate) {
    LocalDate signed = policy.signedDay();
    Grounds grounds =
        grounds("6.valid")
            .fact(CONTRACT_SIGNED, signed)
            .fact(CERTIFICATE_FROM, certificate.published())
            .fact(CERTIFICATE_TO, certificate.lastDay());
    Revocation revocation = certificate.revocation();
    if (revocation != null) {
      grounds.fact(REVOKED, revocation.day() + " " + revocation.ground().zh());
    }
    return certificate.effectiveOn(signed)
        ? grounds.met(Text.of("签订日证书有效", "The certificate is valid on the signing day"))
        : notValid(grounds, certificate, signed);
  }

  private static Finding notValid(Grounds grounds, Certificate certificate, LocalDate signed) {
    LocalDate from = certificate.published();
    LocalDate to = certificate.lastEffectiveDay();
    if (certificate.isVoid()) {
      return grounds.notMet(
          Text.of(
              "证书因材料虚假被撤销，自公布日起无效",
              "The certificate was revoked for false material and has been without effect from the start"),
          Change.of(Text.of("需另有有效证书", "Another, valid certificate would be needed")));
    }
    LocalDate nearest = signed.isBefore(from) ? from : to;
    return grounds.notMet(
        Text.of(
            "签订日 %s 不在证书有效期 %s 至 %s 内".formatted(signed, from, to),
            "Signed %s; the certificate is in effect from %s to %s".formatted(signed, from, to)),
        Change.of(Days.signedOn(signed, nearest), Step.of(CONTRACT_SIGNED, signed, nearest)));
  }

  private static Finding sameAsCertificate(
      Grounds grounds, FactName name, String stated, FactName certified, String right) {
    grounds.fact(name, stated).fact(certified, right);
    if (Names.same(stated, right)) {
      return grounds.met(
          Text.of(name.label().zh() + "与证书一致", name.label().en() + " is the certificate's"));
    }
    return grounds.notMet(
        Text.of(
            "%s为“%s”，证书为“%s”".formatted(name.label().zh(), stated, right),
            "%s is '%s', the certificate says '%s'".formatted(name.label().en(), stated, right)),
        Change.of(
            Text.of("应为“%s”".formatted(right), "'%s' would pass".formatted(right)),
            Step.of(name, stated, right)));
  }

  private Grounds grounds(String rule) {
    return Grounds.of(rule, ARTICLE).fact(CERTIFICATE, policy.certificateNumber());
  }
}
