package org.firstbatch.certification;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.http.HttpFunction;

/** The register of certificates over HTTP. */
public final class CertificationFunction extends HttpFunction {

  public CertificationFunction() {}

  CertificationFunction(ApplicationContext context) {
    super(context);
  }
}
