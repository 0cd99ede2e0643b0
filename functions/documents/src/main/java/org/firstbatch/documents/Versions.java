package org.firstbatch.documents;

import java.util.List;
import org.firstbatch.casework.file.Certificates.Correction;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.scheme.ProductClass;

/** A certificate as it was in an earlier version: its later corrections are taken back. */
final class Versions {

  private Versions() {}

  /**
   * The certificate as of a version, without its revocation, which no version shows.
   *
   * @param version 1 to the present one
   */
  static Registered asOf(Registered registered, int version) {
    Registered as = registered;
    List<Correction> corrections = registered.corrections();
    for (Correction correction : corrections.subList(version - 1, corrections.size()).reversed()) {
      for (Difference difference : correction.differences().reversed()) {
        as = with(as, difference.field(), difference.before());
      }
    }
    return new Registered(
        as.certificate(),
        as.enterpriseName(),
        as.list(),
        as.application(),
        corrections.subList(0, version - 1));
  }

  private static Registered with(Registered old, String field, String value) {
    Certificate was = old.certificate();
    return switch (field) {
      case "enterpriseName" -> of(old, was, value);
      case "enterprise" ->
          of(old, certificate(was, value, was.productClass(), was.product(), was.specification()));
      case "product" ->
          of(
              old,
              certificate(
                  was, was.enterprise().value(), was.productClass(), value, was.specification()));
      case "specification" ->
          of(
              old,
              certificate(was, was.enterprise().value(), was.productClass(), was.product(), value));
      case "productClass" ->
          of(
              old,
              certificate(
                  was,
                  was.enterprise().value(),
                  ProductClass.ofLabel(value),
                  was.product(),
                  was.specification()));
      default -> throw new PermanentFault("A correction changed a field unknown here: " + field);
    };
  }

  private static Registered of(Registered old, Certificate certificate) {
    return of(old, certificate, old.enterpriseName());
  }

  private static Registered of(Registered old, Certificate certificate, String name) {
    return new Registered(certificate, name, old.list(), old.application(), old.corrections());
  }

  private static Certificate certificate(
      Certificate was, String enterprise, ProductClass type, String product, String specification) {
    return new Certificate(
        was.number(),
        new CreditCode(enterprise),
        type,
        product,
        specification,
        was.published(),
        was.lastDay(),
        null);
  }
}
