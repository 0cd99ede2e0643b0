package org.firstbatch.casework.fake;

/** The process is gone: no code of the product may catch this. */
public final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  public Killed(String step) {
    super("Killed at " + step);
  }
}
