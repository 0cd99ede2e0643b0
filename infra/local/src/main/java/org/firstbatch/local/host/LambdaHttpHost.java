package org.firstbatch.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.firstbatch.casework.json.Json;

/**
 * Functions behind {@code POST /NAME}, for a control plane that hands its invocations on (see
 * infra/localstack): the handler's class comes in {@code X-Handler}, the environment in {@code
 * X-Env}, a request id in {@code X-Request-Id}; a function that threw is answered 200 with {@code
 * X-Function-Error}, as Lambda does.
 */
public final class LambdaHttpHost implements AutoCloseable {

  private static final int TIMEOUT_SECONDS = 900;

  private final HttpServer server;
  private final Map<String, Path> jarOf;
  private final Map<String, String> environment;
  private final Map<String, LoadedFunction> loaded = new ConcurrentHashMap<>();

  /**
   * Starts listening on loopback.
   *
   * @param port 0 for any that is free
   * @param jarOf the jar by handler class
   * @param environment wins over what comes in {@code X-Env}
   */
  public LambdaHttpHost(int port, Map<String, Path> jarOf, Map<String, String> environment)
      throws IOException {
    this.jarOf = Map.copyOf(jarOf);
    this.environment = Map.copyOf(environment);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] event = exchange.getRequestBody().readAllBytes();
      byte[] answer = answer(exchange, event);
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private byte[] answer(HttpExchange exchange, byte[] event) {
    try {
      String id = header(exchange, "X-Request-Id", "local");
      return function(exchange).invoke(event, id, TIMEOUT_SECONDS);
    } catch (FunctionFailed | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      System.err.println("invocation failed: " + cause);
      exchange.getResponseHeaders().add("X-Function-Error", "Unhandled");
      return Json.write(
              Map.of(
                  "errorType", cause.getClass().getName(),
                  "errorMessage", Objects.toString(cause.getMessage(), "")))
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private LoadedFunction function(HttpExchange exchange) {
    String name = exchange.getRequestURI().getPath().substring(1);
    String handler = header(exchange, "X-Handler", "").replaceFirst("::.*", "");
    Map<String, String> all = new HashMap<>();
    Json.object(header(exchange, "X-Env", "{}"))
        .properties()
        .forEach(variable -> all.put(variable.getKey(), variable.getValue().asText()));
    all.putAll(environment);
    return loaded.computeIfAbsent(name, _ -> new LoadedFunction(name, jar(handler), handler, all));
  }

  private Path jar(String handler) {
    Path jar = jarOf.get(handler);
    if (jar == null) {
      throw new IllegalArgumentException("No jar is known for the handler " + handler);
    }
    return jar;
  }

  private static String header(HttpExchange exchange, String name, String otherwise) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? otherwise : value;
  }

  @Override
  public void close() {
    server.stop(0);
    loaded.values().forEach(LoadedFunction::close);
  }
}
