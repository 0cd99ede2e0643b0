package org.firstbatch.localstack;

/** An agent that does nothing, in the place of LocalStack's. */
public final class NoAgent {

  private NoAgent() {}

  /** Called by the virtual machine. */
  public static void premain(String arguments) {}
}
