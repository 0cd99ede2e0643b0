package org.firstbatch.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Plain HTTP, as somebody without an SDK speaks it. */
final class Web {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Web() {}

  /** The status; 0 where nobody listens. */
  static int status(URI uri) {
    return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build());
  }

  /**
   * Reads from a service of LocalStack for which there is no client here.
   *
   * @param service what requests to it are signed for; LocalStack looks at nothing else
   */
  static String get(URI uri, String service) {
    return body(HttpRequest.newBuilder(uri).header("authorization", signed(service)).build());
  }

  /**
   * Calls an operation of a service of LocalStack for which there is no client here.
   *
   * @param target the operation, for example {@code AWSEvents.PutEvents}
   */
  static String post(URI uri, String service, String target, String json) {
    return body(
        HttpRequest.newBuilder(uri)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .header("authorization", signed(service))
            .header("content-type", "application/x-amz-json-1.1")
            .header("x-amz-target", target)
            .build());
  }

  private static String signed(String service) {
    String scope = Aws.KEY + "/20260101/" + Project.REGION + "/" + service + "/aws4_request";
    return "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=0";
  }

  private static String body(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Uploads by a presigned link.
   *
   * @param server where to connect: in a container the link names a host that only it knows
   * @param headers those that were signed
   * @return the status
   */
  static int put(URI server, URI link, Map<String, String> headers, byte[] content) {
    URI uri = URI.create(server + link.getRawPath() + "?" + link.getRawQuery());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofByteArray(content));
    headers.forEach(
        (name, value) -> {
          if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("host")) {
            request.header(name, value);
          }
        });
    return send(request.header("host", link.getAuthority()).build());
  }

  private static int send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
