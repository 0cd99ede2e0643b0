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
      city.gateway.as(body).post("/filings/" + second + "/acceptance", "{}");
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
  void shouldBeWithdrawnByItsInsurerOnly() {
    act("rival", "withdrawal", "{}", 404);
    act("signer", "withdrawal", "{}", 200);

    assertEquals("WITHDRAWN", state());
    act("signer", "withdrawal", "{}", 409);
    act("finance", "acceptance", "{}", 409);
    assertEquals(2, city.inputRevision());
  }

  @Test
  void shouldKeepRelatedPersonsAway() {
    city.related("finance", City.ENTERPRISE).related("regulator", City.INSURER);

    act("finance", "acceptance", "{}", 403);
    act("regulator", "hold", "{\"ground\":\"x\"}", 403);
    assertEquals(403, post("finance", "/filings/" + filing + "/acceptance").status());
    assertEquals(403, post("regulator", "/filings/" + filing + "/acceptance").status());
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
    var first =
        city.gateway.as("finance").key("hold-0001").post("/claims/" + claim + "/hold", body);
    var again =
        city.gateway.as("finance").key("hold-0001").post("/claims/" + claim + "/hold", body);

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

    assertEquals(200, slow.as("regulator").post("/claims/" + claim + "/acceptance", "{}").status());

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

    gateway.as("finance").key("hold-0002").post(path, body);
    if (faults.steps() < step) {
      return false;
    }
    Answer again = gateway.as("finance").key("hold-0002").post(path, body);

    assertEquals(200, again.status(), "step " + step);
    assertEquals(List.of("claim.held"), other.journal("claim", policy), "step " + step);
    return true;
  }

  private Answer act(String person, String act, String body, int status) {
    var answer = city.gateway.as(person).post("/claims/" + claim + "/" + act, body);
    assertEquals(status, answer.status(), answer.http().body());
    return answer;
  }

  private Answer post(String person, String path) {
    return city.gateway.as(person).post(path, "{}");
  }

  private void acceptFiling(String body) {
    assertEquals(200, post(body, "/filings/" + filing + "/acceptance").status());
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
