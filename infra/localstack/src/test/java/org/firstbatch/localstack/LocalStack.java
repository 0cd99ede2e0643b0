package org.firstbatch.localstack;

import java.net.URI;
import java.time.Duration;

/** A LocalStack that is there to be used. */
interface LocalStack extends AutoCloseable {

  /** Where all its services listen. */
  URI endpoint();

  /** How long a stack may take at most. */
  default Duration toDeploy() {
    return Patience.LONGEST;
  }

  /** What to think of when a stack fails without a reason; empty when nothing. */
  default String hint() {
    return "";
  }

  /** Where its log is, at the latest when it was closed. */
  String log();

  @Override
  void close();
}
