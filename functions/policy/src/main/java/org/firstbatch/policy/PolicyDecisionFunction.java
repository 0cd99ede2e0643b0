package org.firstbatch.policy;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** Pending policies, when the journal says that a calendar year was loaded. */
public final class PolicyDecisionFunction extends EventFunction {

  /** As Lambda makes it. */
  public PolicyDecisionFunction() {
    super(DecidePending.class);
  }

  /** On a context that is already there. */
  PolicyDecisionFunction(ApplicationContext context) {
    super(context, DecidePending.class);
  }
}
