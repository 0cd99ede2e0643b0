package org.firstbatch.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.FunctionSpec.HttpRoute;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private static RouteTable table(String... keys) {
    List<HttpRoute> routes =
        Arrays.stream(keys)
            .map(key -> key.split(" "))
            .map(key -> new HttpRoute(key[0], key[1], false))
            .toList();
    return new RouteTable(
        List.of(
            new FunctionSpec(
                "F", Path.of("f.jar"), "F", Map.of(), 3, routes, List.of(), List.of(), List.of())));
  }

  private static String found(RouteTable table, String method, String path) {
    return table.find(method, path).map(match -> match.route().key()).orElse("");
  }

  @Test
  void shouldPreferAFixedWordToAVariable() {
    RouteTable table = table("GET /years/{year}/{what}", "GET /years/{year}/position");

    assertEquals("GET /years/{year}/position", found(table, "GET", "/years/2026/position"));
    assertEquals("GET /years/{year}/{what}", found(table, "GET", "/years/2026/plans"));
  }

  @Test
  void shouldPreferAVariableToTheRestAndAMethodToAny() {
    RouteTable table = table("ANY /{rest+}", "GET /{one}", "ANY /{one}");

    assertEquals("GET /{one}", found(table, "GET", "/a"));
    assertEquals("ANY /{one}", found(table, "PUT", "/a"));
    assertEquals("ANY /{rest+}", found(table, "GET", "/a/b"));
  }

  @Test
  void shouldFindNothingForAnotherMethodOrALongerPath() {
    RouteTable table = table("GET /policies/{policy}");

    assertEquals("", found(table, "POST", "/policies/p"));
    assertEquals("", found(table, "GET", "/policies/p/documents"));
    assertEquals("", found(table, "GET", "/policies/"));
  }

  @Test
  void shouldDecodeVariablesAndKeepPlusSigns() {
    var match = table("GET /lists/{list}").find("GET", "/lists/a%2Fb%20%E9%A6%96+c");

    assertTrue(match.isPresent());
    assertEquals(Map.of("list", "a/b 首+c"), match.get().parameters());
  }
}
