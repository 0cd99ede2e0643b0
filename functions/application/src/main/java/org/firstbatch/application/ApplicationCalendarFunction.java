package org.firstbatch.application;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** Last days that were left open, when the journal says that a calendar year was loaded. */
public final class ApplicationCalendarFunction extends EventFunction {

  /** As Lambda makes it. */
  public ApplicationCalendarFunction() {
    super(DetermineDueDays.class);
  }

  /** On a context that is already there. */
  ApplicationCalendarFunction(ApplicationContext context) {
    super(context, DetermineDueDays.class);
  }
}
