package org.firstbatch.local.host;

import java.io.Serial;

/** A function threw, as Lambda reports it. */
public final class FunctionFailed extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  FunctionFailed(String function, Throwable cause) {
    super(function + " failed: " + cause, cause);
  }
}
