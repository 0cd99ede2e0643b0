package org.firstbatch.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewClaimTest {

  private static final String REJECTION = "{\"article\":\"第三条\",\"ground\":\"费率超过上限\"}";

  private final City city = new City();
  private final String claim = city.fileable(1);
  private String filing = "";

  @BeforeEach
  void file() {
    filing = city.file(List.of(claim));
  }

  @Test
  void shouldBeAcceptedWhenAllThreeAcceptTheFiling() {
    acceptFiling("regulator");
    acceptFiling("commission");
    assertEquals("FILED", state());
    assertEquals("NOT_ACCEPTED_BY_FINANCE", view().path("reasons").get(0).path("reason").asText());

    acceptFiling("finance");

    assertEquals("ACCEPTED", state());
    assertTrue(view().path("reasons").isEmpty());
    assertEquals(4, city.inputRevision());
  }

  @Test
  void shouldRaiseTheInputOfTheYearInWhichAClosedYearsClaimsAreNow() {
    city.put(
        Programme.BUDGET,
        Programme.budgetKey("dalian", 2026),
        new Programme.Budget(2026, Money.ofYuan(100), List.of(), Instant.EPOCH));

    acceptFiling("finance");

    assertEquals(1, city.records.counter(Claims.inputRevision("dalian", 2027)));
    assertEquals(0, city.records.counter(Claims.inputRevision("dalian", 2028)));
  }

  @Test
  void shouldNotReviewWhatHasChangedSinceItWasRead() {
    String stale = "\"9\"";

    for (String path :
        List.of("/claims/" + claim + "/acceptance", "/filings/" + filing + "/acceptance")) {
      assertEquals(
          412,
          city.gateway.as("finance").header("if-match", stale).post(path, "{}").status(),
          path);
    }
    assertEquals(
        412,
        city.gateway
            .as("signer")
            .header("if-match", stale)
            .post("/claims/" + claim + "/withdrawal", "{}")
            .status());
    assertEquals("FILED", state());
  }

  @Test
  void shouldNotReviewWhatNobodySaysThatTheyRead() {
    for (String act : List.of("acceptance", "hold", "release", "rejection")) {
      assertEquals(428, blindly("/claims/" + claim + "/" + act), act);
    }
    assertEquals(428, blindly("/filings/" + filing + "/acceptance"));
    String withdrawal = "/claims/" + claim + "/withdrawal";
    assertEquals(428, city.gateway.as("signer").post(withdrawal, "{}").status());
    assertEquals("FILED", state());
  }

  private int blindly(String path) {
    return city.gateway.as("finance").post(path, REJECTION).status();
  }

  @Test
  void shouldNotAcceptAFilingThatAnotherBodyAcceptedSinceItWasRead() {
    String seen = city.etag("/filings/" + filing);
    acceptFiling("regulator");

    String path = "/filings/" + filing + "/acceptance";
    assertEquals(
        412, city.gateway.as("finance").header("if-match", seen).post(path, "{}").status());
  }

  @Test
  void shouldReceiptTheAcceptanceOfAFilingAndSayWhoIsStillToAccept() {
    JsonNode receipt = acceptance("regulator").json().path("receipt");

    assertEquals("filing.accepted", receipt.path("act").asText());
    assertEquals(filing, receipt.path("subject").asText());
    assertEquals("还需市经信委、市财政局接受。", receipt.at("/next/zh").asText());
    assertEquals("2026-04-21", receipt.path("by").asText());
    assertEquals(receipt, city.receipt("filing", filing, 3));
  }

  @Test
  void shouldReceiptTheAcceptanceOfAClaimBesideThoseOfItsFiling() {
    acceptFiling("regulator");
    acceptFiling("commission");

    Answer accepted = act("finance", "acceptance", "{}", 200);

    JsonNode receipt = accepted.json().path("receipt");
    assertEquals(
        "All three bodies accept it; the next plan allocates it in insuring order.",
        receipt.at("/next/en").asText());
    assertEquals(
        Hashes.hex("{\"claim\":\"" + claim + "\",\"revision\":1,\"subsidy\":\"1000.00\"}"),
        receipt.path("sha256").asText());
    assertEquals(receipt, city.receipt("claim", claim, 1));
    assertEquals(city.etag("/claims/" + claim), accepted.header("etag"));
  }

  @Test
  void shouldCountSingleAcceptancesBesideThoseOfTheFiling() {
    acceptFiling("regulator");
    act("commission", "acceptance", "{}", 200);
    act("finance", "acceptance", "{}", 200);

    assertEquals("ACCEPTED", state());
    assertEquals(List.of("claim.accepted", "claim.accepted"), city.journal("claim", claim));
  }

  @Test
  void shouldVoidAcceptancesOfACorrectedRowOnly() {
    String other = city.fileable(2);
    String second = city.file(List.of(other));
    for (String body : List.of("regulator", "commission", "finance")) {
      acceptFiling(body);
      review(body, "/filings/" + second, "acceptance", "{}");
    }
    act("finance", "acceptance", "{}", 200);

    correctRow();

    assertEquals("FILED", state());
    assertEquals(
        "ACCEPTED",
        city.gateway.as("auditor").get("/claims/" + other).json().path("state").asText());
  }

  @Test
  void shouldBeHeldUntilTheBodyThatHoldsReleases() {
    act("regulator", "hold", "{\"ground\":\"待核对合同\"}", 200);
    assertEquals("HELD", state());
    act("regulator", "hold", "{\"ground\":\"再次\"}", 409);

    assertEquals(403, act("finance", "release", "{}", 403).status());
    assertEquals("HELD", state());
    act("regulator", "release", "{}", 200);

    assertEquals("FILED", state());
    act("regulator", "release", "{}", 409);
    assertEquals(List.of("claim.held", "claim.released"), city.journal("claim", claim));
  }

  @Test
  void shouldBeRejectedOnlyWhenAllThreeNameTheSameArticle() {
    act("regulator", "rejection", REJECTION, 200);
    act("commission", "rejection", REJECTION, 200);
    act("finance", "rejection", "{\"article\":\"第四条\",\"ground\":\"保障不全\"}", 200);
    assertEquals("FILED", state());

    act("finance", "rejection", REJECTION, 200);

    assertEquals("REJECTED", state());
    act("finance", "acceptance", "{}", 409);
  }

  @Test
  void shouldTakeBackABodysRejectionWhenItAccepts() {
    act("regulator", "rejection", REJECTION, 200);
    act("commission", "rejection", REJECTION, 200);
    act("regulator", "acceptance", "{}", 200);
    act("finance", "rejection", REJECTION, 200);

    assertEquals("FILED", state());
  }

  @Test
  void shouldDemandGroundAndArticleOfARejection() {
    assertTrue(
        act("finance", "rejection", "{\"article\":\"第十六条\"}", 400)
            .http()
            .body()
            .contains("/article"));
  }

  @Test
  void shouldNotRejectOrWithdrawWhatASignedPlanAwarded() {
    signPlan(Money.ofYuan(10));

    act("finance", "rejection", REJECTION, 409);
    act("signer", "withdrawal", "{}", 409);
    assertEquals(1, view().path("lines").size());
  }

  @Test
  void shouldStillRejectWhatASignedPlanSetAside() {
    signPlan(Money.ZERO);

    act("finance", "rejection", REJECTION, 200);
    act("signer", "withdrawal", "{}", 409);
  }

  @Test
  void shouldNotBeWithdrawnByWhoDeclaredARelationToItsEnterprise() {
    city.related("signer", City.ENTERPRISE);

    act("signer", "withdrawal", "{}", 403);
    assertEquals("FILED", state());
  }

  @Test
  void shouldBeWithdrawnByItsInsurerOnly() {
    act("rival", "withdrawal", "{}", 404);
    act("signer", "withdrawal", "{}", 200);

    assertEquals("WITHDRAWN", state());
    act("signer", "withdrawal", "{}", 409);
    act("finance", "acceptance", "{}", 409);
    assertEquals(2, city.inputRevision());
  }

  @Test
  void shouldHoldNothingAndRejectNothingWithoutAGround() {
    for (String ground : List.of("", "\"ground\":\"\"", "\"ground\":\" \"")) {
      assertWantsGround("hold", "{" + ground + "}");
      String comma = ground.isEmpty() ? "" : ",";
      assertWantsGround("rejection", "{\"article\":\"第三条\"" + comma + ground + "}");
    }
    assertEquals("FILED", state());
    assertEquals(List.of(), city.journal("claim", claim));
  }

  private void assertWantsGround(String act, String body) {
    JsonNode errors = act("finance", act, body, 400).json().path("errors");

    assertEquals(1, errors.size(), act + body);
    assertEquals("/ground", errors.path(0).path("pointer").asText(), act + body);
  }

  @Test
  void shouldKeepRelatedPersonsAway() {
    city.related("finance", City.ENTERPRISE).related("regulator", City.INSURER);

    act("finance", "acceptance", "{}", 403);
    act("regulator", "hold", "{\"ground\":\"x\"}", 403);
    assertEquals(403, acceptance("finance").status());
    assertEquals(403, acceptance("regulator").status());
  }

  @Test
  void shouldKeepAwayWhoIsOrWasAMemberOfItsEnterpriseOrInsurer() {
    city.gateway
        .former("finance", Role.ENTERPRISE, City.ENTERPRISE)
        .member("regulator", Role.INSURER, City.INSURER, Capacity.PREPARER)
        .former("commission", Role.INSURER, "INS2");

    act("finance", "acceptance", "{}", 403);
    act("regulator", "hold", "{\"ground\":\"x\"}", 403);
    act("finance", "rejection", REJECTION, 403);
    assertEquals(403, acceptance("finance").status());
    assertEquals(403, acceptance("regulator").status());
    acceptFiling("commission");
  }

  @Test
  void shouldNotBeWithdrawnByAFormerMemberOfItsEnterprise() {
    city.gateway.former("signer", Role.ENTERPRISE, City.ENTERPRISE);

    act("signer", "withdrawal", "{}", 403);
    assertEquals("FILED", state());
  }

  @Test
  void shouldKeepInsurersAndAuditorsFromReviewing() {
    act("signer", "acceptance", "{}", 403);
    act("auditor", "hold", "{\"ground\":\"x\"}", 403);
  }

  @Test
  void shouldShowAClaimToItsPartiesWithoutPersons() {
    act("regulator", "hold", "{\"ground\":\"待核对\"}", 200);

    assertEquals(200, city.gateway.as("owner").get("/claims/" + claim).status());
    assertEquals(200, city.gateway.as("preparer").get("/claims/" + claim).status());
    assertEquals(404, city.gateway.as("stranger").get("/claims/" + claim).status());
    assertEquals(404, city.gateway.as("rival").get("/claims/" + claim).status());
    JsonNode marks = city.gateway.as("owner").get("/claims/" + claim).json().path("marks");
    assertEquals("REGULATOR", marks.get(0).path("body").asText());
    assertFalse(marks.get(0).has("person"));
  }

  @Test
  void shouldAnswerAReplayedKeyOnce() {
    String body = "{\"ground\":\"待核对\"}";
    String path = "/claims/" + claim + "/hold";
    var first =
        city.gateway.as("finance").key("hold-0001").header("if-match", "\"1\"").post(path, body);
    var again =
        city.gateway.as("finance").key("hold-0001").header("if-match", "\"1\"").post(path, body);

    assertEquals(first.http(), again.http());
    assertEquals(List.of("claim.held"), city.journal("claim", claim));
  }

  @Test
  void shouldKeepBothMarksWhenTwoBodiesActAtOnce() {
    Faults faults = new Faults();
    TestGateway slow =
        new TestGateway(
                new FaultyRecords(city.records, faults),
                Wiring.routes(new FaultyRecords(city.records, faults), city.objects, city.schemes))
            .at(City.IN_WINDOW);
    faults.between(4, () -> act("finance", "hold", "{\"ground\":\"待核对\"}", 200));

    String path = "/claims/" + claim + "/acceptance";
    Answer accepted = slow.as("regulator").header("if-match", "\"1\"").post(path, "{}");

    assertEquals(200, accepted.status());

    assertEquals("HELD", state());
    assertEquals(2, view().path("marks").size());
    assertEquals(2, city.journal("claim", claim).size());
  }

  @Test
  void shouldAnswerOnceWhenTheAnswerOfACommittedActWasLost() {
    int step = 0;
    boolean failed = true;
    while (failed) {
      step++;
      failed = shouldAnswerOnce(step);
    }
    assertTrue(step > 6, "steps " + step);
  }

  /** Whether the first call has as many steps. */
  private static boolean shouldAnswerOnce(int step) {
    City other = new City();
    String policy = other.fileable(1);
    other.file(List.of(policy));
    Faults faults = new Faults().faultAfter(step);
    FaultyRecords faulty = new FaultyRecords(other.records, faults);
    TestGateway gateway =
        new TestGateway(faulty, Wiring.routes(faulty, other.objects, other.schemes))
            .at(City.IN_WINDOW);
    String path = "/claims/" + policy + "/hold";
    String body = "{\"ground\":\"待核对\"}";

    gateway.as("finance").key("hold-0002").header("if-match", "\"1\"").post(path, body);
    if (faults.steps() < step) {
      return false;
    }
    Answer again =
        gateway.as("finance").key("hold-0002").header("if-match", "\"1\"").post(path, body);

    assertEquals(200, again.status(), "step " + step);
    assertEquals(List.of("claim.held"), other.journal("claim", policy), "step " + step);
    return true;
  }

  private Answer act(String person, String act, String body, int status) {
    var answer = review(person, "/claims/" + claim, act, body);
    assertEquals(status, answer.status(), answer.http().body());
    return answer;
  }

  private Answer review(String person, String path, String act, String body) {
    String seen = city.etag(path);
    return city.gateway.as(person).header("if-match", seen).post(path + "/" + act, body);
  }

  private Answer acceptance(String body) {
    return review(body, "/filings/" + filing, "acceptance", "{}");
  }

  private void acceptFiling(String body) {
    assertEquals(200, acceptance(body).status());
  }

  private JsonNode view() {
    return city.gateway.as("auditor").get("/claims/" + claim).json();
  }

  private String state() {
    return view().path("state").asText();
  }

  /** As the policy function does: the row's revision rises and it takes the filing's sequence. */
  private void correctRow() {
    Place place =
        city.records
            .find(Claims.placeKey("dalian", claim))
            .map(record -> Claims.PLACE.read(record).value())
            .orElseThrow();
    Claim old = city.records.find(place.key()).map(r -> Claims.CLAIM.read(r).value()).orElseThrow();
    city.put(
        Claims.CLAIM,
        place.key(),
        new Claim(
            old.id(),
            old.insurer(),
            old.number(),
            old.enterprise(),
            old.enterpriseName(),
            old.insured(),
            old.received(),
            old.signed(),
            old.quarter(),
            old.filing(),
            city.filed(filing).sequence(),
            old.revision() + 1,
            old.subsidy(),
            old.form(),
            old.pending(),
            old.certificate(),
            false,
            false));
  }

  private void signPlan(Money award) {
    Plans.Plan plan =
        new Plans.Plan(
            2026,
            1,
            "run",
            Plans.State.SIGNED,
            1,
            "in",
            "out",
            null,
            Money.ofYuan(100),
            award,
            Money.ZERO,
            1,
            Map.of(),
            Map.of(),
            "system",
            Instant.EPOCH,
            null);
    city.put(Plans.PLAN, Plans.key("dalian", 2026, 1), plan);
    city.put(
        Plans.LINE,
        Plans.lineKey("dalian", claim, 2026, 1, "run"),
        new Plans.PlanLine(
            2026,
            1,
            "run",
            1,
            Money.ofYuan(1000),
            Money.ofYuan(1000),
            Money.ofYuan(100),
            award,
            award.isZero() ? "SET_ASIDE" : "FUNDED",
            List.of()));
    assertEquals(1, city.records.list(Table.PLANS).size());
  }
}
