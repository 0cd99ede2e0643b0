package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** No role may do more than it must. */
class PermissionsTest {

  /** What the transform adds by itself: logs, traces, and reading a stream. */
  private static final Set<String> MANAGED =
      Set.of(
          "AWSLambdaBasicExecutionRole",
          "AWSXRayDaemonWriteAccess",
          "AWSLambdaDynamoDBExecutionRole");

  private static final Path TRANSLATED = Checkout.root().resolve("target/translated-template.json");

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

  /** As AWS sees it; .ci/run makes the translation. */
  @Test
  void shouldGiveNoRoleOfTheTranslatedTemplateAWildcard() {
    JsonNode translated = translated();
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

  private static JsonNode translated() {
    Assumptions.assumeTrue(
        Files.isReadable(TRANSLATED), "not translated: .ci/run does it with the SAM translator");
    JsonNode translated = Json.object(Checkout.text(TRANSLATED));
    byte[] template = Checkout.text(Checkout.template()).getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Hashes.digest().digest(template));
    Assumptions.assumeTrue(
        translated.path("Metadata").path("TranslatedFrom").asText().equals(hash),
        "translated from an older template: .ci/run does it again");
    return translated;
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
