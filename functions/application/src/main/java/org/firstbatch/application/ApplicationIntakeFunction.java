package org.firstbatch.application;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** Called when an object has arrived under {@code applications/} in the evidence bucket. */
public final class ApplicationIntakeFunction extends EventFunction {

  /** As Lambda makes it. */
  public ApplicationIntakeFunction() {
    super(EvidenceIntake.class);
  }

  ApplicationIntakeFunction(ApplicationContext context) {
    super(context, EvidenceIntake.class);
  }
}
