package org.firstbatch.local.host;

/** Calls functions by name. */
@FunctionalInterface
public interface Functions {

  /**
   * Calls a function and waits for it.
   *
   * @param function its logical id in the template
   * @param event JSON
   * @return what it answered
   * @throws FunctionFailed when it threw
   */
  byte[] invoke(String function, byte[] event) throws FunctionFailed;
}
