package org.firstbatch.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.local.clock.LawClock;
import org.firstbatch.local.clock.Schedules;

/**
 * What only one machine has, beside the API: {@code GET} and {@code POST /local/clock}, {@code POST
 * /local/tokens}, and the issuer's documents.
 */
public final class LocalApi {

  private static final Duration TOKEN_VALIDITY = Duration.ofHours(24);

  private final Issuer issuer;
  private final LawClock clock;
  private final Schedules schedules;

  public LocalApi(Issuer issuer, LawClock clock, Schedules schedules) {
    this.issuer = issuer;
    this.clock = clock;
    this.schedules = schedules;
  }

  /** Adds the addresses to a server. */
  public void serve(HttpServer server) {
    server.createContext("/local/clock", answering(this::clock));
    server.createContext("/local/tokens", answering(this::token));
    server.createContext("/local/issuer/jwks", answering(_ -> issuer.jwks()));
    server.createContext(
        "/local/issuer/.well-known/openid-configuration", answering(_ -> issuer.discovery()));
  }

  /** Answers with JSON. */
  private interface Endpoint {
    Object answer(HttpExchange exchange) throws IOException;
  }

  private static HttpHandler answering(Endpoint endpoint) {
    return exchange -> {
      try (exchange) {
        int status = 200;
        Object answer;
        try {
          answer = endpoint.answer(exchange);
        } catch (IllegalArgumentException | DateTimeException | PermanentFault e) {
          status = 400;
          answer = Map.of("message", String.valueOf(e.getMessage()));
        }
        byte[] body = Json.write(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
      }
    };
  }

  private Object clock(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return Map.of("now", clock.now());
    }
    String to = body(exchange).path("to").asText();
    if (to.isEmpty()) {
      throw new IllegalArgumentException("Say where: {\"to\": \"2026-04-21T06:00:00+08:00\"}");
    }
    Object called = schedules.moveTo(OffsetDateTime.parse(to).toInstant());
    return Map.of("now", clock.now(), "called", called);
  }

  private Object token(HttpExchange exchange) throws IOException {
    String person = body(exchange).path("person").asText();
    if (person.isEmpty()) {
      throw new IllegalArgumentException("Say for whom: {\"person\": \"…\"}");
    }
    return Map.of("token", issuer.token(person, Instant.now(), TOKEN_VALIDITY));
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    return Json.object(new String(body, StandardCharsets.UTF_8));
  }
}
