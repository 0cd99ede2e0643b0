package org.firstbatch.local.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A function of the template with what calls it.
 *
 * @param name its logical id
 * @param jar its self-contained jar
 * @param handler the handler's class
 * @param environment its variables, resolved
 * @param timeoutSeconds after which Lambda would stop it
 */
public record FunctionSpec(
    String name,
    Path jar,
    String handler,
    Map<String, String> environment,
    int timeoutSeconds,
    List<HttpRoute> routes,
    List<Schedule> schedules,
    List<EventRule> rules,
    List<StreamMapping> streams) {

  public FunctionSpec {
    environment = Map.copyOf(environment);
    routes = List.copyOf(routes);
    schedules = List.copyOf(schedules);
    rules = List.copyOf(rules);
    streams = List.copyOf(streams);
  }

  /** Its rules on a bus. */
  public List<EventRule> rulesOn(String bus) {
    return rules.stream().filter(rule -> rule.bus().equals(bus)).toList();
  }

  /**
   * A route of the HTTP API.
   *
   * @param method as GET; ANY for all
   * @param path as in the template
   * @param open needs no token
   */
  public record HttpRoute(String method, String path, boolean open) {
    /** As the gateway names it to the function. */
    public String key() {
      return method + " " + path;
    }
  }

  /**
   * A schedule.
   *
   * @param name its id in the template
   * @param expression as {@code cron(0 6 21 1,4,7,10 ? *)}
   * @param zone the time zone's name
   * @param input what the function is called with
   * @param retries how often it is called again after a failure
   */
  public record Schedule(String name, String expression, String zone, String input, int retries) {}

  /**
   * An EventBridge rule.
   *
   * @param name its id in the template
   * @param bus the bus that it listens to
   * @param pattern which events it takes
   * @param retries how often one is delivered again after a failure: as often as the function says,
   *     or else the rule
   */
  public record EventRule(String name, String bus, EventPattern pattern, int retries) {
    /** Where AWS's own events arrive. */
    public static final String DEFAULT_BUS = "default";
  }

  /**
   * A mapping of a table's stream.
   *
   * @param name its id in the template
   * @param table the table's physical name
   * @param filters an entry is delivered if any of them takes it; all are if there is none
   * @param batchSize the most records in one call
   * @param retries how often a batch is delivered again after a failure; negative for ever
   * @param reportsItems the function answers with the records that failed
   */
  public record StreamMapping(
      String name,
      String table,
      List<EventPattern> filters,
      int batchSize,
      int retries,
      boolean reportsItems) {
    public StreamMapping {
      filters = List.copyOf(filters);
    }
  }
}
