package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Relation;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignPlanTest {

  private static final String PLAN = "/years/2026/plans/1";
  private static final String RUNS = "/years/2026/runs";

  private final Office office = new Office(City.example());

  @Test
  void shouldSignThePlanWhenThreePeopleOfThreeBodiesSignedOneHash() {
    String hash = draft();
    assertEquals("DRAFT", sign("commission-1", 1, hash).json().path("state").asText());
    assertEquals("DRAFT", sign("finance-1", 1, hash).json().path("state").asText());
    Answer third = sign("regulator-2", 1, hash);
    assertEquals("SIGNED", third.json().path("state").asText());
    assertEquals(3, third.json().path("signatures").size());
    assertEquals(1, office.count("plan.signed"));
    assertEquals(2, office.count("plan.signature"));
  }

  @Test
  void shouldReceiptEachSignatureAndSayWhoIsStillToSign() {
    String hash = draft();

    JsonNode first = sign("commission-1", 1, hash).json().path("receipt");
    sign("finance-1", 1, hash);
    JsonNode third = sign("regulator-2", 1, hash).json().path("receipt");

    assertEquals("还需市财政局、监管机构签署同一哈希。", first.at("/next/zh").asText());
    assertEquals(
        Hashes.hex(
            "{\"year\":2026,\"place\":1,\"sha256\":\"" + hash + "\",\"body\":\"COMMISSION\"}"),
        first.path("sha256").asText());
    assertEquals("plan.signed", third.path("act").asText());
    assertFalse(first.path("number").equals(third.path("number")));
    assertEquals(first, office.receipt("plan.signature", "commission"));
    assertEquals(third, office.receipt("plan.signed", "regulator"));
  }

  @Test
  void shouldMakeTheSecondWorkedExampleEndToEnd() {
    office.signAll(1, draft());
    office.city.supplement(2026, "400000").filing("F2", "2026Q2");
    office.city.claim(City.claim("F2", "2026Q2", "P15", "E4", "2026-05-01T01:00:00Z", "450000"));
    office.gateway.at(Instant.parse("2026-07-21T01:00:00Z"));
    office.request("regulator-1");
    JsonNode lines = office.gateway.as("finance-1").get("/years/2026/plans/2/lines").json();
    assertEquals("390000.00", lines.path("items").path(3).path("award").asText());
    assertEquals("REDUCED_BY_BUDGET", lines.path("items").path(3).path("outcome").asText());
    assertEquals("CAP_EXHAUSTED", lines.path("items").path(0).path("outcome").asText());
    office.signAll(2, office.hash(2));
    JsonNode position = office.gateway.asPublic().get("/years/2026/position").json();
    assertEquals("1400000.00", position.path("budget").asText());
    assertEquals("1400000.00", position.path("awarded").asText());
  }

  @Test
  void shouldRefuseASignatureOnAnotherHashAndSayWhichStandsAndWhyTheOldDraftIsVoid() {
    String old = draft();
    office.hold("2");
    office.work();
    office.request("regulator-1");
    String standing = office.hash(1);
    assertFalse(old.equals(standing));
    Answer refused = sign("finance-1", 1, old);
    assertEquals(412, refused.status());
    assertEquals(standing, refused.json().path("sha256").asText());
    assertTrue(refused.json().path("detailEn").asText().contains("input changed"));
  }

  @Test
  void shouldRefuseASignatureOnADraftWhoseInputChangedEvenBeforeTheWorkerSaidSo() {
    String hash = draft();
    sign("finance-1", 1, hash);
    office.hold("2");
    Answer refused = sign("commission-1", 1, hash);
    assertEquals(409, refused.status());
    assertEquals("DISCARDED", refused.json().path("state").asText());
    assertTrue(refused.json().path("detailEn").asText().contains("input changed"));
    JsonNode plan = office.gateway.as("commission-1").get(PLAN).json();
    assertEquals("DISCARDED", plan.path("state").asText());
  }

  @Test
  void shouldRefuseOnePersonWhoSignsForTwoBodies() {
    String hash = draft();
    office.gateway.member("commission-1", Role.FINANCE, "finance", Capacity.SIGNER);
    Answer first =
        office
            .gateway
            .as("commission-1")
            .header("firstbatch-organisation", "commission")
            .post(PLAN + "/signatures", body(hash));
    assertEquals(200, first.status());
    Answer second =
        office
            .gateway
            .as("commission-1")
            .header("firstbatch-organisation", "finance")
            .post(PLAN + "/signatures", body(hash));
    assertEquals(403, second.status());
  }

  @Test
  void shouldRefuseWhoAskedForThePlan() {
    assertEquals(403, sign("regulator-1", 1, draft()).status());
  }

  @Test
  void shouldRefuseASecondSignatureOfOneBody() {
    String hash = draft();
    office.gateway.member("finance-3", Role.FINANCE, "finance", Capacity.SIGNER);
    sign("finance-1", 1, hash);
    assertEquals(409, sign("finance-3", 1, hash).status());
  }

  @Test
  void shouldRefuseAPersonWithARelationToAnEnterpriseOfThePlan() {
    String hash = draft();
    relate("finance-1", "E3");
    relate("commission-1", "E999");
    assertEquals(403, sign("finance-1", 1, hash).status());
    assertEquals(200, sign("commission-1", 1, hash).status());
  }

  @Test
  void shouldNotLetAPersonWithARelationToAnEnterpriseOfThePlanDeclineOrDiscardIt() {
    draft();
    relate("finance-1", "E3");
    relate("regulator-1", "E3");
    String ground = "{\"ground\":\"金额有误\"}";

    assertEquals(403, office.discard("finance-1", "decline", ground).status());
    assertEquals(403, office.discard("regulator-1", "discard", ground).status());
    relate("regulator-2", "E999");
    assertEquals(200, office.discard("regulator-2", "discard", ground).status());
  }

  @Test
  void shouldKeepAPlanFromWhoIsOrWasAMemberOfAnOrganisationInIt() {
    String hash = draft();
    office
        .gateway
        .former("finance-1", Role.ENTERPRISE, "E3")
        .member("regulator-2", Role.INSURER, "PICC", Capacity.PREPARER)
        .former("commission-1", Role.INSURER, "CPIC");
    String ground = "{\"ground\":\"金额有误\"}";

    assertEquals(403, sign("finance-1", 1, hash).status());
    assertEquals(403, sign("regulator-2", 1, hash).status());
    assertEquals(403, office.discard("finance-1", "decline", ground).status());
    assertEquals(403, office.discard("regulator-2", "discard", ground).status());
    assertEquals(200, sign("commission-1", 1, hash).status());
  }

  @Test
  void shouldNotDiscardADraftThatNobodyHasSeen() {
    draft();
    String read = office.gateway.as("finance-1").get(PLAN).header("etag");
    office.discard("regulator-1", "discard", "{\"ground\":\"重新编制\"}");
    office.gateway.at(office.gateway.now().plusSeconds(60));
    String next = draft();
    String ground = "{\"ground\":\"金额有误\"}";

    for (String act : List.of("decline", "discard")) {
      String path = PLAN + "/" + act;
      assertEquals(428, office.gateway.as("regulator-2").post(path, ground).status());
      assertEquals(
          412,
          office.gateway.as("regulator-2").header("if-match", read).post(path, ground).status());
    }
    assertEquals(200, sign("finance-1", 1, next).status());
  }

  @Test
  void shouldRefusePreparersAndMembersWhoseTimeIsOver() {
    String hash = draft();
    office.gateway.member("finance-9", Role.FINANCE, "finance", Capacity.PREPARER);
    assertEquals(403, sign("finance-9", 1, hash).status());
    Membership ended =
        new Membership(
            "finance-8",
            "finance",
            Role.FINANCE,
            Set.of(Capacity.SIGNER),
            Instant.EPOCH,
            office.gateway.now());
    City.put(
        office.city.records,
        Memberships.MEMBERSHIP,
        Membership.key(SCHEME, "finance-8", Role.FINANCE, "finance"),
        ended);
    assertEquals(403, sign("finance-8", 1, hash).status());
  }

  @Test
  void shouldDiscardADraftThatABodyDeclinesAndOneThatTheRegulatorDiscards() {
    String hash = draft();
    Answer declined = office.discard("finance-1", "decline", "{\"ground\":\"金额有误\"}");
    assertEquals("DISCARDED", declined.json().path("state").asText());
    assertEquals("金额有误", declined.json().path("ground").asText());
    assertEquals(409, sign("commission-1", 1, hash).status());
    office.request("regulator-1");
    Answer discarded = office.discard("regulator-2", "discard", "{\"ground\":\"重新编制\"}");
    assertEquals(200, discarded.status());
    assertEquals(403, office.discard("finance-1", "discard", "{\"ground\":\"x\"}").status());
  }

  @Test
  void shouldLeaveOneSignedPlanWhenTheInputChangesWhileTheThirdSigns() {
    String hash = draft();
    sign("commission-1", 1, hash);
    sign("finance-1", 1, hash);
    office.hold("2");
    assertEquals(409, sign("regulator-2", 1, hash).status());
    assertTrue(Chain.of(office.city.records, SCHEME, 2026).lastSigned().isEmpty());
  }

  @Test
  void shouldAnswerTheSameSignatureOnceWhenItIsSentAgain() {
    String hash = draft();
    for (int i = 0; i < 2; i++) {
      Answer answer =
          office.gateway.as("finance-1").key("sign-once-1").post(PLAN + "/signatures", body(hash));
      assertEquals(200, answer.status());
    }
    assertEquals(1, office.count("plan.signature"));
  }

  @Test
  void shouldShowThePublicOnlySignedPlansAndNoPersons() {
    String hash = draft();
    assertEquals(404, office.gateway.asPublic().get("/years/2026/signed-plans/1").status());
    assertEquals(401, office.gateway.asPublic().get(PLAN).status());
    office.signAll(1, hash);
    JsonNode plan = office.gateway.asPublic().get("/years/2026/signed-plans/1").json();
    assertEquals("SIGNED", plan.path("state").asText());
    assertFalse(plan.toString().contains("finance-1"));
    assertFalse(plan.toString().contains("requestedBy"));
    JsonNode files = office.gateway.asPublic().get("/years/2026/signed-plans/1/files").json();
    assertEquals(300, files.path("validForSeconds").asInt());
    var link = URI.create(files.path("plan").path("link").asText());
    assertTrue(office.city.objects.fetch(link).isPresent());
  }

  @Test
  void shouldPageRunsAndPlans() {
    for (int turn = 0; turn < 3; turn++) {
      office.gateway.at(office.gateway.now().plusSeconds(60));
      office.request("regulator-1");
      office.discard("regulator-2", "discard", "{\"ground\":\"重新编制\"}");
    }
    List<String> all = ids(office.gateway.as("finance-1").get(RUNS).json());
    JsonNode first = office.gateway.as("finance-1").get(RUNS + "?limit=2").json();
    String next = "&cursor=" + first.path("next").asText();
    JsonNode second = office.gateway.as("finance-1").get(RUNS + "?limit=2" + next).json();

    assertEquals(3, all.size());
    assertEquals(all.subList(0, 2), ids(first));
    assertEquals(all.subList(2, 3), ids(second));
    assertTrue(second.path("next").isMissingNode());
    assertEquals(400, office.gateway.as("finance-1").get(RUNS + "?limit=0").status());
    assertEquals(400, office.gateway.as("finance-1").get("/years/2026/plans?limit=0").status());
    assertEquals(400, office.gateway.asPublic().get("/years/2026/signed-plans?limit=0").status());
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").findValuesAsText("run");
  }

  @Test
  void shouldTellTheVersionOfARunThatWasAskedFor() {
    assertEquals("\"1\"", office.gateway.as("regulator-1").post(RUNS, "{}").header("etag"));
  }

  @Test
  void shouldShowAnEnterpriseWhereSignedPlansAre() {
    office.gateway.member("maker", Role.ENTERPRISE, "E1", Capacity.SIGNER);

    Answer refused = office.gateway.as("maker").get("/years/2026/plans");

    assertEquals(403, refused.status());
    assertTrue(refused.json().path("detailEn").asText().contains("years/{year}/signed-plans"));
  }

  @Test
  void shouldPageLinesAndShowAnInsurerItsOwn() {
    draft();
    JsonNode first = office.gateway.as("finance-1").get(PLAN + "/lines?limit=3").json();
    assertEquals(3, first.path("items").size());
    JsonNode second =
        office
            .gateway
            .as("finance-1")
            .get(PLAN + "/lines?limit=3&cursor=" + first.path("next").asText())
            .json();
    assertEquals(1, second.path("items").size());
    assertEquals(4, second.path("items").path(0).path("order").asInt());
    assertTrue(second.path("next").isMissingNode());
    office.gateway.member("picc", Role.INSURER, "PICC", Capacity.PREPARER);
    office.gateway.member("cpic", Role.INSURER, "CPIC", Capacity.PREPARER);
    assertEquals(4, office.gateway.as("picc").get(PLAN + "/lines").json().path("items").size());
    assertEquals(0, office.gateway.as("cpic").get(PLAN + "/lines").json().path("items").size());
    assertEquals(400, office.gateway.as("cpic").get(PLAN + "/lines?cursor=x").status());
    assertEquals(400, office.gateway.as("cpic").get(PLAN + "/lines?limit=0").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7-0", "1-1", "999999999-9", "999999999999999-999999999999999"})
  void shouldRefuseACursorWhereNoLineBegins(String cursor) {
    draft();

    Answer answer = office.gateway.as("finance-1").get(PLAN + "/lines?cursor=" + cursor);

    assertEquals(400, answer.status());
    assertEquals("?cursor", answer.json().at("/errors/0/pointer").asText());
  }

  @Test
  void shouldCountWhatIsFiled() {
    office.city.filing("F7", "2026Q1", Filings.State.CHECKED, Map.of());
    JsonNode filed = office.gateway.asPublic().get("/years/2026/position").json().path("filed");
    assertEquals(1, filed.path("filings").asInt());
    assertEquals(4, filed.path("claims").asInt());
  }

  private String draft() {
    office.request("regulator-1");
    return office.hash(1);
  }

  private Answer sign(String person, int place, String hash) {
    return office.sign(person, place, hash);
  }

  private static String body(String hash) {
    return "{\"sha256\":\"" + hash + "\"}";
  }

  private void relate(String person, String organisation) {
    City.put(
        office.city.records,
        Memberships.RELATION,
        Membership.relationKey(SCHEME, person, organisation),
        new Relation(person, organisation, "亲属", Instant.EPOCH));
  }
}
