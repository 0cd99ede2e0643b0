package org.firstbatch.programme;

import io.micronaut.context.ApplicationContext;
import org.firstbatch.casework.http.HttpFunction;

/** Budgets, calendars, notices, insurers, clauses and memberships over HTTP. */
public final class ProgrammeFunction extends HttpFunction {

  public ProgrammeFunction() {}

  ProgrammeFunction(ApplicationContext context) {
    super(context);
  }
}
