package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the year ended with beside its plans, read back through the API: a fact in a few words. */
final class YearEnd {

  private final Api api;
  private final City city;

  YearEnd(City city, Api api) {
    this.city = city;
    this.api = api;
  }

  /**
   * Reads the facts.
   *
   * @param story the policy whose deadline Spring Festival moves
   * @param open a deadline that no calendar settles yet
   * @param policies gives a policy's id by its number
   * @param certificates gives a certificate's number by its application's key
   */
  Map<String, String> facts(
      String story,
      JsonNode open,
      UnaryOperator<String> policies,
      UnaryOperator<String> certificates) {
    Map<String, String> facts = new TreeMap<>();
    applications(api).forEach((state, count) -> facts.put("applications " + state, "" + count));
    for (JsonNode list : api.all("", "/certificate-lists")) {
      facts.put("list " + list.path("documentNumber").asText(), list(list));
    }
    facts.put("corrected certificate", certificate("corrected_certificate", certificates));
    facts.put("revoked certificate", certificate("revoked_certificate", certificates));
    for (City.Row pending : City.rows("pending.csv")) {
      String number = pending.get("number");
      facts.put("policy " + number, policy(policies.apply(number)).path("state").asText());
    }
    deadline(policy(story).path("deadline"), facts);
    deadline(open, facts);
    return facts;
  }

  /** How many applications are in each state, as an auditor reads them. */
  static Map<String, Long> applications(Api api) {
    return api.all("auditor-1", "/applications").stream()
        .collect(Collectors.groupingBy(row -> row.path("state").asText(), Collectors.counting()));
  }

  private static String list(JsonNode list) {
    return "%s %s: %s"
        .formatted(
            list.path("kind").asText(),
            list.path("published").asText(),
            list.path("count").asText());
  }

  private String certificate(String which, UnaryOperator<String> certificates) {
    JsonNode found = api.get("", "/certificates/" + certificates.apply(city.story(which)));
    return found.path("state").asText() + " in version " + found.path("version").asText();
  }

  private JsonNode policy(String id) {
    return api.get(Founding.signer("regulator", 1), "/policies/" + id);
  }

  /** A deadline by the day it starts from: settled and why it is that day, or left open. */
  static void deadline(JsonNode deadline, Map<String, String> facts) {
    facts.put(
        "deadline from " + deadline.path("starts").asText(),
        deadline.path("certain").asBoolean()
            ? deadline.path("lastDay").asText()
                + " instead of "
                + deadline.path("dayThirty").asText()
            : "undetermined after " + deadline.path("certainlyInTimeThrough").asText());
  }
}
