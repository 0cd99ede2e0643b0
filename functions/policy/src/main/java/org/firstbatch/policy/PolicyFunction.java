package org.firstbatch.policy;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.http.HttpFunction;

/** Policies over HTTP. */
public final class PolicyFunction extends HttpFunction {

  /** As Lambda makes it. */
  public PolicyFunction() {}

  /** On a context that is already there. */
  PolicyFunction(ApplicationContext context) {
    super(context);
  }
}
