package org.firstbatch.filing;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/**
 * Called with journal entries of the types {@code filing.received} and {@code certificate.revoked}.
 */
public final class FilingWorkerFunction extends EventFunction {

  /** As Lambda makes it. */
  public FilingWorkerFunction() {
    super(FilingWorker.class);
  }

  FilingWorkerFunction(ApplicationContext context) {
    super(context, FilingWorker.class);
  }
}
