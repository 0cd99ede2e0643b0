package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.Table;
import org.firstbatch.local.clock.Cron;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.PipeSpec;
import org.firstbatch.local.template.TableSpec;
import org.firstbatch.local.template.Template;
import org.firstbatch.storage.IndexNames;
import org.junit.jupiter.api.Test;

/** The template against the code that it wires. */
class TemplateTest {

  private static final JsonNode TEMPLATE = Cloud.read(Checkout.template());

  /** What only some functions need. */
  private static final Set<String> OWN = Set.of("FIRSTBATCH_SCANNER_ADDRESS");

  @Test
  void shouldNameForEachFunctionAHandlerOfItsOwnModulesJar() {
    for (FunctionSpec function : Checkout.functions()) {
      String module = function.handler().split("\\.")[2];
      String jar = "firstbatch-" + module + "-" + Checkout.version() + "-function.jar";
      Path expected = Checkout.root().resolve("functions").resolve(module).resolve("target");

      assertEquals(expected.resolve(jar), function.jar().toAbsolutePath().normalize());
      assertDoesNotThrow(() -> Class.forName(function.handler()), function.name());
    }
  }

  @Test
  void shouldGiveEachFunctionTheNameOfEveryTableAndBucket() {
    Set<String> names = new TreeSet<>();
    Arrays.stream(Table.values()).forEach(each -> names.add("FIRSTBATCH_TABLES_" + each.name()));
    Arrays.stream(Bucket.values()).forEach(each -> names.add("FIRSTBATCH_BUCKETS_" + each.name()));
    names.addAll(Set.of("FIRSTBATCH_REGION", "FIRSTBATCH_FIRST_ADMINISTRATOR"));
    names.addAll(Set.of("FIRSTBATCH_WEBSITE_ADDRESS", "FIRSTBATCH_API_ADDRESS"));
    names.add("FIRSTBATCH_LAW_ADDRESS");

    for (FunctionSpec function : Checkout.functions()) {
      Set<String> given =
          function.environment().keySet().stream()
              .filter(name -> name.startsWith("FIRSTBATCH_"))
              .filter(name -> !OWN.contains(name))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(names, given, function.name());
    }
  }

  @Test
  void shouldDeclareTheTablesAndIndexesThatTheCodeUses() {
    List<TableSpec> tables =
        Template.read(Checkout.template(), "firstbatch", "cn-north-1", Map.of()).tables();
    Map<String, String> expected =
        Arrays.stream(Index.values())
            .collect(
                Collectors.toMap(
                    IndexNames::name,
                    each -> each.partitionAttribute() + " " + each.sortAttribute()));
    Map<String, String> declared =
        tables.stream()
            .flatMap(table -> table.indexes().stream())
            .collect(
                Collectors.toMap(
                    TableSpec.IndexSpec::name,
                    each -> each.key().partition() + " " + each.key().sort()));

    assertEquals(Table.values().length, tables.size());
    assertTrue(tables.stream().allMatch(t -> t.key().equals(new TableSpec.Key("pk", "sk"))));
    assertEquals(expected, declared);
  }

  @Test
  void shouldFireAtSixInTheMorningOfTheTwentyFirstOfEachQuartersFirstMonth() {
    assertEquals(
        List.of(
            Instant.parse("2026-01-20T22:00:00Z"),
            Instant.parse("2026-04-20T22:00:00Z"),
            Instant.parse("2026-07-20T22:00:00Z"),
            Instant.parse("2026-10-20T22:00:00Z")),
        firings("QuarterlyRunFunction", "2026-12-31T00:00:00Z"));
  }

  @Test
  void shouldLookForLapsedApplicationsEveryNight() {
    assertEquals(
        List.of(Instant.parse("2026-01-01T17:00:00Z"), Instant.parse("2026-01-02T17:00:00Z")),
        firings("ApplicationClockFunction", "2026-01-03T00:00:00Z"));
  }

  /** When the only schedule of a function fires in 2026 until an instant. */
  private static List<Instant> firings(String function, String until) {
    List<FunctionSpec.Schedule> schedules =
        Checkout.functions().stream()
            .filter(each -> each.name().equals(function))
            .flatMap(each -> each.schedules().stream())
            .toList();
    assertEquals(1, schedules.size());
    FunctionSpec.Schedule schedule = schedules.getFirst();
    assertEquals("Asia/Shanghai", schedule.zone());
    assertTrue(schedule.input().contains("<aws.scheduler.scheduled-time>"), schedule.input());
    return new Cron(schedule.expression(), ZoneId.of(schedule.zone()))
        .due(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse(until));
  }

  @Test
  void shouldPutAsideWhatNoFunctionCouldHandle() {
    assertTrue(
        TEMPLATE.path("Globals").path("Function").path("DeadLetterQueue").has("TargetArn"),
        "every function that is called asynchronously");
    for (String type : List.of("EventBridgeRule", "ScheduleV2")) {
      for (var event : Cloud.events(TEMPLATE, type)) {
        assertTrue(event.getValue().path("DeadLetterConfig").has("Arn"), event.getKey());
        assertTrue(
            event.getValue().path("RetryPolicy").has("MaximumRetryAttempts"), event.getKey());
      }
    }
    for (var event : Cloud.events(TEMPLATE, "DynamoDB")) {
      assertTrue(event.getValue().path("DestinationConfig").has("OnFailure"), event.getKey());
      assertTrue(event.getValue().path("MaximumRetryAttempts").asInt(-1) >= 0, event.getKey());
    }
    for (var pipe : Cloud.resources(TEMPLATE, "AWS::Pipes::Pipe")) {
      JsonNode stream = pipe.getValue().at("/Properties/SourceParameters/DynamoDBStreamParameters");
      assertTrue(stream.path("DeadLetterConfig").has("Arn"), pipe.getKey());
      assertTrue(stream.path("MaximumRetryAttempts").asInt(-1) >= 0, pipe.getKey());
    }
  }

