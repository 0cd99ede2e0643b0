package org.firstbatch.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Relation;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.identity.CreditCode;
import org.junit.jupiter.api.Test;

final class BadInputTest {

  private final City city = new City();

  private Answer register(String body) {
    return city.gateway.as("preparer").post("/policies", body);
  }

  private void assertInvalid(ObjectNode body, String... pointers) {
    assertInvalid(body.toString(), pointers);
  }

  private void assertInvalid(String body, String... pointers) {
    Answer answer = register(body);
    List<String> found = new ArrayList<>();
    answer.json().path("errors").forEach(error -> found.add(error.path("pointer").asText()));

    assertEquals(400, answer.status(), answer.http().body());
    assertEquals(List.of(pointers), found, answer.http().body());
    assertTrue(city.records.list(Table.POLICIES).isEmpty());
    assertTrue(city.journal().isEmpty());
  }

  private static String wrong(String code) {
    char last = code.charAt(17) == '7' ? '8' : '7';
    return code.substring(0, 17) + last;
  }

  @Test
  void shouldRefuseAnUnknownField() {
    assertInvalid(City.policy().put("premuim", "1.00"), "/premuim");
  }

  @Test
  void shouldRefuseADuplicateField() {
    String body = City.policy().toString();
    assertInvalid("{\"number\":\"P-2\"," + body.substring(1), "");
  }

  @Test
  void shouldRefuseAWrongTypeWhereverItStands() {
    ObjectNode body = City.policy();
    City.part(body, "sums").put("premium", 84000);
    City.part(body, "batch").put("quantity", "two");
    body.put("number", 7);

    assertInvalid(body, "/number", "/batch/quantity", "/sums/premium");
  }

  @Test
  void shouldRefuseTooManyDecimals() {
    ObjectNode body = City.policy();
    City.part(body, "sums").put("premium", "84000.001");

    assertInvalid(body, "/sums/premium");
  }

  @Test
  void shouldRefuseAnAmountBeyondTenToTheFifteenFen() {
    ObjectNode body = City.policy();
    City.part(body, "sums").put("insuredAmount", "10000000000000.01");

    assertInvalid(body, "/sums/insuredAmount");
  }

  @Test
  void shouldRefuseDaysThatDoNotExist() {
    ObjectNode body = City.policy();
    City.part(body, "batch").put("lastDelivered", "2026-02-29");
    body.put("contractSigned", "2026-02-30").put("proposalReceived", "2026-02-20T25:00");

    assertInvalid(body, "/batch/lastDelivered", "/proposalReceived", "/contractSigned");
  }

  @Test
  void shouldSayAmongTheFirstMistakesThatATermEndsBeforeItBegins() {
    ObjectNode body = City.policy();
    City.part(body, "cover").put("end", "2026-02-28");
    City.part(body, "batch").put("lastDelivered", "2026-02-29");

    assertInvalid(body, "/batch/lastDelivered", "/cover/end");
  }

  @Test
  void shouldNotSayThatATermEndsBeforeItBeginsWhenOneOfThemIsNoDay() {
    ObjectNode body = City.policy();
    City.part(body, "cover").put("end", "2026-02-30");

    assertInvalid(body, "/cover/end");
    assertEquals(1, register(body.toString()).json().path("errors").size());
  }

  @Test
  void shouldRefuseADayThatIsNotOfOurTime() {
    ObjectNode body = City.policy();
    City.part(body, "cover").put("end", "9999-12-31");

    assertInvalid(body, "/cover/end");
  }

  @Test
  void shouldWantCountryAndNumberOfAUserAbroadAndNoCreditCodeBesideThem() {
    ObjectNode without = City.policy();
    City.part(without, "user").remove("creditCode");
    assertInvalid(without, "/user/creditCode");

    ObjectNode country = City.policy();
    City.part(country, "user").put("country", "新加坡").remove("creditCode");
    assertInvalid(country, "/user/registrationNumber");

    ObjectNode number = City.policy();
    City.part(number, "user").put("registrationNumber", "200012345A").remove("creditCode");
    assertInvalid(number, "/user/country");

    ObjectNode both = City.policy();
    City.part(both, "user").put("country", "新加坡").put("registrationNumber", "200012345A");
    assertInvalid(both, "/user/creditCode");
  }

