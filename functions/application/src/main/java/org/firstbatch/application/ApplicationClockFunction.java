package org.firstbatch.application;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** The daily schedule. */
public final class ApplicationClockFunction extends EventFunction {

  /** As Lambda makes it. */
  public ApplicationClockFunction() {
    super(ApplicationClock.class);
  }

  ApplicationClockFunction(ApplicationContext context) {
    super(context, ApplicationClock.class);
  }
}
