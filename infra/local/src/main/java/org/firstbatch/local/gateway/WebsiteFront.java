package org.firstbatch.local.gateway;

import com.sun.net.httpserver.HttpServer;
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
    Front.serve(server, PREFIX, this::read, WebsiteFront::type);
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
