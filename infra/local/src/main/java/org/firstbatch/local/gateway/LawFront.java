package org.firstbatch.local.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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
    Front.serve(server, PREFIX, this::page, _ -> "text/plain; charset=utf-8");
  }

  /** A page of the folder; nothing beside it. */
  private Optional<byte[]> page(String name) throws IOException {
    Path page = folder.resolve(name).normalize();
    return name.endsWith(".md") && page.startsWith(folder) && Files.isRegularFile(page)
        ? Optional.of(Files.readAllBytes(page))
        : Optional.empty();
  }
}
