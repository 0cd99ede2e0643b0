package org.firstbatch.casework.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.record.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What a successful call answers.
 *
 * @param status the HTTP status
 * @param body written as JSON; null for none
 * @param headers besides the content type
 */
public record Reply(int status, @Nullable Object body, Map<String, String> headers) {

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply ok(Object body) {
    return new Reply(200, body, Map.of());
  }

  /** Created, with a place to find it. */
  public static Reply created(String location, Object body) {
    return new Reply(201, body, Map.of("location", location));
  }

  /** Accepted: the work goes on, with a place to look. */
  public static Reply accepted(String location, Object body) {
    return new Reply(202, body, Map.of("location", location));
  }

  /** With the version of the record as an ETag. */
  public Reply tagged(Stored<?> stored) {
    return header("etag", etag(stored.version()));
  }

  public Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, body, more);
  }

  static String etag(long version) {
    return "\"" + version + "\"";
  }
}
