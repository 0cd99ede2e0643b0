package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No role may do more than it must. */
class PermissionsTest {

  /** What the transform adds by itself: logs, traces, and reading a stream. */
  private static final Set<String> MANAGED =
      Set.of(
          "AWSLambdaBasicExecutionRole",
          "AWSXRayDaemonWriteAccess",
          "AWSLambdaDynamoDBExecutionRole");

  @Test
  void shouldGiveEveryFunctionStatementsOfItsOwn() {
    for (var function :
        Cloud.resources(Cloud.read(Checkout.template()), "AWS::Serverless::Function")) {
      List<JsonNode> statements =
          Cloud.statements(function.getValue().path("Properties").path("Policies"));

      assertFalse(statements.isEmpty(), function.getKey());
      assertNarrow(function.getKey(), statements);
    }
  }

  /** A pipe reads one stream, writes to one bus, puts aside in one queue. */
  @Test
  void shouldGiveEveryRoleOfTheTemplateNoMoreThanItsStatements() {
    for (var role : Cloud.resources(Cloud.read(Checkout.template()), "AWS::IAM::Role")) {
      List<JsonNode> statements =
          Cloud.statements(role.getValue().path("Properties").path("Policies"));

      assertFalse(statements.isEmpty(), role.getKey());
      assertNarrow(role.getKey(), statements);
      assertFalse(role.getValue().path("Properties").has("ManagedPolicyArns"), role.getKey());
    }
  }

  /** As AWS sees it. */
  @Test
  void shouldGiveNoRoleOfTheTranslatedTemplateAWildcard() {
    JsonNode translated = Translated.read();
    List<String> managed = new ArrayList<>();
    for (var role : Cloud.resources(translated, "AWS::IAM::Role")) {
      JsonNode properties = role.getValue().path("Properties");
      assertNarrow(role.getKey(), Cloud.statements(properties.path("Policies")));
      properties
          .path("ManagedPolicyArns")
          .forEach(arn -> managed.add(arn.asText().replaceFirst(".*/", "")));
    }

    assertTrue(MANAGED.containsAll(managed), () -> managed.toString());
  }

  private static void assertNarrow(String name, List<JsonNode> statements) {
    for (JsonNode statement : statements) {
      assertEquals("Allow", statement.path("Effect").asText(), name);
      assertFalse(Cloud.each(statement.path("Action")).isEmpty(), name);
      for (JsonNode action : Cloud.each(statement.path("Action"))) {
        assertTrue(action.isTextual() && !action.asText().contains("*"), name + ": " + action);
        assertFalse(action.asText().endsWith(":Scan"), name + ": " + action);
      }
      assertFalse(Cloud.each(statement.path("Resource")).isEmpty(), name);
      for (JsonNode resource : Cloud.each(statement.path("Resource"))) {
        assertFalse(resource.asText().equals("*"), name + ": " + statement);
      }
    }
  }
}
