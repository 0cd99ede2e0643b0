package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Policies: registered by insurers, confirmed by makers, with a copy of the contract. */
final class Register {

  private static final Map<String, String> CLASSES =
      Map.of("一般", "ORDINARY", "飞机", "AIRCRAFT", "船舶及海工装备", "SHIP_OR_OFFSHORE", "核电装备", "NUCLEAR");

  private final City city;
  private final Api api;
  private final UnaryOperator<String> certificates;
  private final Map<String, String> idOf = new ConcurrentHashMap<>();

  /**
   * @param certificates gives the number of the certificate that an application led to
   */
  Register(City city, Api api, UnaryOperator<String> certificates) {
    this.city = city;
    this.api = api;
    this.certificates = certificates;
  }

  /** The id of a policy that was registered, by its number. */
  String id(String number) {
    String id = idOf.get(number);
    if (id == null) {
      throw new Api.Unexpected("The policy " + number + " is not registered");
    }
    return id;
  }

  /** Registers the policies whose contract was signed in a month, at its end. */
  void month(String month) {
    List<City.Row> policies =
        city.policies().stream().filter(policy -> policy.signedIn(month)).toList();
    Workers.forEach(policies, this::register);
  }

  private void register(City.Row policy) {
    String id = registerOnly(policy);
    String maker = city.personOf(policy.get("credit_code"));
    api.post(maker, "/policies/" + id + "/confirmation", Map.of("revision", 1), 200);
    copy(policy.get("insurer"), policy.get("number"));
  }

  /** Registers a policy and nothing else; answers its id. */
  String registerOnly(City.Row policy) {
    String insurer = City.signer(policy.get("insurer"));
    JsonNode answer = api.post(insurer, "/policies", body(policy), 201).json();
    String id = answer.path("id").asText();
    idOf.put(policy.get("number"), id);
    return id;
  }

  /** Corrects a policy, unless that was done. */
  void correct(String id, City.Row corrected) {
    String insurer = City.signer(corrected.get("insurer"));
    Api.Answer present = api.read(insurer, "/policies/" + id);
    if (present.json().path("revision").asInt() == 1) {
      api.put(insurer, "/policies/" + id, body(corrected), present.etag());
    }
  }

  /** Uploads a copy of a policy's contract. */
  private void copy(String insurer, String number) {
    byte[] pdf = SmallPdf.of("Contract copy of policy " + number + ", contract");
    Map<String, String> what =
        Map.of("kind", "CONTRACT_COPY", "name", "contract-" + number + ".pdf");
    Uploads.put(api, City.signer(insurer), "/policies/" + id(number) + "/documents", what, pdf);
  }

  /** Waits until every copy has been checked on arrival. */
  void awaitCopies(List<City.Row> policies) {
    Workers.forEach(
        policies,
        policy ->
            api.await(
                City.signer(policy.get("insurer")),
                "/policies/" + id(policy.get("number")) + "/documents",
                Uploads::hasArrived));
  }

  /** The body by which a row of policies.csv is registered. */
  Map<String, Object> body(City.Row row) {
    Map<String, Object> body = new HashMap<>();
    body.put("number", row.get("number"));
    body.put("insured", Map.of("creditCode", row.get("credit_code"), "name", row.get("name")));
    body.put(
        "product", Map.of("name", row.get("product"), "specification", row.get("specification")));
    body.put("certificateNumber", certificates.apply(row.get("certificate")));
    body.put("user", Map.of("creditCode", row.get("user_credit_code"), "name", row.get("user")));
    body.put(
        "supplyContract",
        Map.of(
            "number", row.get("contract"),
            "signed", row.get("contract_signed"),
            "amount", row.get("contract_amount")));
    body.put("batch", Map.of("number", row.get("batch"), "lastDelivered", row.get("delivered")));
    body.put("proposalReceived", row.get("proposal_received"));
    body.put("contractSigned", row.get("signed"));
    body.put("cover", Map.of("inception", row.get("inception"), "end", row.get("end")));
    body.put("clauseNumber", row.get("clause"));
    body.put("sums", sums(row));
    body.put("productClass", CLASSES.getOrDefault(row.get("class"), row.get("class")));
    return body;
  }

  private static Map<String, String> sums(City.Row row) {
    Map<String, String> sums = new HashMap<>();
    sums.put("insuredAmount", row.get("insured_amount"));
    sums.put("premium", row.get("premium"));
    sums.put("otherSubsidy", row.get("other_subsidy"));
    if (row.has("paid")) {
      sums.put("paidByEnterprise", row.get("paid"));
    }
    return sums;
  }
}
