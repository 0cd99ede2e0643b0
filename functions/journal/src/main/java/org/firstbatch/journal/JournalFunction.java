package org.firstbatch.journal;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.http.HttpFunction;

/** Histories over HTTP. */
public final class JournalFunction extends HttpFunction {

  public JournalFunction() {}

  JournalFunction(ApplicationContext context) {
    super(context);
  }
}
