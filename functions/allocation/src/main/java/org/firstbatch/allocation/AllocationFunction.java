package org.firstbatch.allocation;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.http.HttpFunction;

/** Runs on request, plans, signatures, the year's position and its closing, over HTTP. */
public final class AllocationFunction extends HttpFunction {

  /** As Lambda makes it. */
  public AllocationFunction() {}

  AllocationFunction(ApplicationContext context) {
    super(context);
  }
}
