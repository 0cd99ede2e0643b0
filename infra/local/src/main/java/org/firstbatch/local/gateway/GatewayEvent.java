package org.firstbatch.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.firstbatch.casework.json.Json;
import org.jspecify.annotations.Nullable;

/** Makes the event of payload format 2.0 from a request. */
public final class GatewayEvent {

  private static final Pattern TEXT =
      Pattern.compile("(text/.*|application/(.*\\+)?(json|xml|javascript))(;.*)?");

  private GatewayEvent() {}

  /**
   * A request as it arrived.
   *
   * @param rawQuery empty for none
   */
  public record Arrived(
      String id,
      String method,
      String rawPath,
      String rawQuery,
      Map<String, List<String>> headers,
      ByteBuffer body,
      String remote) {}

  /**
   * The event.
   *
   * @param claims of the token; null on public routes
   * @param at the law's instant
   */
  static ObjectNode of(
      Arrived request, RouteTable.Match match, @Nullable Map<String, String> claims, Instant at) {
    Map<String, String> headers = headers(request.headers());
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.rawPath());
    event.put("rawQueryString", request.rawQuery());
    event.set("headers", Json.mapper().valueToTree(headers));
    if (!request.rawQuery().isEmpty()) {
      Map<String, String> query = query(request.rawQuery());
      event.set("queryStringParameters", Json.mapper().valueToTree(query));
    }
    if (!match.parameters().isEmpty()) {
      event.set("pathParameters", Json.mapper().valueToTree(match.parameters()));
    }
    body(event, request.body().array(), headers.getOrDefault("content-type", ""));
    context(event.putObject("requestContext"), request, match, claims, at);
    return event;
  }

  private static void context(
      ObjectNode context,
      Arrived request,
      RouteTable.Match match,
      @Nullable Map<String, String> claims,
      Instant at) {
    context.put("accountId", "000000000000").put("apiId", "local").put("stage", "$default");
    context.put("requestId", request.id()).put("routeKey", match.route().key());
    context.put("time", at.toString()).put("timeEpoch", at.toEpochMilli());
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.rawPath())
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", request.remote());
    if (claims != null) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      jwt.set("claims", Json.mapper().valueToTree(claims));
      jwt.putNull("scopes");
    }
  }

  private static Map<String, String> headers(Map<String, List<String>> headers) {
    Map<String, String> result = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> result.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return result;
  }

  /** Several values of one name are joined by commas. */
  static Map<String, String> query(String rawQuery) {
    Map<String, String> result = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      result.merge(name, value, (before, more) -> before + "," + more);
    }
    return result;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void body(ObjectNode event, byte[] body, String contentType) {
    boolean isText = contentType.isEmpty() || TEXT.matcher(contentType).matches();
    event.put("isBase64Encoded", !isText);
    if (body.length > 0) {
      event.put(
          "body",
          isText
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
  }
}
