package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The beginning: people, budget, insurers, clauses; what needs two persons has two. */
final class Founding {

  static final String COMMISSION_ADMIN = "commission-admin-1";
  static final String OTHER_ADMIN = "commission-admin-2";
  static final int YEAR = 2026;

  private static final String REGULATOR_ADMIN = "regulator-admin-1";
  private static final String OTHER_REGULATOR_ADMIN = "regulator-admin-2";
  private static final List<String> BODIES = List.of("commission", "finance", "regulator");

  private final City city;
  private final Api api;

  Founding(City city, Api api) {
    this.city = city;
    this.api = api;
  }

  void play() {
    api.clockTo("2025-11-03T09:00:00+08:00");
    bodies();
    insurersAndClauses();
    districtsAndEvaluators();
    makers();
    City.rows("notices.csv").forEach(this::notice);
    changeByTwo(
        signer("finance", 1),
        signer("finance", 2),
        "/budgets",
        Map.of("year", YEAR, "amount", city.story("budget")));
  }

  /** A signer of one of the three bodies. */
  static String signer(String body, int number) {
    return body + "-signer-" + number;
  }

  private void bodies() {
    grant(COMMISSION_ADMIN, "", OTHER_ADMIN, "COMMISSION", "commission", "ADMINISTRATOR");
    for (String admin : List.of(REGULATOR_ADMIN, OTHER_REGULATOR_ADMIN)) {
      grant(COMMISSION_ADMIN, OTHER_ADMIN, admin, "REGULATOR", "regulator", "ADMINISTRATOR");
    }
    for (String body : List.of("commission", "finance")) {
      for (int number : List.of(1, 2)) {
        String role = body.toUpperCase(java.util.Locale.ROOT);
        grant(COMMISSION_ADMIN, OTHER_ADMIN, signer(body, number), role, body, "SIGNER");
      }
    }
    for (int number : List.of(1, 2)) {
      String person = signer("regulator", number);
      grant(REGULATOR_ADMIN, OTHER_REGULATOR_ADMIN, person, "REGULATOR", "regulator", "SIGNER");
    }
    grant(COMMISSION_ADMIN, OTHER_ADMIN, "auditor-1", "AUDITOR", "audit", "SIGNER");
  }

  private void insurersAndClauses() {
    String one = signer("regulator", 1);
    String other = signer("regulator", 2);
    for (City.Row insurer : city.insurers()) {
      String key = insurer.get("insurer");
      grant(
          REGULATOR_ADMIN, OTHER_REGULATOR_ADMIN, insurer.get("person"), "INSURER", key, "SIGNER");
      changeByTwo(
          one,
          other,
          "/insurers",
          Map.of(
              "insurer", key,
              "name", insurer.get("name"),
              "from", insurer.get("selected_from")));
    }
    City.rows("clauses.csv").forEach(clause -> changeByTwo(one, other, "/clauses", clause(clause)));
  }

  private void notice(City.Row row) {
    changeByTwo(
        signer("commission", 1),
        signer("commission", 2),
        "/notices",
        Map.of("year", Integer.valueOf(row.get("year")), "text", City.text(row.get("file"))));
  }

  private void districtsAndEvaluators() {
    for (City.Row row : City.rows("districts.csv")) {
      grantByCommission(row.get("person"), "DISTRICT", row.get("district"));
    }
    for (City.Row row : City.rows("evaluators.csv")) {
      grantByCommission(row.get("person"), "EVALUATOR", row.get("evaluator"));
    }
  }

  private void grantByCommission(String person, String role, String organisation) {
    grant(COMMISSION_ADMIN, OTHER_ADMIN, person, role, organisation, "SIGNER");
  }

  private static Map<String, Object> clause(City.Row row) {
    Map<String, Object> clause = new HashMap<>();
    clause.put("number", row.get("number"));
    clause.put("coversQuality", Boolean.valueOf(row.get("covers_quality")));
    clause.put("coversLiability", Boolean.valueOf(row.get("covers_liability")));
    for (String optional : List.of("insurer", "from", "to")) {
      if (!row.get(optional).isEmpty()) {
        clause.put(optional, row.get(optional));
      }
    }
    return clause;
  }

  private void makers() {
    Workers.forEach(
        city.enterprises(),
        maker ->
            grant(
                COMMISSION_ADMIN,
                OTHER_ADMIN,
                maker.get("person"),
                "ENTERPRISE",
                maker.get("credit_code"),
                "SIGNER"));
  }

  /** Nobody approves the appointment of an organisation's second administrator by its first. */
  private void grant(
      String proposer,
      String approver,
      String person,
      String role,
      String organisation,
      String capacity) {
    changeByTwo(
        proposer,
        approver,
        "/memberships",
        Map.of(
            "person", person,
            "organisation", organisation,
            "role", role,
            "capacities", List.of(capacity)));
  }

  private void changeByTwo(String proposer, String approver, String path, Map<String, ?> body) {
    changeByTwo(api, proposer, approver, path, body);
  }

  /** A change proposed by one person and approved by another. */
  static void changeByTwo(
      Api api, String proposer, String approver, String path, Map<String, ?> body) {
    Api.Answer proposed = api.post(proposer, path, body, 202);
    String location = proposed.location();
    String change = location.substring(location.indexOf("/changes/"));
    if (!approver.isEmpty()) {
      api.post(approver, change + "/approval", Map.of(), 200);
    }
  }

  /** The three bodies. */
  static List<String> bodiesInOrder() {
    return BODIES;
  }

  /** Reads a list whole. */
  static List<JsonNode> items(JsonNode page) {
    return page.path("items").valueStream().toList();
  }
}
