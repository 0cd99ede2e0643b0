package org.firstbatch.allocation;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** What follows from what the journal got. */
public final class AllocationWorkerFunction extends EventFunction {

  /** As Lambda makes it. */
  public AllocationWorkerFunction() {
    super(AllocationWorker.class);
  }

  AllocationWorkerFunction(ApplicationContext context) {
    super(context, AllocationWorker.class);
  }
}
