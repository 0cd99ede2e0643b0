package org.firstbatch.casework.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request in API Gateway's payload format 2.0.
 *
 * @param routeKey the route of the template, for example {@code POST /v1/schemes/{scheme}/policies}
 * @param rawPath the path as it arrived
 * @param path the parts that the route names
 * @param query the query parameters; several of one name are joined by commas
 * @param headers by lower-case name
 * @param body empty when there is none
 * @param person the token's subject; null on public routes
 * @param requestId the gateway's
 * @param at when the gateway received it
 */
public record HttpRequest(
    String routeKey,
    String rawPath,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    @Nullable String person,
    String requestId,
    Instant at) {

  public HttpRequest {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** Reads a gateway event. */
  public static HttpRequest from(JsonNode event) {
    JsonNode context = event.path("requestContext");
    JsonNode subject = context.path("authorizer").path("jwt").path("claims").path("sub");
    return new HttpRequest(
        event.path("routeKey").asText(),
        event.path("rawPath").asText(),
        texts(event.path("pathParameters"), false),
        texts(event.path("queryStringParameters"), false),
        texts(event.path("headers"), true),
        body(event),
        subject.isTextual() ? subject.textValue() : null,
        context.path("requestId").asText(),
        Instant.ofEpochMilli(context.path("timeEpoch").asLong()));
  }

  private static String body(JsonNode event) {
    String body = event.path("body").asText("");
    return event.path("isBase64Encoded").asBoolean()
        ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
        : body;
  }

  private static Map<String, String> texts(JsonNode object, boolean lowerCase) {
    Map<String, String> result = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            field ->
                result.put(
                    lowerCase ? field.getKey().toLowerCase(Locale.ROOT) : field.getKey(),
                    field.getValue().asText()));
    return result;
  }
}
