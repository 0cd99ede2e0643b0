package org.firstbatch.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.FunctionSpec.HttpRoute;

/**
 * The routes of the HTTP API. As API Gateway does, it takes the most specific that fits: segment by
 * segment a fixed word before a variable, a variable before the rest of the path, a named method
 * before ANY.
 */
public final class RouteTable {

  private final List<Entry> entries;

  /**
   * A route that fits a request.
   *
   * @param function which function answers
   * @param parameters the variables of the path, decoded
   */
  public record Match(String function, HttpRoute route, Map<String, String> parameters) {}

  private record Entry(String function, HttpRoute route, Pattern pattern, String rank) {}

  public RouteTable(List<FunctionSpec> functions) {
    List<Entry> all = new ArrayList<>();
    for (FunctionSpec function : functions) {
      for (HttpRoute route : function.routes()) {
        all.add(new Entry(function.name(), route, pattern(route.path()), rank(route)));
      }
    }
    all.sort(Comparator.comparing(Entry::rank));
    entries = List.copyOf(all);
  }

  /** How many routes there are. */
  public int size() {
    return entries.size();
  }

  private static Pattern pattern(String path) {
    StringBuilder regex = new StringBuilder();
    Matcher variables = Pattern.compile("\\{(\\w+)(\\+?)}").matcher(path);
    int from = 0;
    while (variables.find()) {
      regex.append(Pattern.quote(path.substring(from, variables.start())));
      regex.append("(?<");
      regex.append(group(variables.group(1)));
      regex.append(variables.group(2).isEmpty() ? ">[^/]+)" : ">.+)");
      from = variables.end();
    }
    return Pattern.compile(regex + Pattern.quote(path.substring(from)));
  }

  /** Group names take no underscore. */
  private static String group(String variable) {
    return "v" + variable.replace("_", "");
  }

  /** Sorts the more specific route first. */
  private static String rank(HttpRoute route) {
    StringBuilder rank = new StringBuilder();
    for (String segment : route.path().split("/")) {
      rank.append(segment.endsWith("+}") ? '3' : segment.startsWith("{") ? '2' : '1');
    }
    return rank.append(route.method().equals("ANY") ? '3' : '1').toString();
  }

  /** The route for a request; empty when none fits. */
  public Optional<Match> find(String method, String rawPath) {
    for (Entry entry : entries) {
      Matcher matcher = entry.pattern().matcher(rawPath);
      boolean methodFits =
          entry.route().method().equals(method) || entry.route().method().equals("ANY");
      if (methodFits && matcher.matches()) {
        return Optional.of(new Match(entry.function(), entry.route(), parameters(entry, matcher)));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> parameters(Entry entry, Matcher matcher) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher variables = Pattern.compile("\\{(\\w+)\\+?}").matcher(entry.route().path());
    while (variables.find()) {
      String value = matcher.group(group(variables.group(1)));
      parameters.put(variables.group(1), decode(value));
    }
    return parameters;
  }

  private static String decode(String value) {
    return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
