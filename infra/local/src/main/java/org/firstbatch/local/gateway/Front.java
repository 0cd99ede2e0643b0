package org.firstbatch.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Shows below an address what can be found there, by GET and HEAD; all else is 404. */
final class Front {

  private final String prefix;
  private final Finder finder;
  private final UnaryOperator<String> types;

  /** Finds what a name below the address stands for. */
  @FunctionalInterface
  interface Finder {
    Optional<byte[]> find(String name) throws IOException;
  }

  private Front(String prefix, Finder finder, UnaryOperator<String> types) {
    this.prefix = prefix;
    this.finder = finder;
    this.types = types;
  }

  /**
   * Adds the address to a server.
   *
   * @param types the media type of what was found, by its name
   */
  static void serve(HttpServer server, String prefix, Finder finder, UnaryOperator<String> types) {
    server.createContext(prefix, new Front(prefix, finder, types)::handle);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String name = exchange.getRequestURI().getPath().substring(prefix.length());
      Optional<byte[]> found =
          method.equals("GET") || method.equals("HEAD") ? finder.find(name) : Optional.empty();
      byte[] body = found.orElse("404 Not Found".getBytes(StandardCharsets.UTF_8));
      exchange
          .getResponseHeaders()
          .set("content-type", found.isPresent() ? types.apply(name) : "text/plain");
      boolean head = method.equals("HEAD");
      exchange.sendResponseHeaders(found.isPresent() ? 200 : 404, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
