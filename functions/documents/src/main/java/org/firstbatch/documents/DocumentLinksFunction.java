package org.firstbatch.documents;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.http.HttpFunction;

/** Leads to papers and pages, over HTTP. */
public final class DocumentLinksFunction extends HttpFunction {

  /** As Lambda makes it. */
  public DocumentLinksFunction() {}

  DocumentLinksFunction(ApplicationContext context) {
    super(context);
  }
}
