package org.firstbatch.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.policy.User;
import org.junit.jupiter.api.Test;

final class RegisterPolicyTest {

  private final City city = new City();

  private Answer register(ObjectNode body) {
    return city.gateway.as("preparer").post("/policies", body.toString());
  }

  private static JsonNode finding(Answer answer, String rule) {
    return StreamSupport.stream(
            answer.json().path("decision").path("findings").spliterator(), false)
        .filter(finding -> finding.path("rule").asText().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding " + rule + ": " + answer.http().body()));
  }

  private void assertRefused(ObjectNode body, String rule) {
    Answer answer = register(body);

    assertEquals(422, answer.status(), answer.http().body());
    JsonNode finding = finding(answer, rule);
    assertEquals("NOT_MET", finding.path("outcome").asText());
    assertFalse(finding.path("change").path("sentence").path("zh").asText().isBlank());
    assertTrue(city.records.list(Table.POLICIES).isEmpty(), "a refusal leaves no record, no guard");
    assertEquals(List.of("policy.refused"), city.journal());
  }

  @Test
  void shouldRegisterAPolicyOnWhichNothingIsWrongAndExplainIt() {
    Answer answer = register(City.policy());

    assertEquals(201, answer.status(), answer.http().body());
    assertEquals("\"1\"", answer.header("etag"));
    assertEquals("/v1/schemes/dalian/policies/" + city.id(), answer.header("location"));
    JsonNode json = answer.json();
    assertEquals("REGISTERED", json.path("state").asText());
    assertEquals("42000.00", json.path("payable").asText());
    assertEquals("42000.00", json.path("charged").asText());
    assertEquals("2026-02-24", json.path("deadline").path("lastDay").asText());
    assertEquals("2026-02-15", json.path("deadline").path("dayThirty").asText());
    assertTrue(json.path("deadline").path("reasons").size() >= 13, "day by day");
    assertEquals(
        "⌊min(1·420000000·365, 100·8400000·365) ÷ (100·365)⌋ fen, at most max(0, P − O) = 8400000 fen",
        json.path("subsidy").path("formula").path("en").asText());
    assertEquals(List.of("policy.registered"), city.journal());
    assertTrue(answer.http().body().length() < 60_000);
  }

  @Test
  void shouldGiveTheRateThatExceedsTheCeiling() {
    ObjectNode body = City.policy();
    City.part(body, "sums").put("premium", "126000.01");

    assertRefused(body, "3.rate-ceiling");
  }

  @Test
  void shouldRefuseAClauseThatIsNotOnFile() {
    assertRefused(City.policy().put("clauseNumber", "C-9"), "3.clause-filed");
  }

  @Test
  void shouldRefuseAPolicySignedOneDayAfterTheWindow() {
    ObjectNode body = City.policy().put("contractSigned", "2026-02-25");

    assertRefused(body, "11.window");
  }

  @Test
  void shouldSayWhatWouldHavePassed() {
    Answer answer = register(City.policy().put("contractSigned", "2026-02-25"));

    JsonNode step = finding(answer, "11.window").path("change").path("steps").path(0);
    assertEquals("contractSigned", step.path("name").asText());
    assertEquals("2026-02-24", step.path("to").asText());
    assertEquals("第十一条", answer.json().path("article").asText());
  }

  @Test
  void shouldRefuseAPolicyInsuredBeforeDelivery() {
    assertRefused(City.policy().put("proposalReceived", "2026-01-15"), "11.not-early");
  }

  @Test
  void shouldRefuseAnUnknownCertificate() {
    assertRefused(City.policy().put("certificateNumber", "FB-2026-9"), "6.certificate");
  }

  @Test
  void shouldNotCountACertificateBeforeItsListIsPublished() {
    city.certify("FB-2026-1", City.ENTERPRISE, false);

    assertRefused(City.policy(), "6.certificate");
  }

  @Test
  void shouldRefuseACertificateOfAnotherEnterprise() {
    city.certify("FB-2026-1", City.OTHER_ENTERPRISE, true);

    assertRefused(City.policy(), "6.enterprise");
  }

  @Test
  void shouldRefuseAnotherSpecification() {
    ObjectNode body = City.policy();
    City.part(body, "product").put("specification", "VMC-1160");

    assertRefused(body, "6.specification");
  }

  @Test
  void shouldRefuseSeveralProductionBatches() {
    ObjectNode body = City.policy();
    City.part(body, "batch").put("number", "B-1、B-2");

    assertRefused(body, "2.production-batch");
  }

  @Test
  void shouldRefuseATermThatIsNone() {
    ObjectNode body = City.policy();
    City.part(body, "cover").put("end", "2026-03-01T00:00");

    assertRefused(body, "5.term");
  }

  @Test
  void shouldRefuseAClassThatIsNotTheCertificates() {
    assertRefused(City.policy().put("productClass", "NUCLEAR"), "4.class");
  }

  @Test
  void shouldRefuseAnEnterpriseThatWasNotGivenTheDiscount() {
    ObjectNode body = City.policy();
    City.part(body, "sums").put("paidByEnterprise", "84000.00");

    assertRefused(body, "7.discount");
  }

  @Test
  void shouldKeepTheNumberOfTheInvoice() {
    ObjectNode body = City.policy();
    City.part(body, "sums").put("invoiceNumber", "２５２１-７");

    Answer answer = register(body);

    assertEquals(201, answer.status(), answer.http()::body);
    assertEquals("2521-7", city.stored(city.id()).policy().sums().invoiceNumber());
  }

  @Test
  void shouldRefuseASecondPolicyOnTheSameFirstBatch() {
    city.register();

    Answer answer = register(City.policy().put("number", "P-2"));

    assertEquals(422, answer.status());
    assertTrue(
        finding(answer, "2.first-use").path("sentence").path("en").asText().contains("picc P-1"));
  }

  private static ObjectNode abroad(ObjectNode policy, String country, String number) {
    policy
        .putObject("user")
        .put("country", country)
        .put("registrationNumber", number)
        .put("name", "Sample User Pte. Ltd.");
    return policy;
  }

  @Test
  void shouldRegisterAPolicyForAUserAbroadByCountryAndRegistrationNumber() {
    Answer answer = register(abroad(City.policy(), "新加坡", "200012345A"));

    assertEquals(201, answer.status(), answer.http().body());
    assertEquals(
        new User.Foreign("新加坡", "200012345A", "Sample User Pte. Ltd."),
        city.stored(city.id()).policy().user());
    JsonNode user =
        city.gateway.as("preparer").get("/policies/" + city.id()).json().at("/policy/user");
    assertEquals("新加坡", user.path("country").asText());
    assertEquals("200012345A", user.path("registrationNumber").asText());
    assertFalse(user.has("creditCode"));
  }

  @Test
  void shouldKnowAUserAbroadAgainHoweverTheNumberIsTypedAndNotTakeAnotherCountrysForIt() {
    register(abroad(City.policy(), "新加坡", "200012345A"));

    ObjectNode again = abroad(City.policy(), "新加坡", "２０００１２３４５Ａ").put("number", "P-2");
    assertEquals(422, register(again).status(), "the same user, in full width");
    ObjectNode another = abroad(City.policy(), "马来西亚", "200012345A").put("number", "P-3");
    assertEquals(201, register(another).status(), "the same number in another country");
  }

  @Test
  void shouldNotTellAnInsurerWhichPolicyOfAnotherHoldsTheFirstBatch() {
    city.register();

    Answer answer = city.gateway.as("rival").post("/policies", City.policy().toString());

    assertEquals(422, answer.status());
    assertFalse(answer.http().body().contains("picc"));
  }

  @Test
  void shouldRegisterAgainUnderTheSameNumberOnlyAfterAWithdrawal() {
    String id = city.register();

    assertEquals(409, register(City.policy()).status());
    assertEquals(
        200,
        city.gateway
            .as("signer")
            .header("if-match", city.etag(id))
            .post("/policies/" + id + "/withdrawal", "{}")
            .status());
    assertEquals(201, register(City.policy()).status());
    assertEquals(2, city.stored(id).revision());
  }

  @Test
  void shouldBePendingWhereTheCalendarIsNotKnown() {
    ObjectNode body = City.policy();
    City.part(body, "supplyContract").put("signed", "2026-11-27");
    City.part(body, "batch").put("lastDelivered", "2026-11-27");
    body.put("proposalReceived", "2026-12-20").put("contractSigned", "2026-12-28");
    City.part(body, "cover").put("inception", "2027-01-01").put("end", "2027-12-31");

    Answer answer = register(body);

    assertEquals(201, answer.status(), answer.http().body());
    assertEquals("PENDING", answer.json().path("state").asText());
    assertFalse(answer.json().path("deadline").path("certain").asBoolean());
    assertTrue(
        answer.json().path("deadline").path("lastDay").isMissingNode()
            || answer.json().path("deadline").path("lastDay").isNull());
    assertEquals(State.PENDING, city.stored(city.id()).state());
  }

  @Test
  void shouldAnswerInLessThanSixtyThousandCharactersHoweverMuchIsStated() {
    ObjectNode body = City.policy();
    City.part(body, "insured").put("name", "企".repeat(200));
    City.part(body, "user").put("name", "户".repeat(200));
    var serials = City.part(body, "batch").putArray("serials");
    for (int i = 0; i < 200; i++) {
      serials.add("S".repeat(60) + (1000 + i));
    }

    Answer answer = register(body);

    assertEquals(201, answer.status(), answer.http().body());
    assertTrue(answer.http().body().length() < 60_000, "" + answer.http().body().length());
  }
}
