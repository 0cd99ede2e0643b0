package org.firstbatch.filing;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** Called when an object has arrived under {@code policies/} in the evidence bucket. */
public final class FilingIntakeFunction extends EventFunction {

  /** As Lambda makes it. */
  public FilingIntakeFunction() {
    super(FilingIntake.class);
  }

  FilingIntakeFunction(ApplicationContext context) {
    super(context, FilingIntake.class);
  }
}