  /** AWS serves no more than two readers of a shard well. */
  @Test
  void shouldHaveAtMostTwoReadersOfEachStream() {
    Map<String, Set<String>> readers = new TreeMap<>();
    for (FunctionSpec function : Checkout.functions()) {
      function
          .streams()
          .forEach(
              stream ->
                  readers
                      .computeIfAbsent(stream.table(), _ -> new TreeSet<>())
                      .add(function.name() + "." + stream.name()));
    }
    for (PipeSpec pipe : pipes()) {
      readers.computeIfAbsent(pipe.table(), _ -> new TreeSet<>()).add(pipe.name());
    }

    assertEquals(1, readers.size());
    readers.forEach(
        (table, some) -> assertTrue(some.size() <= 2, () -> table + " is read by " + some));
  }

  @Test
  void shouldBringThePipesEventsToEveryRuleOnItsBus() {
    PipeSpec pipe = pipes().getFirst();
    JsonNode declared =
        Cloud.resources(TEMPLATE, "AWS::Pipes::Pipe").getFirst().getValue().path("DependsOn");
    Set<String> awaited = new TreeSet<>();
    Set<String> rules = new TreeSet<>();
    declared.forEach(permission -> awaited.add(permission.asText()));
    for (FunctionSpec function : Checkout.functions()) {
      for (FunctionSpec.EventRule rule : function.rules()) {
        if (!rule.bus().equals(FunctionSpec.EventRule.DEFAULT_BUS)) {
          JsonNode pattern = rule.pattern().root();
          assertEquals(pipe.bus(), rule.bus(), function.name() + ": nothing feeds its bus");
          assertEquals(pipe.source(), pattern.at("/source/0").asText(), function.name());
          assertEquals(pipe.detailType(), pattern.at("/detail-type/0").asText(), function.name());
          rules.add(function.name() + rule.name() + "Permission");
        }
      }
    }

    assertEquals(rules, awaited, "what the bus gets before a rule is there is lost to it");
  }

  /** What a bus calls is called asynchronously: how often, and for how long, is written down. */
  @Test
  void shouldSayHowOftenAFunctionOnTheJournalsBusIsCalledAgain() {
    for (var event : Cloud.events(TEMPLATE, "EventBridgeRule")) {
      if (event.getValue().has("EventBusName")) {
        String function = event.getKey().replaceFirst("\\..*", "");
        JsonNode invoking =
            TEMPLATE.path("Resources").path(function).at("/Properties/EventInvokeConfig");

        assertEquals(2, invoking.path("MaximumRetryAttempts").asInt(-1), function);
        assertEquals(21600, invoking.path("MaximumEventAgeInSeconds").asInt(), function);
      }
    }
  }

  private static List<PipeSpec> pipes() {
    return Template.read(Checkout.template(), "firstbatch", "cn-north-1", Map.of()).pipes();
  }

  @Test
  void shouldKnowEveryWayInWhichAFunctionIsCalled() {
    Set<String> types = new TreeSet<>();
    for (var function : Cloud.resources(TEMPLATE, "AWS::Serverless::Function")) {
      function
          .getValue()
          .path("Properties")
          .path("Events")
          .forEach(event -> types.add(event.path("Type").asText()));
    }

    assertEquals(Set.of("DynamoDB", "EventBridgeRule", "HttpApi", "ScheduleV2"), types);
  }

  @Test
  void shouldListenOnlyToJournalTypesThatSomeFunctionWrites() {
    String sources =
        Checkout.files(Checkout.root().resolve("functions")).stream()
            .filter(file -> file.toString().contains("/src/main/java/"))
            .map(Checkout::text)
            .collect(Collectors.joining("\n"));
    for (var event : Cloud.events(TEMPLATE, "DynamoDB")) {
      for (JsonNode filter : event.getValue().path("FilterCriteria").path("Filters")) {
        JsonNode pattern = Json.object(filter.path("Pattern").asText());
        assertWritten(event.getKey(), pattern.at("/dynamodb/NewImage"), sources);
      }
    }
    for (var event : Cloud.events(TEMPLATE, "EventBridgeRule")) {
      if (event.getValue().has("EventBusName")) {
        JsonNode image = event.getValue().at("/Pattern/detail/dynamodb/NewImage");
        assertWritten(event.getKey(), image, sources);
      }
    }
  }

  private static void assertWritten(String event, JsonNode image, String sources) {
    JsonNode types = image.at("/type/S");
    assertTrue(!types.isEmpty() || image.has("receipt"), event);
    types.forEach(
        type ->
            assertTrue(
                sources.contains("\"" + type.asText() + "\""),
                () -> event + ": nobody writes " + type));
  }

  @Test
  void shouldForgetLogsAfterAWhile() {
    var groups = Cloud.resources(TEMPLATE, "AWS::Logs::LogGroup");

    assertFalse(groups.isEmpty());
    groups.forEach(
        group ->
            assertTrue(group.getValue().path("Properties").has("RetentionInDays"), group.getKey()));
    assertTrue(
        TEMPLATE.path("Globals").path("Function").path("LoggingConfig").has("LogGroup"),
        "else each function makes a log group that keeps everything");
  }
}
