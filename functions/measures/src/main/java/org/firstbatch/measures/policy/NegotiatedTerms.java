package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.CERTIFICATE_CLASS;
import static org.firstbatch.measures.policy.PolicyFact.PRODUCT_CLASS;

import java.util.List;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.ProductClass;

/**
 * 第四条: aircraft, ships and offshore equipment and nuclear equipment negotiate their terms; whether
 * a product is one of them was fixed in its certificate and not by the policy.
 */
public final class NegotiatedTerms {
  private final PolicyFacts facts;

  NegotiatedTerms(PolicyFacts facts) {
    this.facts = facts;
  }

  /** Nothing to say without a certificate; that it is missing is a finding of 第六条. */
  List<Finding> findings() {
    Certificate certificate = facts.onRecord().certificate();
    return certificate == null ? List.of() : List.of(classOfCertificate(certificate));
  }

  /** The policy states the class of the certificate. */
  public Finding classOfCertificate(Certificate certificate) {
    ProductClass stated = facts.policy().productClass();
    ProductClass fixed = certificate.productClass();
    Grounds grounds =
        Grounds.of("4.class", "第四条")
            .fact(PRODUCT_CLASS, stated.label())
            .fact(CERTIFICATE_CLASS, fixed.label());
    if (stated == fixed) {
      return grounds.met(Text.of("险种类别与证书一致", "The class is the certificate's"));
    }
    return grounds.notMet(
        Text.of(
            "险种类别填为“%s”，证书为“%s”".formatted(stated.label(), fixed.label()),
            "The policy states class %s, the certificate %s"
                .formatted(stated.label(), fixed.label())),
        Change.of(
            Text.of("险种类别改为“%s”".formatted(fixed.label()), "State class " + fixed.label()),
            Step.of(PRODUCT_CLASS, stated.label(), fixed.label())));
  }
}