  @Test
  void shouldSayWhichCheckCharacterWouldBeRight() {
    ObjectNode body = City.policy();
    City.part(body, "user").put("creditCode", wrong(City.USER));

    Answer answer = register(body.toString());

    String told = answer.json().path("errors").path(0).path("en").asText();
    assertEquals(400, answer.status());
    assertTrue(told.contains("call for '" + City.USER.charAt(17) + "'"), told);
  }

  @Test
  void shouldTakeAWrongCheckCharacterOnceAnOfficerLetItPass() {
    String code = wrong(City.USER);
    ObjectNode body = City.policy();
    City.part(body, "user").put("creditCode", code);

    Answer override =
        city.gateway
            .as("officer")
            .post(
                "/credit-code-overrides",
                "{\"creditCode\":\"" + code + "\",\"ground\":\"登记机关证明原样登记\"}");

    assertEquals(201, override.status(), override.http().body());
    assertEquals(List.of("credit-code.overridden"), city.journal());
    assertEquals(201, register(body.toString()).status());
    assertEquals(new CreditCode(code).value(), city.stored(city.id()).policy().user().key());
  }

  @Test
  void shouldNotOverrideTheCodeOfAnOrganisationToWhichTheOfficerDeclaredARelation() {
    String code = City.USER.substring(0, 17) + (City.USER.endsWith("1") ? "2" : "1");
    city.put(
        Memberships.RELATION,
        Membership.relationKey(City.SCHEME, "officer", code),
        new Relation("officer", code, "亲属", Instant.EPOCH));

    Answer refused =
        city.gateway
            .as("officer")
            .post(
                "/credit-code-overrides",
                "{\"creditCode\":\"" + code + "\",\"ground\":\"登记机关证明原样登记\"}");

    assertEquals(403, refused.status());
    assertEquals(List.of(), city.journal());
  }

  @Test
  void shouldOverrideOnlyAWrongCheckCharacterAndOnlyByTheCommission() {
    String right = "{\"creditCode\":\"" + City.USER + "\",\"ground\":\"无\"}";

    assertEquals(400, city.gateway.as("officer").post("/credit-code-overrides", right).status());
    assertEquals(403, city.gateway.as("signer").post("/credit-code-overrides", right).status());
  }

  @Test
  void shouldTakeOtherUnicodeFormsForTheSame() {
    city.register();
    ObjectNode body = City.policy().put("number", "Ｐ－１").put("certificateNumber", "ＦＢ-2026-1");
    City.part(body, "product").put("specification", "ＶＭＣ-850");

    Answer answer = register(body.toString());

    assertEquals(409, answer.status(), "the same policy number: " + answer.http().body());
  }

  @Test
  void shouldNotLetAnInsurerRegisterForAnother() {
    assertEquals(404, register(City.policy().put("insurer", "cpic").toString()).status());
    assertEquals(201, register(City.policy().put("insurer", "picc").toString()).status());
  }

  @Test
  void shouldNotShowAPolicyToWhomItDoesNotConcern() {
    String path = "/policies/" + city.register();

    assertEquals(404, city.gateway.as("rival").get(path).status());
    assertEquals(404, city.gateway.as("stranger").get(path).status());
    assertEquals(
        404,
        city.gateway
            .as("rival")
            .header("if-match", "\"1\"")
            .put(path, City.policy().toString())
            .status());
    assertEquals(
        404, city.gateway.as("stranger").post(path + "/confirmation", "{\"revision\":1}").status());
    assertEquals(200, city.gateway.as("boss").get(path).status());
    assertEquals(200, city.gateway.as("auditor").get(path).status());
    assertEquals(200, city.gateway.as("preparer").get(path).status());
  }

  @Test
  void shouldRefuseAReplayedKeyWithAnotherBody() {
    city.gateway.as("preparer").key("key-00000001").post("/policies", City.policy().toString());

    Answer again =
        city.gateway
            .as("preparer")
            .key("key-00000001")
            .post("/policies", City.policy().put("number", "P-2").toString());

    assertEquals(422, again.status());
    assertTrue(again.json().path("type").asText().endsWith("key-reused"));
  }

