package org.firstbatch.casework.record;

/**
 * Where a page should begin is no {@link RecordPage#next()} of that list. It comes from whoever
 * asked for the page, so it is answered with 400.
 */
public final class UnknownCursor extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownCursor(String message) {
    super(message);
  }

  public UnknownCursor(String message, Throwable cause) {
    super(message, cause);
  }
}
