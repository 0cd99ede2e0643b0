package org.firstbatch.local.city;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;

/**
 * Calls the API over HTTP as the sample city's people. Each change's idempotency key follows from
 * the change, so that a play that was interrupted is played again from the start: what was done is
 * answered as before, the rest is done.
 */
final class Api {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);
  private static final int BUSY = 503;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final String scheme;
  private final Function<String, String> tokens;
  private final Done done;
  private final Map<String, String> tokenOf = new ConcurrentHashMap<>();

  /**
   * @param tokens makes a person's token
   * @param done what an interrupted play did before
   */
  Api(String address, String scheme, Function<String, String> tokens, Done done) {
    this.done = done;
    this.address = address;
    this.scheme = scheme;
    this.tokens = tokens;
  }

  /**
   * An answer.
   *
   * @param etag empty for none
   * @param location empty for none
   */
  record Answer(int status, String body, String etag, String location) {
    JsonNode json() {
      return body.startsWith("{") ? Json.object(body) : MissingNode.getInstance();
    }
  }

  /** The sample city did not go as told. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unexpected(String message) {
      super(message);
    }
  }

  String schemeAddress() {
    return address + "/v1/schemes/" + scheme;
  }

  String token(String person) {
    return tokenOf.computeIfAbsent(person, tokens);
  }

  /** Reads as a person; as the public when the person is empty. */
  JsonNode get(String person, String path) {
    return read(person, path).json();
  }

  /** Reads, with the answer's headers. */
  Answer read(String person, String path) {
    return expect(send(request(person, path).GET()), 200, "GET " + path);
  }

  /** Reads a list whole, page after page. */
  List<JsonNode> all(String person, String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(person, path + "?limit=100" + cursor);
      items.addAll(Founding.items(page));
      cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  /** Changes something and expects one status. */
  Answer post(String person, String path, Map<String, ?> body, int expected) {
    return expect(
        attempt(person, "POST", path, body, () -> ""), expected, person + " POST " + path);
  }

  Answer put(String person, String path, Map<String, ?> body, String etag) {
    return expect(attempt(person, "PUT", path, body, () -> etag), 200, person + " PUT " + path);
  }

  /** Acts on a record as it stands: the version is read first, unless this was done before. */
  Answer review(String person, String record, String act, Map<String, ?> body) {
    return review(person, record, act, body, 200);
  }

  /** As {@link #review(String, String, String, Map)}, expecting one status. */
  Answer review(String person, String record, String act, Map<String, ?> body, int expected) {
    String path = record + "/" + act;
    Answer answer = attempt(person, "POST", path, body, () -> read(person, record).etag());
    return expect(answer, expected, person + " POST " + path);
  }

  /**
   * Acts on a record as it stands, where that was done before in the same words.
   *
   * @param occasion tells the two apart
   */
  Answer reviewAgain(String person, String record, String act, String occasion) {
    String path = record + "/" + act;
    String what = String.join("\n", person, "POST", path, occasion);
    Answer answer = once(what, person, "POST", path, "{}", () -> read(person, record).etag());
    return expect(answer, 200, person + " POST " + path);
  }

  Answer patch(String person, String path, Map<String, ?> body, String etag) {
    return expect(attempt(person, "PATCH", path, body, () -> etag), 200, person + " PATCH " + path);
  }

  /** Changes something, whatever is answered. */
  private Answer attempt(
      String person, String method, String path, Map<String, ?> body, Supplier<String> version) {
    String text = ordered(body);
    return once(String.join("\n", person, method, path, text), person, method, path, text, version);
  }

  /** Changes something, unless it was done before. */
  private Answer once(
      String what,
      String person,
      String method,
      String path,
      String text,
      Supplier<String> version) {
    Optional<Answer> before = done.find(key(what));
    if (before.isPresent()) {
      return before.get();
    }
    String etag = version.get();
    String key = etag.isEmpty() ? key(what) : key(what + "\n" + etag);
    Answer answer = attempt(person, method, path, text, key, etag);
    done.add(key(what), answer);
    return answer;
  }

  private static String key(String what) {
    return Hashes.hex(what).substring(0, 40);
  }

  /** The same text each time: maps have no order of their own. */
  private static String ordered(Map<String, ?> body) {
    try {
      return Json.mapper()
          .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new Unexpected("Not JSON: " + e);
    }
  }

  private Answer attempt(
      String person, String method, String path, String text, String key, String etag) {
    HttpRequest.Builder request =
        request(person, path)
            .method(method, HttpRequest.BodyPublishers.ofString(text))
            .header("content-type", "application/json")
            .header("idempotency-key", key);
    if (!etag.isEmpty()) {
      request.header("if-match", etag);
    }
    Answer answer = send(request);
    for (int again = 0; answer.status() == BUSY && again < 20; again++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      answer = send(request);
    }
    return answer;
  }

  private HttpRequest.Builder request(String person, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(schemeAddress() + path));
    if (!person.isEmpty()) {
      request.header("authorization", "Bearer " + token(person));
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> answer = http(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        answer.body(),
        answer.headers().firstValue("etag").orElse(""),
        answer.headers().firstValue("location").orElse(""));
  }

  private <T> HttpResponse<T> http(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new Unexpected(request.uri() + " does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unexpected("interrupted");
    }
  }

  private static Answer expect(Answer answer, int status, String what) {
    if (answer.status() != status) {
      throw new Unexpected(
          "%s: %d instead of %d: %s".formatted(what, answer.status(), status, answer.body()));
    }
    return answer;
  }

  /** Reads until what is read is as wished; long work answers 202 and a place to look. */
  JsonNode await(String person, String path, Predicate<JsonNode> wish) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonNode json = get(person, path);
    while (!wish.test(json)) {
      if (System.nanoTime() > deadline) {
        throw new Unexpected("GET " + path + " stays at " + json);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      json = get(person, path);
    }
    return json;
  }

  /** Puts bytes to a presigned address with exactly the headers that are signed. */
  int upload(JsonNode presigned, byte[] content) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(presigned.path("uri").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
    presigned.path("headers").properties().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("content-length"))
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    return http(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** Follows a link. */
  byte[] download(String link) {
    HttpResponse<byte[]> answer =
        http(
            HttpRequest.newBuilder(URI.create(link)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      throw new Unexpected("GET " + link + ": " + answer.statusCode() + " " + body);
    }
    return answer.body();
  }

  /** Moves the law's clock, unless it is there or beyond already. */
  void clockTo(String to) {
    HttpRequest.Builder where = HttpRequest.newBuilder(URI.create(address + "/local/clock"));
    Instant now = Instant.parse(send(where.copy().GET()).json().path("now").asText());
    if (now.isBefore(OffsetDateTime.parse(to).toInstant())) {
      String body = Json.write(Map.of("to", to));
      Answer moved = send(where.POST(HttpRequest.BodyPublishers.ofString(body)));
      expect(moved, 200, "POST /local/clock " + to);
    }
  }
}
