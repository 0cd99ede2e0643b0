package org.firstbatch.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LawFrontTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    new LawFront(Path.of("../..").toAbsolutePath().normalize()).serve(server);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return call("GET", path);
  }

  private HttpResponse<String> call(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void shouldOpenThePageToWhichAFindingLinks() throws Exception {
    String page = Grounds.of("3.rate-ceiling", "第三条").met(Text.of("未超过", "Within")).page();

    HttpResponse<String> answer = get(page);

    assertEquals(200, answer.statusCode());
    assertEquals(
        "text/plain; charset=utf-8", answer.headers().firstValue("content-type").orElse(""));
    assertTrue(answer.body().contains("3.rate-ceiling"), answer.body());
  }

  @Test
  void shouldBeReadOnly() throws Exception {
    String page = "docs/scheme/articles/03.md";

    assertEquals(200, call("HEAD", page).statusCode());
    assertEquals("", call("HEAD", page).body());
    for (String method : new String[] {"POST", "PUT", "DELETE"}) {
      assertEquals(404, call(method, page).statusCode(), method);
    }
  }

  @Test
  void shouldShowNothingBesideThePages() throws Exception {
    for (String path :
        new String[] {
          "docs/scheme/articles/99.md",
          "docs/scheme/articles/",
          "docs/scheme/%2e%2e/access.md",
          "docs/scheme/%2e%2e/%2e%2e/pom.xml",
          "docs/scheme/%2e%2e/%2e%2e/README.md"
        }) {
      assertEquals(404, get(path).statusCode(), path);
    }
  }
}
