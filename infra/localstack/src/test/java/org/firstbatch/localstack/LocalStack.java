package org.firstbatch.localstack;

import java.net.URI;

/** A LocalStack that is there to be used. */
interface LocalStack extends AutoCloseable {

  /** Where all its services listen. */
  URI endpoint();

  @Override
  void close();
}
