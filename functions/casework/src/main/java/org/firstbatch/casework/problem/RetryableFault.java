package org.firstbatch.casework.problem;

/**
 * A fault that may pass: the same call may succeed later. Answered with 503, or delivered again.
 */
public final class RetryableFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RetryableFault(String message) {
    super(message);
  }

  public RetryableFault(String message, Throwable cause) {
    super(message, cause);
  }
}
