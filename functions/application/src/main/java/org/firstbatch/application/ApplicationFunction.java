package org.firstbatch.application;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.http.HttpFunction;

/** Applications over HTTP. */
public final class ApplicationFunction extends HttpFunction {

  /** As Lambda makes it. */
  public ApplicationFunction() {}

  ApplicationFunction(ApplicationContext context) {
    super(context);
  }
}
