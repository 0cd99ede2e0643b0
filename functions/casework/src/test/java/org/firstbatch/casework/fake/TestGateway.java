package org.firstbatch.casework.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.http.HttpAnswer;
import org.firstbatch.casework.http.HttpRequest;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.jspecify.annotations.Nullable;

/**
 * Calls a function's routes as API Gateway does: matches the path, makes the payload-2.0 event,
 * hands it to the dispatcher. The clock stands where the test puts it; each change gets a new
 * idempotency key unless the test names one.
 */
public final class TestGateway {

  private final Records records;
  private final Dispatcher dispatcher;
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");

  public TestGateway(Records records, Collection<Route> routes) {
    this(records, new ShippedSchemes(), "first-administrator", routes);
  }

  public TestGateway(
      Records records, Schemes schemes, String firstAdministrator, Collection<Route> routes) {
    this.records = records;
    this.dispatcher =
        new Dispatcher(records, new Memberships(records, firstAdministrator), schemes, routes);
  }

  /** Sets the gateway's clock. */
  public TestGateway at(Instant instant) {
    now = instant;
    return this;
  }

  /** Where the gateway's clock stands. */
  public Instant now() {
    return now;
  }

  /** Gives a person a membership from long ago. */
  public TestGateway member(String person, Role role, String organisation, Capacity... capacities) {
    return put(
        new Membership(
            person,
            organisation,
            role,
            new LinkedHashSet<>(List.of(capacities)),
            Instant.parse("2025-01-01T00:00:00Z"),
            null));
  }

  /** Gives a person a membership that ended long ago. */
  public TestGateway former(String person, Role role, String organisation) {
    return put(
        new Membership(
            person,
            organisation,
            role,
            Set.of(Capacity.PREPARER),
            Instant.parse("2024-01-01T00:00:00Z"),
            Instant.parse("2025-06-30T16:00:00Z")));
  }

  private TestGateway put(Membership membership) {
    RecordKey key =
        Membership.key("dalian", membership.person(), membership.role(), membership.organisation());
    records.putAll(
        List.of(StoredRecord.first(key, 1, "1", membership.from(), Json.write(membership))));
    return this;
  }

  /** A call in the making. */
  public Request as(String person) {
    return new Request(person);
  }

  /** A call without a token. */
  public Request asPublic() {
    return new Request(null);
  }

  /** A call in the making. */
  public final class Request {
    private final @Nullable String person;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Request(@Nullable String person) {
      this.person = person;
      headers.put("idempotency-key", UUID.randomUUID().toString());
    }

    public Request header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    public Request key(String idempotencyKey) {
      return header("idempotency-key", idempotencyKey);
    }

    public Request without(String header) {
      headers.remove(header);
      return this;
    }

    public Answer get(String pathAndQuery) {
      return call("GET", pathAndQuery, "");
    }

    public Answer post(String path, String body) {
      return call("POST", path, body);
    }

    public Answer put(String path, String body) {
      return call("PUT", path, body);
    }

    public Answer patch(String path, String body) {
      return call("PATCH", path, body);
    }

    private Answer call(String method, String pathAndQuery, String body) {
      String[] parts = pathAndQuery.split("\\?", 2);
      String path = parts[0].startsWith("/v1") ? parts[0] : "/v1/schemes/dalian" + parts[0];
      Match match = match(method, path);
      ObjectNode event = Json.mapper().createObjectNode();
      event
          .put("version", "2.0")
          .put("routeKey", match.key())
          .put("rawPath", path)
          .put("body", body);
      event.set("pathParameters", Json.mapper().valueToTree(match.parameters()));
      event.set("queryStringParameters", Json.mapper().valueToTree(query(parts)));
      event.set("headers", Json.mapper().valueToTree(headers));
      ObjectNode context = event.putObject("requestContext");
      context.put("requestId", UUID.randomUUID().toString()).put("timeEpoch", now.toEpochMilli());
      if (person != null) {
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", person);
      }
      return new Answer(dispatcher.dispatch(HttpRequest.from(event)));
    }
  }

  private static Map<String, String> query(String[] parts) {
    Map<String, String> query = new LinkedHashMap<>();
    if (parts.length == 2) {
      for (String pair : parts[1].split("&")) {
        String[] nameAndValue = pair.split("=", 2);
        query.put(nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private record Match(String key, Map<String, String> parameters) {}

  /** Prefers the route with the fewest parameters, as the gateway does. */
  private Match match(String method, String path) {
    List<Match> matches = new ArrayList<>();
    for (String key : dispatcher.routes().keySet()) {
      Map<String, String> parameters = parameters(key, method + " " + path);
      if (parameters != null) {
        matches.add(new Match(key, parameters));
      }
    }
    return matches.stream()
        .min(Comparator.comparingInt(match -> match.parameters().size()))
        .orElse(new Match(method + " " + path, Map.of()));
  }

  private static @Nullable Map<String, String> parameters(String key, String call) {
    Matcher names = Pattern.compile("\\{(\\w+)}").matcher(key);
    List<String> all = new ArrayList<>();
    while (names.find()) {
      all.add(names.group(1));
    }
    Matcher values = Pattern.compile(key.replaceAll("\\{\\w+}", "([^/]+)")).matcher(call);
    if (!values.matches()) {
      return null;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      parameters.put(all.get(i), URLDecoder.decode(values.group(i + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /** What was answered. */
  public record Answer(HttpAnswer http) {
    public int status() {
      return http.statusCode();
    }

    /** The body as JSON. */
    public JsonNode json() {
      return Json.object(http.body());
    }

    public String header(String name) {
      return http.headers().getOrDefault(name, "");
    }
  }
}
