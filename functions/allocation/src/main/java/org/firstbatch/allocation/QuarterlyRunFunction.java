package org.firstbatch.allocation;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** The quarterly schedule. */
public final class QuarterlyRunFunction extends EventFunction {

  /** As Lambda makes it. */
  public QuarterlyRunFunction() {
    super(QuarterlyRun.class);
  }

  QuarterlyRunFunction(ApplicationContext context) {
    super(context, QuarterlyRun.class);
  }
}
