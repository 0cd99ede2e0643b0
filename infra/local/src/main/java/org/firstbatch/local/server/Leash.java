package org.firstbatch.local.server;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another program's main method and ends the process when its standard input ends, that is,
 * when the parent is gone, however it went. Runs inside a server's process, on nothing but the JDK.
 */
public final class Leash {

  private Leash() {}

  /** The first argument is the main class, the others are its own. */
  public static void main(String[] arguments) throws Exception {
    Thread watch = new Thread(Leash::awaitEnd, "leash");
    watch.setDaemon(true);
    watch.start();
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever written: only the end matters.
      }
    } catch (IOException _) {
      // A broken pipe is an end too.
    }
    Runtime.getRuntime().halt(0);
  }
}
