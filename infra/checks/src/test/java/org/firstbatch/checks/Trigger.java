package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.clock.Cron;
import org.firstbatch.local.template.EventPattern;

/**
 * What calls a function of the template: its routes, or one schedule, rule or filter of a stream.
 *
 * @param name function and event, as the template names them
 * @param module the folder below functions/ in which the function is
 * @param takes whether an event is one of it
 */
record Trigger(String name, String module, Kind kind, Predicate<JsonNode> takes) {

  enum Kind {
    ROUTES,
    RULE,
    STREAM,
    SCHEDULE
  }

  private static final JsonNode TEMPLATE = Cloud.read(Checkout.template());

  static List<Trigger> all() {
    return Stream.of(routes(), rules(), streams(), schedules()).flatMap(each -> each).toList();
  }

  private static Trigger of(String name, Kind kind, Predicate<JsonNode> takes) {
    String function = name.replaceFirst("\\..*", "");
    String handler = TEMPLATE.at("/Resources/" + function + "/Properties/Handler").asText();
    return new Trigger(name, handler.split("\\.")[2], kind, takes);
  }

  private static Stream<Trigger> routes() {
    Map<String, Set<String>> routes = new TreeMap<>();
    for (var event : Cloud.events(TEMPLATE, "HttpApi")) {
      String key =
          event.getValue().path("Method").asText() + " " + event.getValue().path("Path").asText();
      String function = event.getKey().replaceFirst("\\..*", "");
      routes.computeIfAbsent(function, _ -> new TreeSet<>()).add(key);
    }
    return routes.entrySet().stream()
        .map(
            each ->
                of(
                    each.getKey(),
                    Kind.ROUTES,
                    event -> each.getValue().contains(event.path("routeKey").asText())));
  }

  private static Stream<Trigger> rules() {
    return Cloud.events(TEMPLATE, "EventBridgeRule").stream()
        .map(
            rule -> {
              EventPattern pattern = new EventPattern(named(rule.getValue().path("Pattern")));
              return of(rule.getKey(), Kind.RULE, pattern::takes);
            });
  }

  /** A pattern with the label of a bucket where the template has its physical name. */
  private static JsonNode named(JsonNode pattern) {
    JsonNode copy = pattern.deepCopy();
    if (copy.at("/detail/bucket/name") instanceof ArrayNode names) {
      for (int place = 0; place < names.size(); place++) {
        String output = names.path(place).path("!GetAtt").asText();
        String bucket = output.replaceFirst(".*\\.(\\w+)Bucket", "$1").toLowerCase(Locale.ROOT);
        names.set(place, Json.mapper().getNodeFactory().textNode(bucket));
      }
    }
    return copy;
  }

  private static Stream<Trigger> streams() {
    return Cloud.events(TEMPLATE, "DynamoDB").stream()
        .flatMap(
            stream -> {
              JsonNode filters = stream.getValue().at("/FilterCriteria/Filters");
              return IntStream.range(0, filters.size())
                  .mapToObj(
                      place ->
                          of(
                              stream.getKey() + " filter " + (place + 1),
                              Kind.STREAM,
                              records(filters.path(place).path("Pattern").asText())));
            });
  }

  private static Predicate<JsonNode> records(String filter) {
    EventPattern pattern = new EventPattern(Json.object(filter));
    return event -> event.path("Records").valueStream().anyMatch(pattern::takes);
  }

  private static Stream<Trigger> schedules() {
    return Cloud.events(TEMPLATE, "ScheduleV2").stream()
        .map(
            schedule -> {
              ZoneId zone =
                  ZoneId.of(schedule.getValue().path("ScheduleExpressionTimezone").asText());
              Cron cron = new Cron(schedule.getValue().path("ScheduleExpression").asText(), zone);
              return of(schedule.getKey(), Kind.SCHEDULE, event -> fires(cron, event));
            });
  }

  private static boolean fires(Cron cron, JsonNode event) {
    try {
      Instant at = Instant.parse(event.path("scheduledTime").asText());
      return cron.due(at.minusSeconds(1), at).contains(at);
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
