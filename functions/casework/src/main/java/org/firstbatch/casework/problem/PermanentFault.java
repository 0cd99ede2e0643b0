package org.firstbatch.casework.problem;

/**
 * A fault that no repetition mends: a broken record, a missing setting. Answered with 500, or put
 * aside.
 */
public final class PermanentFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PermanentFault(String message) {
    super(message);
  }

  public PermanentFault(String message, Throwable cause) {
    super(message, cause);
  }
}
