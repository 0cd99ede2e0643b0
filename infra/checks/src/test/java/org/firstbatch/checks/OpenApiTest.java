package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firstbatch.casework.http.HttpAnswer;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.json.Json;
import org.firstbatch.checks.OpenApi.Content;
import org.firstbatch.checks.OpenApi.Operation;
import org.firstbatch.checks.Play.Answered;
import org.junit.jupiter.api.Test;

/** infra/openapi.yaml against the template, against itself, and against what functions answer. */
class OpenApiTest {

  private final OpenApi api = OpenApi.read();

  private Collection<Operation> operations() {
    return api.operations().values();
  }

  @Test
  void shouldDescribeExactlyTheRoutesOfTheTemplateWithTheirSecurity() {
    Map<String, Boolean> wired = new TreeMap<>();
    Checkout.functions().stream()
        .flatMap(function -> function.routes().stream())
        .forEach(route -> wired.put(route.key(), route.open()));
    Map<String, Boolean> described = new TreeMap<>();
    operations().forEach(operation -> described.put(operation.key(), operation.isPublic()));

    assertEquals(wired, described);
  }

  @Test
  void shouldDescribeRoutesThatFunctionsAnswerWithTheSameAccessAndQueryParameters() {
    try (FakeCloud cloud = new FakeCloud()) {
      for (Operation operation : operations()) {
        Route route = cloud.route(operation.key());
        assertEquals(route.access().isPublic(), operation.isPublic(), operation::key);
        assertEquals(
            route.endpoint() instanceof Route.Command,
            takesKey(operation),
            () -> operation.key() + ": Idempotency-Key");
        assertEquals(
            new TreeSet<>(route.parameters()),
            operation.query(),
            () -> operation.key() + ": query");
      }
    }
  }

  private static boolean takesKey(Operation operation) {
    return operation.parameters().stream()
        .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key"));
  }

  @Test
  void shouldGiveAnExampleForEveryRequestAndEveryAnswer() {
    Set<String> without = new TreeSet<>();
    for (Operation operation : operations()) {
      api.contents(operation).stream()
          .filter(content -> content.examples().isEmpty() || content.schema().isMissingNode())
          .forEach(content -> without.add(content.where()));
      operation.parameters().stream()
          .filter(parameter -> !parameter.has("example"))
          .forEach(parameter -> without.add(operation.id() + " " + parameter.path("name")));
    }

    assertEquals(Set.of(), without);
  }

  @Test
  void shouldGiveExamplesThatFitTheirSchemas() {
    List<String> mistakes = new ArrayList<>();
    for (Operation operation : operations()) {
      for (Content content : api.contents(operation)) {
        for (JsonNode example : content.examples()) {
          api.mistakesAndUnknown(content.schema(), example)
              .forEach(mistake -> mistakes.add(content.where() + ": " + mistake));
        }
      }
      for (JsonNode parameter : operation.parameters()) {
        api.mistakes(parameter.path("schema"), parameter.path("example"))
            .forEach(mistake -> mistakes.add(parameter.path("name") + ": " + mistake));
      }
    }

    assertEquals(List.of(), mistakes);
  }

  /** Each request that is shown as an example, sent by somebody who may send it. */
  @Test
  void shouldAnswerEveryExampleAsDescribed() {
    try (FakeCloud cloud = new FakeCloud()) {
      Play play = new Play(api, cloud);
      new YearOfExamples(cloud, play).play();

      List<String> mistakes = new ArrayList<>();
      play.answers().forEach(answered -> mistakes.addAll(mistakes(answered)));
      assertEquals(List.of(), mistakes);
      assertEquals(Set.of(), neverDone(play));
    }
  }

