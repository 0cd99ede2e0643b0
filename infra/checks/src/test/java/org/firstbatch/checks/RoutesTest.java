package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.FunctionSpec.HttpRoute;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The template's routes against the functions that answer them. */
class RoutesTest {

  private static final Path PUBLIC_ROUTES =
      Checkout.root().resolve("infra/checks/src/test/resources/public-routes.txt");

  @Test
  void shouldOpenExactlyTheListedRoutesToThePublic() {
    Set<String> listed =
        Checkout.text(PUBLIC_ROUTES)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> open =
        Checkout.functions().stream()
            .flatMap(function -> function.routes().stream())
            .filter(HttpRoute::open)
            .map(HttpRoute::key)
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(listed, open);
  }

  @Test
  void shouldNotRouteOneRequestToTwoFunctions() {
    List<String> all =
        Checkout.functions().stream()
            .flatMap(function -> function.routes().stream())
            .map(HttpRoute::key)
            .toList();

    assertEquals(all.size(), Set.copyOf(all).size(), () -> "more than once: " + all);
    assertFalse(
        all.stream().anyMatch(key -> key.contains("+}") || key.startsWith("ANY ")), "proxy");
  }

  /** Starts the real handler from the real jar, with the template's own environment. */
  @TestFactory
  Stream<DynamicTest> shouldAnswerInEachFunctionExactlyItsRoutesAndNobodyWithoutAToken() {
    return Checkout.functions().stream()
        .map(
            function -> DynamicTest.dynamicTest(function.name(), () -> assertSameRoutes(function)));
  }

  private static void assertSameRoutes(FunctionSpec function) throws Exception {
    Assumptions.assumeTrue(
        Files.isReadable(function.jar()), "its jar is not built yet: mvn verify builds it first");
    Set<String> declared =
        function.routes().stream()
            .map(HttpRoute::key)
            .collect(Collectors.toCollection(TreeSet::new));

    try (StartedHandler handler = new StartedHandler(function)) {
      assertEquals(declared, handler.routes());
      for (HttpRoute route : function.routes()) {
        if (!route.open()) {
          assertEquals(401, handler.status(withoutToken(route)), route::key);
        }
      }
    }
  }

  /**
   * What the gateway would hand over if its authorizer let somebody pass of whom it knows nothing.
   */
  private static JsonNode withoutToken(HttpRoute route) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("version", "2.0").put("routeKey", route.key()).put("rawPath", route.path());
    event.putObject("pathParameters").put("scheme", "dalian");
    event.putObject("headers").put("idempotency-key", "without-token");
    Instant now = Instant.parse("2026-03-02T02:00:00Z");
    event
        .putObject("requestContext")
        .put("requestId", "request-1")
        .put("timeEpoch", now.toEpochMilli());
    return event;
  }
}
