package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.firstbatch.casework.http.HttpAnswer;
import org.firstbatch.casework.http.HttpRequest;
import org.firstbatch.casework.json.Json;
import org.firstbatch.checks.OpenApi.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests that the description shows as examples. What a path, query or header names is
 * the parameter's example unless the play knows better.
 */
final class Play {

  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

  private final OpenApi api;
  private final FakeCloud cloud;
  private final Map<String, String> known = new HashMap<>();
  private final List<Answered> answers = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  Play(OpenApi api, FakeCloud cloud) {
    this.api = api;
    this.cloud = cloud;
  }

  /** What an operation answered to a person; null without a token. */
  record Answered(Operation operation, @Nullable String person, HttpAnswer http) {
    JsonNode json() {
      return Json.object(http.body());
    }

    boolean isSuccess() {
      return http.statusCode() / 100 == 2 || http.statusCode() == 303;
    }
  }

  List<Answered> answers() {
    return answers;
  }

  Play at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  Instant now() {
    return now;
  }

  /** From now on this is what a parameter of that name says. */
  Play know(String parameter, String value) {
    known.put(parameter, value);
    return this;
  }

  /** What a parameter says since {@link #know}. */
  String known(String parameter) {
    return Objects.requireNonNull(known.get(parameter), parameter);
  }

  /** Parameters of that name are left out, or say their example, again. */
  void forget(String parameter) {
    known.remove(parameter);
  }

  /** Every parameter says its example again. */
  void forgetAll() {
    known.clear();
  }

  /** Calls an operation without a token. */
  Answered open(String operation) {
    return call(null, operation, body -> {});
  }

  /** Calls an operation with the example of its request. */
  Answered as(String person, String operation) {
    return call(person, operation, body -> {});
  }

  /** Calls an operation with its example, changed. */
  Answered as(String person, String operation, Consumer<ObjectNode> change) {
    return call(person, operation, change);
  }

  /** Acts on a record in the version that was just read. */
  void asSeen(String person, String read, String act) {
    asSeen(person, read, act, body -> {});
  }

  /** As {@link #asSeen(String, String, String)}, with the example of the request changed. */
  void asSeen(String person, String read, String act, Consumer<ObjectNode> change) {
    Answered shown = as(person, read);
    know("If-Match", shown.http().headers().getOrDefault("etag", ""));
    as(person, act, change);
    forget("If-Match");
  }

  private Answered call(@Nullable String person, String id, Consumer<ObjectNode> change) {
    Operation operation = api.operations().get(id);
    if (operation == null) {
      throw new AssertionError("there is no operation " + id);
    }
    Answered answered =
        new Answered(
            operation, person, cloud.answer(request(person, operation, body(operation, change))));
    answers.add(answered);
    return answered;
  }

  private static String body(Operation operation, Consumer<ObjectNode> change) {
    if (operation.request().isMissingNode()) {
      return "";
    }
    ObjectNode body = operation.request().deepCopy();
    change.accept(body);
    return body.toString();
  }

  private HttpRequest request(@Nullable String person, Operation operation, String body) {
    Map<String, String> path = parameters(operation, "path");
    String number = "%08d".formatted(answers.size() + 1);
    Map<String, String> headers = parameters(operation, "header");
    headers.computeIfPresent("idempotency-key", (_, _) -> "key-" + number);
    return new HttpRequest(
        operation.key(),
        rawPath(operation, path),
        path,
        parameters(operation, "query"),
        headers,
        body,
        person,
        "request-" + number,
        now);
  }

  private static String rawPath(Operation operation, Map<String, String> path) {
    String template = operation.key().substring(operation.key().indexOf(' ') + 1);
    return PART.matcher(template).replaceAll((MatchResult part) -> path.get(part.group(1)));
  }

  /** The parameters that are required, and those that the play knows. */
  private Map<String, String> parameters(Operation operation, String in) {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      if (!parameter.path("in").asText().equals(in)) {
        continue;
      }
      String value = known.get(in.equals("query") ? "?" + name : name);
      if (value != null || parameter.path("required").asBoolean()) {
        String said = value == null ? parameter.path("example").asText() : value;
        values.put(in.equals("header") ? name.toLowerCase(Locale.ROOT) : name, said);
      }
    }
    return values;
  }
}