  /**
   * As it stands, of the first who could: whatever else the answer is, the example is no bad input.
   */
  @Test
  void shouldTakeEveryExampleAsItStands() {
    try (FakeCloud cloud = new FakeCloud()) {
      Play play = new Play(api, cloud);
      new YearOfExamples(cloud, play).play();
      List<Answered> year = List.copyOf(play.answers());
      play.forgetAll();

      List<String> mistakes = new ArrayList<>();
      for (Operation operation : operations()) {
        if (!operation.request().isMissingNode()) {
          mistakes.addAll(mistakes(again(play, year, operation)));
        }
      }
      assertEquals(List.of(), mistakes);
    }
  }

  private static Answered again(Play play, List<Answered> year, Operation operation) {
    Answered first =
        year.stream()
            .filter(answered -> answered.operation().equals(operation) && answered.isSuccess())
            .findFirst()
            .orElseThrow();
    return first.person() == null
        ? play.open(operation.id())
        : play.as(first.person(), operation.id());
  }

  @Test
  void shouldShowValuesThatFitTheSchemasThatShowThem() {
    List<String> mistakes = new ArrayList<>();
    api.shown()
        .forEach(
            shown ->
                api.mistakesAndUnknown(shown.schema(), shown.value())
                    .forEach(mistake -> mistakes.add(shown.where() + ": " + mistake)));

    assertEquals(List.of(), mistakes);
  }

  @Test
  void shouldRefuseWhoeverMayNotAsDescribed() {
    try (FakeCloud cloud = new FakeCloud()) {
      Play play = new Play(api, cloud).at("2026-03-02T02:00:00Z");
      operations().stream()
          .filter(operation -> !operation.isPublic())
          .forEach(operation -> assertRefused(play, operation));

      List<String> mistakes = new ArrayList<>();
      play.answers().forEach(answered -> mistakes.addAll(mistakes(answered)));
      assertEquals(List.of(), mistakes);
    }
  }

  private static void assertRefused(Play play, Operation operation) {
    int withoutToken = play.open(operation.id()).http().statusCode();
    int ofAStranger = play.as("stranger", operation.id()).http().statusCode();
    boolean forMembers = operation.node().path("responses").has("403");

    assertEquals(401, withoutToken, operation::key);
    assertEquals(forMembers, ofAStranger == 403, operation::key);
  }

  private List<String> mistakes(Answered answered) {
    HttpAnswer http = answered.http();
    String where = answered.operation().id() + " " + http.statusCode();
    JsonNode described = api.response(answered.operation(), String.valueOf(http.statusCode()));
    List<String> mistakes = new ArrayList<>();
    if (http.statusCode() == 400 || described.isMissingNode()) {
      mistakes.add(where + " is not expected: " + http.body());
      return mistakes;
    }
    if (described.has("content") || !http.body().isEmpty()) {
      content(described, http, where).forEach(mistake -> mistakes.add(where + ": " + mistake));
    }
    Set<String> headers = names(described.path("headers"));
    if (!headers.equals(described(http))) {
      mistakes.add(where + ": headers " + described(http) + ", described are " + headers);
    }
    return mistakes;
  }

  private Set<ValidationMessage> content(JsonNode described, HttpAnswer http, String where) {
    String type = http.headers().getOrDefault("content-type", "").replaceFirst(";.*", "");
    JsonNode schema = described.path("content").path(type).path("schema");
    assertTrue(schema.isObject(), () -> where + ": no schema of " + type);
    return api.mistakesAndUnknown(schema, Json.object(http.body()));
  }

  private static Set<String> described(HttpAnswer http) {
    Set<String> sent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    sent.addAll(http.headers().keySet());
    sent.removeAll(Set.of("content-type", "cache-control"));
    return sent;
  }

  private static Set<String> names(JsonNode headers) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    headers.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Set<String> neverDone(Play play) {
    Set<String> done =
        play.answers().stream()
            .filter(Answered::isSuccess)
            .map(answered -> answered.operation().id())
            .collect(Collectors.toSet());
    Set<String> left = new TreeSet<>(api.operations().keySet());
    left.removeAll(done);
    return left;
  }
}
