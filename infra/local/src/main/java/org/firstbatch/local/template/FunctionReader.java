package org.firstbatch.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads a function's declaration with its events. */
final class FunctionReader {

  /** What Lambda does when the template says nothing. */
  private static final int RETRIES = 2;

  private final Stack stack;
  private final Stack.Resource resource;
  private final Map<String, Object> globals;
  private final List<FunctionSpec.HttpRoute> routes = new ArrayList<>();
  private final List<FunctionSpec.Schedule> schedules = new ArrayList<>();
  private final List<FunctionSpec.EventRule> rules = new ArrayList<>();
  private final List<FunctionSpec.StreamMapping> streams = new ArrayList<>();

  FunctionReader(Stack stack, Stack.Resource resource) {
    this.stack = stack;
    this.resource = resource;
    this.globals = stack.globals("Function");
  }

  FunctionSpec read() {
    Map<String, Object> properties = resource.properties();
    Tree.map(properties.get("Events")).forEach((id, event) -> event(id, Tree.map(event)));
    return new FunctionSpec(
        resource.logicalId(),
        stack.file().resolveSibling(Tree.text(properties, "CodeUri")).normalize(),
        Tree.text(properties, "Handler").replaceFirst("::.*", ""),
        environment(),
        Tree.number(properties, "Timeout", Tree.number(globals, "Timeout", 3)),
        routes,
        schedules,
        rules,
        streams);
  }

  private Map<String, String> environment() {
    Map<String, String> result = new LinkedHashMap<>();
    for (Map<String, Object> from : List.of(globals, resource.properties())) {
      Tree.map(Tree.at(from, "Environment", "Variables"))
          .forEach((name, value) -> result.put(name, String.valueOf(value)));
    }
    return result;
  }

  private void event(String id, Map<String, Object> event) {
    Map<String, Object> properties = Tree.map(event.get("Properties"));
    switch (Tree.text(event, "Type")) {
      case "HttpApi" -> routes.add(route(properties));
      case "ScheduleV2" -> schedules.add(schedule(id, properties));
      case "EventBridgeRule", "CloudWatchEvent" -> rules.add(rule(id, properties));
      case "DynamoDB" -> streams.add(stream(id, properties));
      default ->
          throw new IllegalArgumentException(
              "%s: no event of type %s on one machine"
                  .formatted(resource.logicalId(), event.get("Type")));
    }
  }

  private static FunctionSpec.HttpRoute route(Map<String, Object> properties) {
    boolean open = "NONE".equals(Tree.at(properties, "Auth", "Authorizer"));
    return new FunctionSpec.HttpRoute(
        Tree.text(properties, "Method").toUpperCase(Locale.ROOT),
        Tree.text(properties, "Path"),
        open);
  }

  private FunctionSpec.EventRule rule(String id, Map<String, Object> properties) {
    Map<String, Object> invoking = Tree.map(resource.properties().get("EventInvokeConfig"));
    return new FunctionSpec.EventRule(
        id,
        Tree.text(properties, "EventBusName", FunctionSpec.EventRule.DEFAULT_BUS),
        EventPattern.of(Tree.map(properties.get("Pattern"))),
        Tree.number(invoking, "MaximumRetryAttempts", retries(properties)));
  }

  private static FunctionSpec.Schedule schedule(String id, Map<String, Object> properties) {
    return new FunctionSpec.Schedule(
        id,
        Tree.text(properties, "ScheduleExpression"),
        Tree.text(properties, "ScheduleExpressionTimezone", "UTC"),
        Tree.text(properties, "Input", "{}"),
        retries(properties));
  }

  private static int retries(Map<String, Object> properties) {
    return Tree.number(Tree.map(properties.get("RetryPolicy")), "MaximumRetryAttempts", RETRIES);
  }

  private static FunctionSpec.StreamMapping stream(String id, Map<String, Object> properties) {
    boolean reports =
        Tree.list(properties.get("FunctionResponseTypes")).stream()
            .anyMatch(type -> Objects.equals(type, "ReportBatchItemFailures"));
    return new FunctionSpec.StreamMapping(
        id,
        Arns.tableOf(Tree.text(properties, "Stream")),
        EventPattern.filters(properties),
        Tree.number(properties, "BatchSize", 100),
        Tree.number(properties, "MaximumRetryAttempts", -1),
        reports);
  }
}
