package org.firstbatch.filing;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.http.HttpFunction;

/** Documents, filings and reviews over HTTP. */
public final class FilingFunction extends HttpFunction {

  /** As Lambda makes it. */
  public FilingFunction() {}

  FilingFunction(ApplicationContext context) {
    super(context);
  }
}
