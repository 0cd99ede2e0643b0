package org.firstbatch.certification;

import java.util.Arrays;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.scheme.ProductClass;

/** What a correction may change of a certificate; number, enterprise and validity stay. */
enum Correctable {
  PRODUCT("product"),
  SPECIFICATION("specification"),
  PRODUCT_CLASS("productClass"),
  ENTERPRISE_NAME("enterpriseName");

  private final String field;

  Correctable(String field) {
    this.field = field;
  }

  /** Its name in the register's answer. */
  String field() {
    return field;
  }

  static Correctable of(Difference difference) {
    return Arrays.stream(values())
        .filter(value -> value.field.equals(difference.field()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("never corrected: " + difference.field()));
  }

  String value(Registered registered) {
    Certificate certificate = registered.certificate();
    return switch (this) {
      case PRODUCT -> certificate.product();
      case SPECIFICATION -> certificate.specification();
      case PRODUCT_CLASS -> certificate.productClass().label();
      case ENTERPRISE_NAME -> registered.enterpriseName();
    };
  }

  /** The same certificate with another value here. */
  Registered with(Registered old, String value) {
    Certificate certificate = old.certificate();
    return new Registered(
        new Certificate(
            certificate.number(),
            certificate.enterprise(),
            this == PRODUCT_CLASS ? ProductClass.ofLabel(value) : certificate.productClass(),
            this == PRODUCT ? value : certificate.product(),
            this == SPECIFICATION ? value : certificate.specification(),
            certificate.published(),
            certificate.lastDay(),
            certificate.revocation()),
        this == ENTERPRISE_NAME ? value : old.enterpriseName(),
        old.list(),
        old.application(),
        old.corrections());
  }
}
