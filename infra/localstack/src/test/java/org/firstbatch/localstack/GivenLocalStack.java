package org.firstbatch.localstack;

import java.net.URI;
import org.firstbatch.local.host.LambdaHttpHost;

/**
 * A LocalStack that somebody else started. If its executor is our plug-in, it finds our Lambda host
 * at the plug-in's usual place.
 */
final class GivenLocalStack implements LocalStack {

  private static final int USUAL_PORT = 9999;

  private final URI endpoint;
  private final LambdaHttpHost host;

  GivenLocalStack(URI endpoint) {
    this.endpoint = endpoint;
    this.host = Hosted.start(USUAL_PORT, endpoint);
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public String log() {
    return "whoever started " + endpoint + " has its log";
  }

  @Override
  public void close() {
    host.close();
  }
}