  @Test
  void shouldGiveTheFirstAnswerToAReplay() {
    String body = City.policy().toString();
    Answer first = city.gateway.as("preparer").key("key-00000001").post("/policies", body);
    Answer again = city.gateway.as("preparer").key("key-00000001").post("/policies", body);

    assertEquals(first.http(), again.http());
    assertEquals(1, city.journal().size());
  }

  @Test
  void shouldKeepARefusalAndGiveItAgain() {
    String body = City.policy().put("contractSigned", "2026-02-25").toString();
    Answer first = city.gateway.as("preparer").key("key-00000001").post("/policies", body);
    Answer again = city.gateway.as("preparer").key("key-00000001").post("/policies", body);

    assertEquals(first.http(), again.http());
    assertEquals(List.of("policy.refused"), city.journal());
  }

  @Test
  void shouldListEachItsOwnPageByPage() {
    for (int i = 1; i <= 5; i++) {
      ObjectNode body = City.policy().put("number", "P-" + i);
      City.part(body, "user").put("creditCode", City.code("91210200MA000010" + i));
      assertEquals(201, register(body.toString()).status());
    }

    Answer first = city.gateway.as("signer").get("/policies?limit=3");
    Answer rest =
        city.gateway
            .as("boss")
            .get("/policies?limit=3&cursor=" + first.json().path("next").asText());

    assertEquals(3, first.json().path("items").size());
    assertEquals(2, rest.json().path("items").size());
    assertFalse(rest.json().hasNonNull("next"));
    assertEquals(0, city.gateway.as("rival").get("/policies").json().path("items").size());
    assertEquals(
        5, city.gateway.as("auditor").get("/policies?insurer=picc").json().path("items").size());
    assertEquals(400, city.gateway.as("auditor").get("/policies").status());
    assertEquals(400, city.gateway.as("auditor").get("/policies?insurer=a%2Fb").status());
    assertEquals(400, city.gateway.as("auditor").get("/policies?enterprise=null").status());
    assertEquals(400, city.gateway.as("signer").get("/policies?enterprise=null").status());
    assertEquals(200, city.gateway.as("signer").get("/policies?enterprise=&limit=").status());
    assertEquals(400, city.gateway.as("signer").get("/policies?cursor=%25%25").status());
    assertEquals(400, city.gateway.as("signer").get("/policies?limit=0").status());
  }

  @Test
  void shouldAnswerChecksWithoutATokenAndKeepNothing() {
    int before = size();
    Answer allowed =
        city.gateway
            .asPublic()
            .post("/checks/policy", City.policy().put("insurer", "picc").toString());
    Answer refused = city.gateway.asPublic().post("/checks/policy", City.policy().toString());

    assertEquals(200, allowed.status(), allowed.http().body());
    assertEquals("ALLOWED", allowed.json().path("decision").path("verdict").asText());
    assertEquals("REFUSED", refused.json().path("decision").path("verdict").asText());
    assertEquals(before, size());
  }

  @Test
  void shouldNotTellThePublicWhichPolicyHoldsAFirstBatch() {
    city.register();
    String other = City.policy().put("number", "P-9").put("insurer", "picc").toString();

    Answer answer = city.gateway.asPublic().post("/checks/policy", other);

    assertEquals("REFUSED", answer.json().path("decision").path("verdict").asText());
    assertFalse(answer.http().body().contains("P-1"));
  }

  private int size() {
    int all = 0;
    for (Table table : Table.values()) {
      all += city.records.list(table).size();
    }
    return all;
  }

  @Test
  void shouldAnswerDeadlinesWithEveryLimitAndWhy() {
    Answer answer =
        city.gateway
            .asPublic()
            .get("/deadlines?contractSigned=2026-01-10&delivered=2026-01-16&certificate=FB-2026-1");

    assertEquals("2026-02-24", answer.json().path("lastDay").asText());
    assertEquals("2027-01-07", answer.json().path("certificateLastDay").asText());
    assertEquals("2028-06-30", answer.json().path("schemeLastDay").asText());
    assertTrue(answer.json().path("notices").size() > 0);
    assertEquals(400, city.gateway.asPublic().get("/deadlines?contractSigned=2026-02-30").status());
    assertEquals(
        400,
        city.gateway
            .asPublic()
            .get("/deadlines?contractSigned=2026-01-10&delivered=2026-01-16&certificate=X")
            .status());
  }
}
