package org.firstbatch.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Shows the website bucket at {@value #PREFIX}, as S3 does at the bucket's own address. */
public final class WebsiteFront {

  static final String PREFIX = "/site/";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "pdf", "application/pdf");

  private final S3Client store;
  private final String bucket;

  /**
   * @param bucket the bucket's physical name
   */
  public WebsiteFront(S3Client store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /** Adds the address to a server. */
  public void serve(HttpServer server) {
    server.createContext(PREFIX, this::handle);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String key = exchange.getRequestURI().getPath().substring(PREFIX.length());
      Optional<byte[]> content =
          method.equals("GET") || method.equals("HEAD") ? read(key) : Optional.empty();
      byte[] body = content.orElse("404 Not Found".getBytes(StandardCharsets.UTF_8));
      exchange
          .getResponseHeaders()
          .set("content-type", content.isPresent() ? type(key) : "text/plain");
      boolean head = method.equals("HEAD");
      exchange.sendResponseHeaders(content.isPresent() ? 200 : 404, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Optional<byte[]> read(String key) {
    try {
      return key.isEmpty()
          ? Optional.empty()
          : Optional.of(store.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  static String type(String key) {
    String suffix = key.substring(key.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(suffix, "application/octet-stream");
  }
}
