package org.firstbatch.documents;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.event.EventFunction;

/** Makes papers and pages from the journal's stream, which it reads itself for its order. */
public final class DocumentsFunction extends EventFunction {

  /** As Lambda makes it. */
  public DocumentsFunction() {
    super(DocumentsWorker.class);
  }

  DocumentsFunction(ApplicationContext context) {
    super(context, DocumentsWorker.class);
  }
}
