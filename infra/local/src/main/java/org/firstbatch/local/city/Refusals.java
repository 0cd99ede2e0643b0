package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Policies that the rules refuse. */
final class Refusals {

  private final Api api;
  private final Register register;
  private final List<Refusal> all = new ArrayList<>();

  /**
   * A refusal as it was answered.
   *
   * @param rule the rule that the city's file says it breaks
   * @param policy the row
   * @param finding the finding on that rule
   * @param body the whole answer
   */
  record Refusal(String rule, City.Row policy, JsonNode finding, JsonNode body) {}

  Refusals(Api api, Register register) {
    this.api = api;
    this.register = register;
  }

  /** Tries those whose time has come. */
  void upTo(String at) {
    for (City.Row row : City.rows("refusals.csv")) {
      if (row.get("at").equals(at)) {
        all.add(refused(row));
      }
    }
  }

  private Refusal refused(City.Row row) {
    String insurer = City.signer(row.get("insurer"));
    JsonNode body = api.post(insurer, "/policies", register.body(row), 422).json();
    String rule = row.get("rule");
    JsonNode finding = notMet(body.path("decision"), rule, row.get("number"));
    return new Refusal(rule, row, finding, body);
  }

  /** The finding by which a rule refuses something; it must be there. */
  static JsonNode notMet(JsonNode decision, String rule, String what) {
    return decision
        .path("findings")
        .valueStream()
        .filter(each -> each.path("rule").asText().equals(rule))
        .filter(each -> each.path("outcome").asText().equals("NOT_MET"))
        .findFirst()
        .orElseThrow(
            () -> new Api.Unexpected(what + " is not refused by " + rule + ": " + decision));
  }

  List<Refusal> all() {
    return List.copyOf(all);
  }
}
