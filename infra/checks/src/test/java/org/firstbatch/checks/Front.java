package org.firstbatch.checks;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firstbatch.casework.http.HttpRequest;
import org.firstbatch.local.gateway.Gateway;
import org.firstbatch.local.gateway.GatewayEvent;
import org.firstbatch.local.gateway.Issuer;
import org.firstbatch.local.gateway.RouteTable;
import org.firstbatch.local.gateway.TokenCheck;
import org.firstbatch.local.template.AuthorizerSpec;
import org.jspecify.annotations.Nullable;

/** The city's functions behind the template's routes and authorizer; people come with tokens. */
final class Front {

  private static final String ISSUER = "https://issuer.firstbatch.example";
  private static final String AUDIENCE = "firstbatch";

  /** By which tokens expire. */
  private static final Instant REAL_NOW = Instant.parse("2026-03-02T02:00:00Z");

  private final Issuer issuer;
  private final Gateway gateway;
  private final Map<String, String> tokens = new HashMap<>();
  private Instant lawNow = REAL_NOW;
  private int sent;

  /**
   * @param folder where the issuer's key may be kept
   */
  Front(FakeCloud cloud, Path folder) {
    issuer = Issuer.keptIn(folder.resolve("issuer.key"), ISSUER, AUDIENCE);
    gateway =
        new Gateway(
            new RouteTable(Checkout.functions()),
            new TokenCheck(new AuthorizerSpec(ISSUER, List.of(AUDIENCE)), issuer.keys()),
            (_, event) -> cloud.invoke(event),
            () -> lawNow,
            () -> REAL_NOW);
  }

  /** Sends a request as a person, or without a token, at the instant at which it was sent first. */
  Gateway.Answer send(HttpRequest request, @Nullable String person) {
    sent++;
    lawNow = request.at();
    return gateway.answer(
        new GatewayEvent.Arrived(
            "request-%08d".formatted(sent),
            request.routeKey().substring(0, request.routeKey().indexOf(' ')),
            rawPath(request),
            rawQuery(request),
            headers(request, person),
            ByteBuffer.wrap(request.body().getBytes(StandardCharsets.UTF_8)),
            "203.0.113.1"));
  }

  private static String rawPath(HttpRequest request) {
    String path = request.routeKey().substring(request.routeKey().indexOf(' ') + 1);
    for (Map.Entry<String, String> part : request.path().entrySet()) {
      path = path.replace("{" + part.getKey() + "}", encode(part.getValue()));
    }
    return path;
  }

  private static String rawQuery(HttpRequest request) {
    return request.query().entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Map<String, List<String>> headers(HttpRequest request, @Nullable String person) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    headers.computeIfPresent("idempotency-key", (_, _) -> List.of("cell-%08d".formatted(sent)));
    if (person != null) {
      headers.put("Authorization", List.of("Bearer " + token(person)));
    }
    return headers;
  }

  private String token(String person) {
    return tokens.computeIfAbsent(
        person, name -> issuer.token(name, REAL_NOW, Duration.ofHours(1)));
  }
}
