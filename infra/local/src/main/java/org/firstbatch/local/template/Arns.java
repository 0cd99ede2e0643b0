package org.firstbatch.local.template;

/** Names of resources in the form of ARNs, as far as one machine needs them. */
final class Arns {

  private static final String STREAM = "/stream/local";

  private Arns() {}

  static String resource(String name) {
    return "arn:aws:local:::" + name;
  }

  static String stream(String table) {
    return resource(table) + STREAM;
  }

  /** The name of a resource that an ARN of {@link #resource} names. */
  static String nameOf(String arn) {
    if (!arn.startsWith(resource(""))) {
      throw new IllegalArgumentException("Not a resource of the template: " + arn);
    }
    return arn.substring(resource("").length());
  }

  /** The table whose stream an ARN names. */
  static String tableOf(String streamArn) {
    if (!streamArn.endsWith(STREAM)) {
      throw new IllegalArgumentException("Not the stream of a table of the template: " + streamArn);
    }
    return streamArn.substring(resource("").length(), streamArn.length() - STREAM.length());
  }
}
