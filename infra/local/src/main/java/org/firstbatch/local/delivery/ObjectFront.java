package org.firstbatch.local.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Stands in front of the S3 server, which reports nothing: passes every request on as it is,
 * signature and all, and notes each object that was put.
 */
public final class ObjectFront implements AutoCloseable {

  static {
    // The signature covers the Host header, so it must be passed on as it came.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "expect", "transfer-encoding", "upgrade", "date");

  private final HttpServer server;
  private final HttpClient client;
  private final URI store;
  private final ArrivalLog log;
  private final ObjectEvents events;

  /**
   * Starts listening on loopback.
   *
   * @param port 0 for any that is free
   * @param store where the S3 server listens
   */
  public ObjectFront(int port, URI store, ArrivalLog log, ObjectEvents events) throws IOException {
    this.store = store;
    this.log = log;
    this.events = events;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isPut(exchange)) {
        put(exchange);
      } else {
        answer(exchange, pass(exchange));
      }
    }
  }

  private static boolean isPut(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    return exchange.getRequestMethod().equals("PUT")
        && path.indexOf('/', 1) > 0
        && path.indexOf('/', 1) < path.length() - 1;
  }

  private void put(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    ArrivalLog.Arrival arrival = ArrivalLog.Arrival.of(path, size(exchange));
    Path begun = log.begin(arrival);
    HttpResponse<InputStream> answer = pass(exchange);
    if (answer.statusCode() / 100 == 2) {
      String etag = answer.headers().firstValue("etag").orElse("").replace("\"", "");
      events.add(log.arrive(begun, arrival.withEtag(etag)));
    } else {
      log.forget(begun);
    }
    answer(exchange, answer);
  }

  private static long size(HttpExchange exchange) {
    String decoded = exchange.getRequestHeaders().getFirst("x-amz-decoded-content-length");
    return decoded == null ? length(exchange) : Long.parseLong(decoded);
  }

  private static long length(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("content-length");
    return length == null ? 0 : Long.parseLong(length);
  }

  private HttpResponse<InputStream> pass(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(store.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), body(exchange));
    exchange.getRequestHeaders().forEach((name, values) -> copy(request, name, values));
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static HttpRequest.BodyPublisher body(HttpExchange exchange) {
    long length = length(exchange);
    return length == 0
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.fromPublisher(
            HttpRequest.BodyPublishers.ofInputStream(exchange::getRequestBody), length);
  }

  private static void copy(HttpRequest.Builder request, String name, List<String> values) {
    if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<InputStream> answer)
      throws IOException {
    for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!NOT_PASSED_ON.contains(name)) {
        exchange.getResponseHeaders().put(header.getKey(), header.getValue());
      }
    }
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    long length = answer.headers().firstValueAsLong("content-length").orElse(0);
    if (isHead) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
    }
    boolean hasBody = !isHead && answer.statusCode() != 204 && answer.statusCode() != 304;
    boolean isEmpty = length == 0 && answer.headers().firstValue("content-length").isPresent();
    try (InputStream body = answer.body()) {
      exchange.sendResponseHeaders(answer.statusCode(), hasBody && !isEmpty ? length : -1);
      if (hasBody && !isEmpty) {
        body.transferTo(exchange.getResponseBody());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
