package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firstbatch.casework.json.Json;
import org.junit.jupiter.api.Test;

/** What nobody could handle can be put aside: whoever must send it to the queue may. */
class UndeliveredTest {

  private static final JsonNode TEMPLATE = Cloud.read(Checkout.template());
  private static final JsonNode QUEUE =
      Json.mapper().createObjectNode().put("!GetAtt", "Undelivered.Arn");
  private static final JsonNode TRANSLATED_QUEUE =
      Json.object("{\"Fn::GetAtt\":[\"Undelivered\",\"Arn\"]}");

  private static List<JsonNode> properties(JsonNode template, String type) {
    return Cloud.resources(template, type).stream()
        .map(resource -> resource.getValue().path("Properties"))
        .toList();
  }

  @Test
  void shouldKeepForTwoWeeksWhatIsPutAsideEncrypted() {
    JsonNode queue = TEMPLATE.at("/Resources/Undelivered/Properties");

    assertEquals(14 * 24 * 60 * 60, queue.path("MessageRetentionPeriod").asInt());
    assertTrue(queue.path("SqsManagedSseEnabled").asBoolean());
  }

  @Test
  void shouldSendEverythingToTheOneQueue() {
    JsonNode functions = TEMPLATE.at("/Globals/Function/DeadLetterQueue");
    assertEquals("SQS", functions.path("Type").asText());
    assertEquals(QUEUE, functions.path("TargetArn"));
    for (String type : List.of("EventBridgeRule", "ScheduleV2")) {
      for (var event : Cloud.events(TEMPLATE, type)) {
        assertEquals(QUEUE, event.getValue().at("/DeadLetterConfig/Arn"), event.getKey());
      }
    }
    for (var event : Cloud.events(TEMPLATE, "DynamoDB")) {
      JsonNode failed = event.getValue().at("/DestinationConfig/OnFailure");
      assertEquals("SQS", failed.path("Type").asText(), event.getKey());
      assertEquals(QUEUE, failed.path("Destination"), event.getKey());
    }
  }

  /** The transform lets a role that it makes send to the queues named; one of our own, not. */
  @Test
  void shouldLeaveItToTheTransformToMakeEachFunctionsRole() {
    for (var function : Cloud.resources(TEMPLATE, "AWS::Serverless::Function")) {
      assertFalse(function.getValue().path("Properties").has("Role"), function.getKey());
      assertFalse(function.getValue().path("Properties").has("DeadLetterQueue"), function.getKey());
    }
    for (var schedule : Cloud.events(TEMPLATE, "ScheduleV2")) {
      assertFalse(schedule.getValue().has("RoleArn"), schedule.getKey());
    }
  }

  /** A rule has no role: the queue itself must let rules in, and only those of this account. */
  @Test
  void shouldLetRulesOfThisAccountSendToTheQueue() {
    List<JsonNode> statements =
        properties(TEMPLATE, "AWS::SQS::QueuePolicy").stream()
            .filter(policy -> policy.path("Queues").toString().contains("\"Undelivered\""))
            .flatMap(policy -> Cloud.statements(policy).stream())
            .toList();

    assertEquals(1, statements.size(), "statements about the queue");
    JsonNode rules = statements.getFirst();
    assertEquals("Allow", rules.path("Effect").asText());
    assertEquals("events.amazonaws.com", rules.at("/Principal/Service").asText());
    assertEquals("sqs:SendMessage", rules.path("Action").asText());
    assertEquals(QUEUE, rules.path("Resource"));
    assertEquals(
        Json.mapper().createObjectNode().put("!Ref", "AWS::AccountId"),
        rules.at("/Condition/StringEquals/aws:SourceAccount"));
  }

  @Test
  void shouldLetEveryRoleOfTheTranslatedTemplateThatMustSendToTheQueue() {
    JsonNode translated = Translated.read();
    Set<String> must = new TreeSet<>();
    for (JsonNode function : properties(translated, "AWS::Lambda::Function")) {
      assertEquals(TRANSLATED_QUEUE, function.at("/DeadLetterConfig/TargetArn"));
      must.add(role(function.path("Role")));
    }
    for (JsonNode schedule : properties(translated, "AWS::Scheduler::Schedule")) {
      assertEquals(TRANSLATED_QUEUE, schedule.at("/Target/DeadLetterConfig/Arn"));
      must.add(role(schedule.at("/Target/RoleArn")));
    }
    for (JsonNode pipe : properties(translated, "AWS::Pipes::Pipe")) {
      must.add(role(pipe.path("RoleArn")));
    }

    must.removeAll(senders(translated));
    assertEquals(Set.of(), must);
  }

  private static String role(JsonNode arn) {
    return arn.at("/Fn::GetAtt/0").asText();
  }

  private static Set<String> senders(JsonNode translated) {
    return Cloud.resources(translated, "AWS::IAM::Role").stream()
        .filter(
            role ->
                Cloud.statements(role.getValue().path("Properties").path("Policies")).stream()
                    .anyMatch(UndeliveredTest::sends))
        .map(role -> role.getKey())
        .collect(Collectors.toSet());
  }

  private static boolean sends(JsonNode statement) {
    return statement.path("Effect").asText().equals("Allow")
        && Cloud.each(statement.path("Action")).stream()
            .anyMatch(action -> action.asText().equals("sqs:SendMessage"))
        && Cloud.each(statement.path("Resource")).contains(TRANSLATED_QUEUE);
  }

  @Test
  void shouldSendEveryRulesFailuresToTheQueueInTheTranslatedTemplate() {
    List<JsonNode> rules = properties(Translated.read(), "AWS::Events::Rule");

    assertFalse(rules.isEmpty());
    for (JsonNode rule : rules) {
      rule.path("Targets")
          .forEach(
              target ->
                  assertEquals(
                      TRANSLATED_QUEUE,
                      target.at("/DeadLetterConfig/Arn"),
                      target.path("Id").asText()));
    }
  }
}
