package org.firstbatch.local.delivery;

/** A delivery that was cut off because the machine stops; the next start delivers again. */
final class Stopping extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Stopping(Throwable cause) {
    super("the machine stops", cause);
  }

  /** Ends the delivery when the machine stops: then a failure says nothing about the event. */
  static void check(Throwable failure) {
    if (Thread.currentThread().isInterrupted()) {
      throw new Stopping(failure);
    }
  }
}
