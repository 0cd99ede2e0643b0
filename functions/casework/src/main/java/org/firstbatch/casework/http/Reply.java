package org.firstbatch.casework.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What a successful call answers.
 *
 * @param status the HTTP status
 * @param body written as JSON, a {@link File} as it is; null for none
 * @param headers besides the content type
 */
public record Reply(int status, @Nullable Object body, Map<String, String> headers) {

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public Reply {
    headers = Map.copyOf(headers);
  }

  /**
   * A body that is not JSON.
   *
   * @param contentType with its charset
   * @param content the whole of it
   */
  record File(String contentType, String content) {}

  /** A list as a file for spreadsheets. */
  public static Reply csv(String name, Csv list) {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new PermanentFault("Not a name that every header takes: " + name);
    }
    return new Reply(200, new File(Csv.CONTENT_TYPE, list.text()), Map.of())
        .header("content-disposition", "attachment; filename=\"" + name + "\"");
  }

  /** What was asked for is at another place. */
  public static Reply seeOther(String location) {
    return new Reply(303, null, Map.of("location", location));
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
    return tagged(stored.version());
  }

  /** With a version as an ETag. */
  public Reply tagged(long version) {
    return header("etag", etag(version));
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
