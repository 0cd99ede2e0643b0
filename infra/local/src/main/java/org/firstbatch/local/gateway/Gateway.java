package org.firstbatch.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.host.FunctionFailed;
import org.firstbatch.local.host.Functions;
import org.jspecify.annotations.Nullable;

/** The HTTP API: finds the route, checks the token, calls the function. */
public final class Gateway {

  /** What a function takes or gives in one call, in bytes. */
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private final RouteTable routes;
  private final TokenCheck tokens;
  private final Functions functions;
  private final Supplier<Instant> lawNow;
  private final Supplier<Instant> realNow;

  /**
   * @param lawNow the instant that functions are told
   * @param realNow by which tokens expire
   */
  public Gateway(
      RouteTable routes,
      TokenCheck tokens,
      Functions functions,
      Supplier<Instant> lawNow,
      Supplier<Instant> realNow) {
    this.routes = routes;
    this.tokens = tokens;
    this.functions = functions;
    this.lawNow = lawNow;
    this.realNow = realNow;
  }

  /** Answers a request. */
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(arrived(exchange));
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      boolean empty = answer.body().remaining() == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().remaining());
      if (!empty) {
        exchange.getResponseBody().write(answer.body().array());
      }
    }
  }

  private static GatewayEvent.Arrived arrived(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    return new GatewayEvent.Arrived(
        UUID.randomUUID().toString(),
        exchange.getRequestMethod(),
        uri.getRawPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        exchange.getRequestHeaders(),
        ByteBuffer.wrap(exchange.getRequestBody().readNBytes(MOST_BYTES + 1)),
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  /** What goes back to the caller. */
  public record Answer(int status, Map<String, String> headers, ByteBuffer body) {
    static Answer message(int status, String message) {
      byte[] body = Json.write(Map.of("message", message)).getBytes(StandardCharsets.UTF_8);
      return new Answer(status, Map.of("content-type", "application/json"), ByteBuffer.wrap(body));
    }

    Answer with(String name, String value) {
      Map<String, String> more = new java.util.HashMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  /** Answers a request that has arrived. */
  public Answer answer(GatewayEvent.Arrived request) {
    return routes
        .find(request.method(), request.rawPath())
        .map(match -> admitted(request, match))
        .orElseGet(() -> Answer.message(404, "Not Found"));
  }

  private Answer admitted(GatewayEvent.Arrived request, RouteTable.Match match) {
    if (match.route().open()) {
      return called(request, match, null);
    }
    String header = request.headers().getOrDefault("Authorization", java.util.List.of("")).get(0);
    return switch (tokens.check(header, realNow.get())) {
      case TokenCheck.Verdict.Good(Map<String, String> claims) -> called(request, match, claims);
      case TokenCheck.Verdict.Bad(String why) ->
          Answer.message(401, "Unauthorized")
              .with(
                  "www-authenticate",
                  "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + why + "\"");
    };
  }

  private Answer called(
      GatewayEvent.Arrived request, RouteTable.Match match, @Nullable Map<String, String> claims) {
    byte[] event =
        Json.write(GatewayEvent.of(request, match, claims, lawNow.get()))
            .getBytes(StandardCharsets.UTF_8);
    if (event.length > MOST_BYTES) {
      return Answer.message(413, "Request Entity Too Large");
    }
    try {
      byte[] answer = functions.invoke(match.function(), event);
      return answer.length > MOST_BYTES ? failed() : read(answer);
    } catch (FunctionFailed | RuntimeException e) {
      System.err.println(request.id() + " " + match.route().key() + ": " + e);
      return failed();
    }
  }

  private static Answer failed() {
    return Answer.message(500, "Internal Server Error");
  }

  private static Answer read(byte[] answer) {
    JsonNode json = Json.object(new String(answer, StandardCharsets.UTF_8));
    Map<String, String> headers = new java.util.HashMap<>();
    json.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    String body = json.path("body").asText("");
    byte[] bytes =
        json.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    return new Answer(json.path("statusCode").asInt(500), headers, ByteBuffer.wrap(bytes));
  }
}
