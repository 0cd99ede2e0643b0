package org.firstbatch.allocation;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** What follows from the journal's stream. */
public final class AllocationWorkerFunction extends EventFunction {

  /** As Lambda makes it. */
  public AllocationWorkerFunction() {
    super(AllocationWorker.class);
  }

  AllocationWorkerFunction(ApplicationContext context) {
    super(context, AllocationWorker.class);
  }
}
