package org.firstbatch.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.measures.identity.CreditCode;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private static final String FIRST = "first-administrator";
  private static final String BODY = "91210200123456789";
  private static final String ENTERPRISE = BODY + CreditCode.checkCharacter(BODY);

  private final City city = new City();

  private static String grant(String person, String role, String organisation, String capacity) {
    return "{\"person\":\"%s\",\"role\":\"%s\",\"organisation\":\"%s\",\"capacities\":[%s]}"
        .formatted(person, role, organisation, capacity);
  }

  private static String second() {
    return grant("second", "COMMISSION", "commission", "\"ADMINISTRATOR\",\"SIGNER\"");
  }

  @Test
  void shouldLetTheFirstAdministratorAppointTheSecondAlone() {
    Answer answer = city.post(FIRST, "/memberships", second());

    assertEquals(202, answer.status());
    assertEquals("APPROVED", answer.json().path("state").asText());
    assertEquals("commission", membership("second").path("organisation").asText());
    assertTrue(city.journal().containsAll(List.of("change.approved", "membership.granted")));
  }

  private JsonNode membership(String person) {
    return city.gateway.as(person).get("/me").json().path("memberships").path(0);
  }

  @Test
  void shouldDemandApprovalOfTheThirdAdministrator() {
    city.post(FIRST, "/memberships", second());
    String third = grant("third", "COMMISSION", "commission", "\"ADMINISTRATOR\"");

    String change = city.proposed(FIRST, "/memberships", third);
    String bySecond = city.proposed("second", "/memberships", third.replace("third", "fourth"));

    assertTrue(membership("third").isMissingNode());
    assertEquals(403, city.approve(FIRST, change).status());
    assertEquals(403, city.approve("commission-signer", change).status());
    assertEquals(200, city.approve("second", change).status());
    assertEquals(200, city.approve(FIRST, bySecond).status());
    assertEquals("third", membership("third").path("person").asText());
  }

  @Test
  void shouldNoteThatAnAdministratorDecidedThoughTheyAlsoSign() {
    city.post(FIRST, "/memberships", second());
    String third = grant("third", "COMMISSION", "commission", "\"ADMINISTRATOR\"");
    String change = city.proposed(FIRST, "/memberships", third);

    assertEquals(200, city.approve("second", change).status());

    assertEquals(List.of("ADMINISTRATOR", "ADMINISTRATOR"), city.capacities("second"));
  }

  @Test
  void shouldNoteThatASignerDecidedThoughTheyAlsoAdminister() {
    String notice = "{\"year\":2026,\"requiredColumns\":[\"发票号码\"]}";
    city.post(FIRST, "/memberships", second());
    String change = city.proposed("commission-preparer", "/notices", notice);

    assertEquals(200, city.post("second", change + "/refusal", "{\"ground\":\"有误\"}").status());

    assertEquals(List.of("SIGNER"), city.capacities("second"));
  }

  @Test
  void shouldDemandApprovalWhenTheFirstAppointsNoAdministratorOrThemself() {
    String signer = grant("x", "COMMISSION", "commission", "\"SIGNER\"");
    String self = grant(FIRST, "COMMISSION", "commission", "\"ADMINISTRATOR\",\"SIGNER\"");

    assertEquals(
        "PROPOSED", city.post(FIRST, "/memberships", signer).json().path("state").asText());
    assertEquals("PROPOSED", city.post(FIRST, "/memberships", self).json().path("state").asText());
  }

  @Test
  void shouldAppointOneWhenTheFirstAppointsAnotherBetweenAnyTwoSteps() {
    int step = 0;
    while (isOneAppointed(step)) {
      step++;
    }
    assertTrue(step > 4, "steps " + step);
  }

  /** Appoints another after a step of appointing one; false when there are not as many steps. */
  private static boolean isOneAppointed(int step) {
    City city = new City();
    Faults faults = new Faults();
    TestGateway slow = City.gatewayOn(new FaultyRecords(city.records, faults));
    faults.between(
        step, () -> city.post(FIRST, "/memberships", second().replace("second", "other")));

    Answer answer = slow.as(FIRST).post("/memberships", second());

    if (faults.steps() <= step) {
      return false;
    }
    assertEquals("PROPOSED", answer.json().path("state").asText(), "step " + step);
    return true;
  }

  @Test
  void shouldLeaveNewInsurersToTheRegulatorAndAllOthersToTheCommission() {
    city.post(FIRST, "/memberships", second());
    String regulator = grant("r1", "REGULATOR", "regulator", "\"ADMINISTRATOR\"");
    city.done(FIRST, "second", "/memberships", regulator);
    String insurer = grant("i1", "INSURER", "PICC", "\"ADMINISTRATOR\",\"SIGNER\"");
    String enterprise = grant("e1", "ENTERPRISE", ENTERPRISE, "\"ADMINISTRATOR\",\"SIGNER\"");

    assertEquals(403, city.post(FIRST, "/memberships", insurer).status());
    assertEquals(403, city.post("r1", "/memberships", enterprise).status());
    assertEquals(202, city.post("r1", "/memberships", regulator.replace("r1", "r2")).status());
    city.done("r1", "r2", "/memberships", insurer);
    city.done(FIRST, "second", "/memberships", enterprise);

    assertEquals("PICC", membership("i1").path("organisation").asText());
    assertEquals(ENTERPRISE, membership("e1").path("organisation").asText());
  }

  @Test
  void shouldLeaveAnOrganisationWithTwoAdministratorsToItself() {
    city.post(FIRST, "/memberships", second());
    String finance = grant("f1", "FINANCE", "finance", "\"ADMINISTRATOR\"");
    city.done(FIRST, "second", "/memberships", finance);
    city.post("f1", "/memberships", finance.replace("f1", "f2"));

    String third = finance.replace("f1", "f3");
    assertEquals(403, city.post(FIRST, "/memberships", third).status());
    city.done("f1", "f2", "/memberships", third);

    JsonNode members = city.gateway.as("f1").get("/memberships").json().path("items");
    assertEquals(3, members.size());
    assertEquals(403, city.gateway.as("finance-signer").get("/memberships").status());
  }

  @Test
  void shouldStopTheNextActOnceAMembershipHasEnded() {
    city.post(FIRST, "/memberships", second());
    city.done(
        FIRST,
        "second",
        "/memberships/end",
        "{\"person\":\"commission-signer\",\"role\":\"COMMISSION\",\"organisation\":\"commission\","
            + "\"to\":\"2026-03-02T10:00:01+08:00\"}");
    String notice = "{\"year\":2026,\"requiredColumns\":[\"发票号码\"]}";

    assertEquals(202, city.post("commission-signer", "/notices", notice).status());
    city.gateway.at(city.gateway.now().plus(Duration.ofSeconds(1)));

    assertEquals(403, city.post("commission-signer", "/notices", notice).status());
    assertTrue(city.journal().contains("membership.ended"));
  }

  @Test
  void shouldNameEveryMistakeInAMembership() {
    String wrong = ENTERPRISE.substring(0, 17) + (ENTERPRISE.endsWith("0") ? "1" : "0");

    assertEquals(
        List.of("/organisation", "/capacities/0"),
        City.pointers(
            city.post(FIRST, "/memberships", grant("e", "ENTERPRISE", wrong, "\"BOSS\"")).json()));
    assertEquals(
        List.of("/organisation"),
        City.pointers(
            city.post(FIRST, "/memberships", grant("e", "FINANCE", "money", "\"SIGNER\"")).json()));
    assertEquals(
        404,
        city.post(
                FIRST,
                "/memberships/end",
                "{\"person\":\"x\",\"role\":\"COMMISSION\",\"organisation\":\"commission\"}")
            .status());
  }

  @Test
  void shouldKeepTheRelatedAwayFromACaseAtOnce() {
    String relation = "{\"organisation\":\"PICC\",\"ground\":\"配偶任职\"}";
    assertEquals(201, city.post("regulator-signer", "/relations", relation).status());
    assertEquals(
        201,
        city.post("regulator-signer", "/relations", relation.replace("PICC", "CPIC")).status());
    assertEquals(409, city.post("regulator-signer", "/relations", relation).status());

    String select = "{\"insurer\":\"PICC\",\"name\":\"人保财险\",\"from\":\"2025-07-01\"}";
    assertEquals(403, city.post("regulator-signer", "/insurers", select).status());
    String change = city.proposed("regulator-other", "/insurers", select);
    assertEquals(403, city.approve("regulator-signer", change).status());

    assertEquals(
        2, city.gateway.as("regulator-signer").get("/relations").json().path("items").size());
    assertEquals(2, city.journal().stream().filter("relation.declared"::equals).count());
    assertEquals(401, city.gateway.asPublic().get("/relations").status());
  }
}
