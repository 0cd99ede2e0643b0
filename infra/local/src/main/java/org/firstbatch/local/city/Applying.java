package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.firstbatch.casework.json.Json;

/**
 * Applications from draft to published list: two waves, each with its days. Certificates are found
 * again by the key of their application.
 */
final class Applying {

  /** Who acts for the Commission: nobody takes two of the stages on one application. */
  private static final String ASSIGNS = Founding.signer("commission", 1);

  private static final String PUBLISHES = Founding.signer("commission", 2);

  /** What a condition's evidence is called where it is opened for the applicant. */
  private static final String EVIDENCE = "evidence.";

  private static final List<String> CERTIFIED = List.of("certified", "returned", "supplemented");

  private final City city;
  private final Api api;
  private final Evidence evidence;
  private final TreeMap<String, Runnable> days = new TreeMap<>();
  private final Map<String, String> idOf = new ConcurrentHashMap<>();
  private final Map<String, String> numberOf = new ConcurrentHashMap<>();
  private final Map<String, Refusal> refused = new ConcurrentSkipListMap<>();

  /**
   * What became of an application that was not certified.
   *
   * @param row the application
   * @param article what it rests on
   * @param ground what was answered, or the ground that was given
   * @param change what would have passed; empty for a person's finding
   */
  record Refusal(City.Row row, String article, JsonNode ground, JsonNode change) {}

  Applying(City city, Api api) {
    this.city = city;
    this.api = api;
    this.evidence = new Evidence(api);
    wave("1", "2025-11-05", "2025-11-12", "2025-11-17", "2025-11-28", "2025-12-08", "2025-12-18");
    wave("2", "2026-01-20", "2026-01-28", "2026-02-03", "2026-02-12", "2026-03-10", "2026-03-26");
  }

  private void wave(
      String wave,
      String apply,
      String check,
      String again,
      String assess,
      String result,
      String publish) {
    days.put(apply, () -> each(wave, row -> true, this::apply));
    days.put(check, () -> each(wave, row -> true, this::check));
    days.put(again, () -> each(wave, Applying::isReturned, this::answerReturn));
    days.put(assess, () -> each(wave, Applying::reachesEvaluator, this::assign));
    days.put(result, () -> each(wave, Applying::reachesEvaluator, this::assess));
    days.put(publish, () -> publish(wave, publish));
  }

  /** Plays what happens up to a day, that day too. */
  void upTo(String day) {
    while (!days.isEmpty() && days.firstKey().compareTo(day) <= 0) {
      Map.Entry<String, Runnable> next = days.pollFirstEntry();
      api.clockTo(next.getKey() + "T10:00:00+08:00");
      next.getValue().run();
    }
  }

  /** The number of the certificate that an application led to; any other text stays as it is. */
  String number(String key) {
    return numberOf.getOrDefault(key, key);
  }

  List<Refusal> refused() {
    return List.copyOf(refused.values());
  }

  /** The id of an application. */
  String id(String key) {
    String id = idOf.get(key);
    if (id == null) {
      throw new Api.Unexpected("There is no application " + key);
    }
    return id;
  }

  private void each(String wave, Predicate<City.Row> which, Consumer<City.Row> what) {
    Workers.forEach(rows(wave, which), what);
  }

  private List<City.Row> rows(String wave, Predicate<City.Row> which) {
    return city.applications().stream()
        .filter(row -> row.get("wave").equals(wave))
        .filter(which)
        .toList();
  }

  private static boolean isCertified(City.Row row) {
    return CERTIFIED.contains(row.get("course"));
  }

  private static boolean isReturned(City.Row row) {
    return row.get("course").equals("returned");
  }

  private static boolean reachesEvaluator(City.Row row) {
    return isCertified(row) || row.get("course").equals("refused");
  }

  private void apply(City.Row row) {
    String maker = city.personOf(row.get("credit_code"));
    JsonNode draft = api.post(maker, "/applications", Map.of("form", form(row)), 201).json();
    String id = draft.path("application").asText();
    idOf.put(row.get("key"), id);
    evidence.uploadAll(maker, id, row.get("key"));
    if (row.get("course").equals("not-submitted")) {
      JsonNode answer = api.review(maker, path(row), "submission", Map.of(), 422).json();
      notSubmitted(row, answer);
    } else {
      api.review(maker, path(row), "submission", Map.of());
    }
  }

  private void notSubmitted(City.Row row, JsonNode answer) {
    JsonNode finding = Refusals.notMet(answer, row.get("detail"), row.get("key"));
    refused.put(
        row.get("key"),
        new Refusal(
            row,
            finding.path("article").asText(),
            finding.path("sentence"),
            finding.path("change").path("sentence")));
  }

  private static Map<String, Object> form(City.Row row) {
    Map<String, Object> form = new TreeMap<>();
    row.cells()
        .forEach(
            (name, value) -> {
              if (name.contains(".") && !value.isEmpty()) {
                form.put(name, value);
              }
            });
    return form;
  }

  private void check(City.Row row) {
    switch (row.get("course")) {
      case "returned", "lapsed" -> giveBack(row);
      case "declined" -> decline(row);
      case "withdrawn" ->
          api.post(city.personOf(row.get("credit_code")), path(row) + "/withdrawal", Map.of(), 200);
      case "not-submitted" -> {}
      default -> confirm(row);
    }
  }

