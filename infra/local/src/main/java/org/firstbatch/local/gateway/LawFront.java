package org.firstbatch.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Shows the pages of the law at {@value #PREFIX}, as they are in the checkout: findings link to
 * them.
 */
public final class LawFront {

  static final String PREFIX = "/docs/scheme/";

  private final Path folder;

  /**
   * @param root the checkout
   */
  public LawFront(Path root) {
    this.folder = root.resolve(PREFIX.substring(1)).normalize();
  }

  /** Adds the address to a server. */
  public void serve(HttpServer server) {
    server.createContext(PREFIX, this::handle);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      Optional<Path> page =
          method.equals("GET") || method.equals("HEAD")
              ? page(exchange.getRequestURI().getPath().substring(PREFIX.length()))
              : Optional.empty();
      byte[] body =
          page.isPresent()
              ? Files.readAllBytes(page.get())
              : "404 Not Found".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "text/plain; charset=utf-8");
      boolean head = method.equals("HEAD");
      exchange.sendResponseHeaders(page.isPresent() ? 200 : 404, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** A page of the folder; nothing beside it. */
  private Optional<Path> page(String name) {
    Path page = folder.resolve(name).normalize();
    return name.endsWith(".md") && page.startsWith(folder) && Files.isRegularFile(page)
        ? Optional.of(page)
        : Optional.empty();
  }
}
