package org.firstbatch.casework.act;

import java.util.function.BooleanSupplier;
import org.firstbatch.casework.problem.RetryableFault;

/** An act that begins again when what it stood on changed meanwhile. */
public final class Attempts {

  private Attempts() {}

  /**
   * Begins until it is done.
   *
   * @param most how often, at most
   * @param isDone begins once; answers whether no other beginning is needed
   * @param otherwise what to say when it never was
   * @throws RetryableFault when it never was
   */
  public static void upTo(int most, BooleanSupplier isDone, String otherwise) {
    for (int attempt = 1; attempt <= most; attempt++) {
      if (isDone.getAsBoolean()) {
        return;
      }
    }
    throw new RetryableFault(otherwise);
  }
}