  private void giveBack(City.Row row) {
    Map<String, Object> fields = Map.of(row.get("detail"), city.story("return_reason"));
    change(officer(row), row, "return", Map.of("fields", fields));
  }

  private void decline(City.Row row) {
    String ground = city.story("decline_ground");
    change(officer(row), row, "decline", Map.of("article", row.get("detail"), "ground", ground));
    personRefused(row, ground);
  }

  private void confirm(City.Row row) {
    change(
        officer(row),
        row,
        "confirmation",
        Map.of("findings", findings("", ""), "opinion", city.story("confirm_opinion")));
  }

  private void answerReturn(City.Row row) {
    answer(row);
    confirm(row);
  }

  /** The applicant changes what is open and submits again. */
  private void answer(City.Row row) {
    String maker = city.personOf(row.get("credit_code"));
    String detail = row.get("detail");
    if (detail.startsWith(EVIDENCE)) {
      String condition = detail.substring(EVIDENCE.length());
      evidence.upload(maker, id(row.get("key")), row.get("key") + " again", condition);
    } else {
      String value = detail.endsWith("revenue") ? row.get(detail) : row.get(detail) + "（补正）";
      Api.Answer present = api.read(maker, path(row));
      api.patch(maker, path(row), Map.of("fields", Map.of(detail, value)), present.etag());
    }
    api.reviewAgain(maker, path(row), "submission", detail);
  }

  private void assign(City.Row row) {
    change(ASSIGNS, row, "assignment", Map.of("evaluator", evaluator(row)));
    if (row.get("course").equals("supplemented")) {
      Map<String, Object> fields = Map.of(row.get("detail"), city.story("supplement_reason"));
      change(
          expert(row),
          row,
          "supplement-request",
          Map.of("fields", fields, "ground", city.story("supplement_reason")));
      change(ASSIGNS, row, "supplement", Map.of());
      answer(row);
    }
  }

  private void assess(City.Row row) {
    boolean good = isCertified(row);
    String ground = city.story("refusal_ground");
    List<Map<String, Object>> findings =
        good ? findings("", "") : findings(Evidence.conditionOf(row.get("detail")), ground);
    change(
        expert(row),
        row,
        "assessment",
        Map.of(
            "findings", findings,
            "recommended", good,
            "opinion", good ? city.story("assessment") : ground));
    if (!good) {
      change(PUBLISHES, row, "refusal", Map.of("article", row.get("detail"), "ground", ground));
      personRefused(row, ground);
    }
  }

  private void personRefused(City.Row row, String ground) {
    JsonNode text = Json.mapper().valueToTree(Map.of("zh", ground, "en", ground));
    refused.put(
        row.get("key"), new Refusal(row, row.get("detail"), text, MissingNode.getInstance()));
  }

  private static List<Map<String, Object>> findings(String failing, String ground) {
    List<Map<String, Object>> findings = new ArrayList<>();
    for (String condition : Evidence.CONDITIONS) {
      findings.add(
          condition.equals(failing)
              ? Map.of("condition", condition, "outcome", "NOT_MET", "ground", ground)
              : Map.of("condition", condition, "outcome", "MET"));
    }
    return findings;
  }

  private void publish(String wave, String day) {
    List<City.Row> rows = rows(wave, Applying::isCertified);
    String document = document(day);
    List<Map<String, String>> applications =
        rows.stream().map(row -> Map.of("application", id(row.get("key")))).toList();
    api.post(
        PUBLISHES,
        "/certificate-lists",
        Map.of("documentNumber", document, "applications", applications),
        201);
    rows.forEach(row -> numberOf.put(row.get("key"), certificateOf(row)));
  }

  private static String document(String day) {
    return City.rows("lists.csv").stream()
        .filter(list -> list.get("published").equals(day))
        .map(list -> list.get("document_number"))
        .findFirst()
        .orElseThrow();
  }

  private String certificateOf(City.Row row) {
    JsonNode found = api.get("", "/certificates?creditCode=" + row.get("credit_code"));
    return Founding.items(found).stream()
        .filter(
            each -> each.path("specification").asText().equals(row.get("product.specification")))
        .map(each -> each.path("number").asText())
        .findFirst()
        .orElseThrow(() -> new Api.Unexpected("No certificate came of " + row.get("key")));
  }

  /** Acts on an application as it stands, which is read first. */
  private void change(String person, City.Row row, String act, Map<String, ?> body) {
    api.review(person, path(row), act, body);
  }

  private String path(City.Row row) {
    return "/applications/" + id(row.get("key"));
  }

  private static String officer(City.Row row) {
    return row.get("enterprise.district") + "-officer-1";
  }

  /** Two evaluators take turns. */
  private String evaluator(City.Row row) {
    List<City.Row> evaluators = City.rows("evaluators.csv");
    return evaluators
        .get(Math.floorMod(row.get("key").hashCode(), evaluators.size()))
        .get("evaluator");
  }

  private String expert(City.Row row) {
    return evaluator(row) + "-expert-1";
  }
}
