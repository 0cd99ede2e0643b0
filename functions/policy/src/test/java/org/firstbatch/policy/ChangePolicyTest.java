package org.firstbatch.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Documents;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Plans.PlanLine;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangePolicyTest {

  private static final int NEVER = -1;

  private final City city = new City();

  private Answer correct(String id, ObjectNode body) {
    return city.gateway
        .as("preparer")
        .header("if-match", city.etag(id))
        .put("/policies/" + id, body.toString());
  }

  private Answer post(String person, String id, String act, String body) {
    return city.gateway
        .as(person)
        .header("if-match", city.etag(id))
        .post("/policies/" + id + "/" + act, body);
  }

  private void sign(String id, String award) {
    sign(id, 2026, 1, award);
  }

  private void sign(String id, int year, int place, String award) {
    plan(id, year, place, award, Plans.State.SIGNED);
  }

  private void plan(String id, int year, int place, String award, Plans.State state) {
    Plan plan =
        new Plan(
            year,
            place,
            "run-1",
            state,
            1,
            "in",
            "plan",
            null,
            Money.ofYuan(1_000_000),
            City.yuan(award),
            Money.ZERO,
            1,
            Map.of(),
            Map.of(),
            "system",
            city.gateway.now(),
            null);
    city.put(Plans.PLAN, Plans.key(City.SCHEME, year, place), plan);
    city.put(
        Plans.LINE,
        Plans.lineKey(City.SCHEME, id, year, place, "run-1"),
        new PlanLine(
            year,
            place,
            "run-1",
            1,
            Money.ofYuan(42_000),
            Money.ofYuan(500_000),
            Money.ofYuan(1_000_000),
            City.yuan(award),
            "FUNDED",
            List.of()));
  }

  @Test
  void shouldCorrectAPolicyAndAskTheEnterpriseAnew() {
    String id = city.register();
    post("boss", id, "confirmation", "{\"revision\":1}");
    ObjectNode body = City.policy();
    City.part(body, "sums").put("insuredAmount", "4000000.00");

    Answer answer = correct(id, body);

    assertEquals(200, answer.status(), answer.http().body());
    assertEquals(2, city.stored(id).revision());
    assertEquals(Form.UNCONFIRMED, city.stored(id).form());
    assertEquals("40000.00", answer.json().path("payable").asText());
    assertTrue(city.journal().contains("policy.corrected"));
  }

  @Test
  void shouldVoidAcceptancesOfTheCorrectedRowOnly() {
    String id = city.register();
    city.file(id);
    ObjectNode body = City.policy();
    City.part(body, "sums").put("insuredAmount", "4000000.00");

    assertEquals(200, correct(id, body).status());

    Claim claim = city.claim(id);
    assertEquals(2, claim.revision());
    assertEquals(City.yuan("40000.00"), claim.subsidy());
    assertTrue(
        city.filing().accepted().values().stream().noneMatch(at -> at > claim.sequence()),
        "no earlier acceptance counts for this row");
    assertEquals(3, city.filing().accepted().size(), "they count for the others");
    assertEquals(5, city.filing().sequence());
    assertEquals(1, city.inputRevision());
  }

  @Test
  void shouldMoveTheClaimWithItsHoldsWhenTheInsuringTimeChanges() {
    String id = city.register();
    city.file(id);
    Place before =
        Claims.PLACE
            .read(city.records.find(Claims.placeKey(City.SCHEME, id)).orElseThrow())
            .value();
    for (MarkType type : List.of(MarkType.HELD, MarkType.ACCEPTED)) {
      city.put(
          Claims.MARK,
          before.markKey(type, Role.FINANCE),
          new Mark(type, Role.FINANCE, 1, null, null, Instant.EPOCH));
    }

    assertEquals(
        200, correct(id, City.policy().put("proposalReceived", "2026-02-19T09:00")).status());

    Place after =
        Claims.PLACE
            .read(city.records.find(Claims.placeKey(City.SCHEME, id)).orElseThrow())
            .value();
    assertTrue(after.sort().compareTo(before.sort()) < 0);
    assertEquals(after.partition(), before.partition());
    List<String> left =
        city.records.page(RecordQuery.all(Table.CLAIMS, after.partition())).records().stream()
            .map(record -> record.key().sort())
            .toList();
    assertEquals(List.of(after.sort(), after.markKey(MarkType.HELD, Role.FINANCE).sort()), left);
  }

  @Test
  void shouldRefuseACorrectionThatTheRulesDoNotPassAndKeepThePolicy() {
    String id = city.register();

    Answer answer = correct(id, City.policy().put("contractSigned", "2026-02-25"));

    assertEquals(422, answer.status());
    assertEquals(1, city.stored(id).revision());
    assertTrue(city.journal().contains("policy.refused"));
  }

  @Test
  void shouldNotCorrectAFiledPolicyOutOfItsQuarter() {
    String id = city.register();
    Registered old = city.stored(id);
    city.put(
        Policies.POLICY,
        Policies.key(City.SCHEME, id),
        new Registered(
            id,
            old.policy(),
            1,
            old.state(),
            old.decision(),
            old.subsidy(),
            old.charged(),
            old.receivedAt(),
            old.form(),
            null,
            "f-1",
            "2026Q1",
            null));
    ObjectNode body = City.policy().put("contractSigned", "2026-05-06");
    City.part(body, "supplyContract").put("signed", "2026-04-01");
    City.part(body, "batch").put("lastDelivered", "2026-04-01");
    body.put("proposalReceived", "2026-04-20");

    Answer answer = correct(id, body);

    assertEquals(400, answer.status(), answer.http().body());
    assertEquals("/contractSigned", answer.json().path("errors").path(0).path("pointer").asText());
  }

  @Test
  void shouldNeitherEndorseNorSurrenderWhatTheCalendarLeavesOpen() {
    Answer pending =
        city.gateway
            .as("preparer")
            .post("/policies", DecidePendingTest.pending("2027-01-04").toString());
    String id = pending.json().path("id").asText();

    assertEquals(409, post("signer", id, "surrender", "{\"effective\":\"2027-02-01\"}").status());
    assertEquals(200, post("signer", id, "withdrawal", "{}").status());
  }

  @Test
  void shouldMoveTheFirstBatchWithACorrection() {
    String id = city.register();
    ObjectNode other = City.policy();
    City.part(other, "user").put("creditCode", City.code("91210200MA0000044"));

    assertEquals(200, correct(id, other).status());
    assertEquals(
        201, city.gateway.as("rival").post("/policies", City.policy().toString()).status());
  }

  @Test
  void shouldKeepTheNumberInACorrection() {
    String id = city.register();

    assertEquals(400, correct(id, City.policy().put("number", "P-2")).status());
  }

  @Test
  void shouldTellTwoWritersApart() {
    String id = city.register();
    String read = city.etag(id);
    assertEquals(200, correct(id, City.policy()).status());

    Answer second =
        city.gateway
            .as("signer")
            .header("if-match", read)
            .put("/policies/" + id, City.policy().toString());
    Answer without = city.gateway.as("signer").put("/policies/" + id, City.policy().toString());

    assertEquals(412, second.status());
    assertEquals(428, without.status());
  }

  @Test
  void shouldNeitherCorrectNorWithdrawWhatIsInASignedPlan() {
    String id = city.register();
    city.file(id);
    sign(id, "42000.00");

    assertEquals(409, correct(id, City.policy()).status());
    assertEquals(409, post("signer", id, "withdrawal", "{}").status());
  }

  @Test
  void shouldFreeTheFirstBatchAndTheClaimWithAWithdrawal() {
    String id = city.register();
    city.file(id);

    assertEquals(200, post("signer", id, "withdrawal", "{\"ground\":\"录入有误\"}").status());

    assertEquals(State.WITHDRAWN, city.stored(id).state());
    assertTrue(city.claim(id).withdrawn());
    assertEquals(1, city.inputRevision());
    assertEquals(
        201, city.gateway.as("rival").post("/policies", City.policy().toString()).status());
    assertEquals(409, post("signer", id, "withdrawal", "{}").status());
  }

  @Test
  void shouldLeaveWithdrawingToSigners() {
    String id = city.register();

    assertEquals(403, post("preparer", id, "withdrawal", "{}").status());
  }

  @Test
  void shouldLowerTheSubsidyByDaysAtASurrenderBeforeSigning() {
    String id = city.register();
    city.file(id);

    Answer answer = post("signer", id, "surrender", "{\"effective\":\"2026-03-11\"}");

    assertEquals(200, answer.status(), answer.http().body());
    assertEquals(State.SURRENDERED, city.stored(id).state());
    assertEquals(City.yuan("1150.68"), city.stored(id).subsidy());
    assertEquals(City.yuan("1150.68"), city.claim(id).subsidy());
    assertEquals("0.00", answer.json().path("unwinding").path("recoverable").asText());
    assertEquals(355, answer.json().path("unwinding").path("unexpiredDays").asInt());
    assertEquals(409, post("signer", id, "surrender", "{\"effective\":\"2026-03-11\"}").status());
  }

  @Test
  void shouldKeepWhatIsRecoverableAfterSigning() {
    String id = city.register();
    city.file(id);
    sign(id, "36500.00");

    Answer answer = post("signer", id, "surrender", "{\"effective\":\"2026-03-11\"}");

    assertEquals("36500.00", answer.json().path("unwinding").path("awarded").asText());
    assertEquals("35500.00", answer.json().path("unwinding").path("recoverable").asText());
    assertEquals(
        City.yuan("36500.00"), city.claim(id).subsidy(), "nothing is outstanding any more");
    assertEquals(
        "35500.00",
        city.gateway
            .as("boss")
            .get("/policies/" + id)
            .json()
            .path("unwindings")
            .path(0)
            .path("recoverable")
            .asText());
  }

  @Test
  void shouldLowerAndNeverRaiseTheSubsidyWithAnEndorsement() {
    String id = city.register();
    String half =
        "{\"effective\":\"2026-03-01\",\"insuredAmount\":\"2100000.00\",\"premium\":\"42000.00\"}";
    String twice =
        "{\"effective\":\"2026-03-01\",\"insuredAmount\":\"8400000.00\",\"premium\":\"168000.00\"}";

    assertEquals(200, post("signer", id, "endorsement", half).status());
    assertEquals(City.yuan("21000.00"), city.stored(id).subsidy());
    assertEquals(200, post("signer", id, "endorsement", twice).status());
    assertEquals(City.yuan("21000.00"), city.stored(id).subsidy());
    assertEquals(State.ENDORSED, city.stored(id).state());
  }

  @Test
  void shouldTakeNothingForARaiseThatIsTakenBackAndOnceWhatIsLoweredTwice() {
    String id = city.register();
    city.file(id);
    sign(id, "42000.00");

    assertEquals("0.00", recoverable(id, "2026-03-01", "8400000.00", "168000.00"));
    assertEquals("0.00", recoverable(id, "2026-03-01", "4200000.00", "84000.00"));
    assertEquals("21000.00", recoverable(id, "2026-03-01", "2100000.00", "42000.00"));
    assertEquals("10500.00", recoverable(id, "2026-03-01", "1050000.00", "21000.00"));
    assertEquals(City.yuan("10500.00"), city.stored(id).subsidy());
  }

  private String recoverable(String id, String from, String insured, String premium) {
    String body =
        "{\"effective\":\"%s\",\"insuredAmount\":\"%s\",\"premium\":\"%s\"}"
            .formatted(from, insured, premium);
    Answer answer = post("signer", id, "endorsement", body);
    assertEquals(200, answer.status(), answer.http()::body);
    return answer.json().path("unwinding").path("recoverable").asText();
  }

  @Test
  void shouldRecoverOfWhatAllSignedPlansAwardedTogether() {
    String id = city.register();
    city.file(id);
    sign(id, 2025, 1, "20000.00");
    sign(id, 2026, 1, "16500.00");

    Answer answer = post("signer", id, "surrender", "{\"effective\":\"2026-03-11\"}");

    assertEquals("36500.00", answer.json().path("unwinding").path("awarded").asText());
    assertEquals("35500.00", answer.json().path("unwinding").path("recoverable").asText());
  }

  @ParameterizedTest(name = "from {0}: {1} are left to the claim in its queue")
  @CsvSource({"2027-03-01, 10000.00", "2026-03-11, 0.00", "2026-12-06, 219.17"})
  void shouldNotPayAgainWhatAClosedYearAwarded(String effective, String left) {
    String id = city.register();
    city.file(id);
    sign(id, 2025, 1, "32000.00");
    carry(id, "10000.00");

    post("signer", id, "surrender", "{\"effective\":\"" + effective + "\"}");

    assertEquals(City.yuan(left), city.claim(id).subsidy());
  }

  @Test
  void shouldNotRaiseWhatWasCarriedOnAfterTheCapTookTheRest() {
    String id = city.register();
    city.file(id);
    sign(id, 2025, 1, "20000.00");
    carry(id, "5000.00");

    recoverable(id, "2026-03-01", "4200000.00", "84000.00");

    assertEquals(City.yuan("5000.00"), city.claim(id).subsidy());
  }

  /** The claim in its queue as closing the year before leaves it. */
  private void carry(String id, String outstanding) {
    Claim claim = city.claim(id);
    Place place =
        Claims.PLACE
            .read(city.records.find(Claims.placeKey(City.SCHEME, id)).orElseThrow())
            .value();
    city.put(Claims.CLAIM, place.key(), claim.intoNextYear(City.yuan(outstanding), false));
  }

  @Test
  void shouldBeginAnewAfterACorrection() {
    String id = city.register();
    assertEquals("0.00", recoverable(id, "2026-03-01", "2100000.00", "42000.00"));
    restated(id);

    Answer answer = post("signer", id, "surrender", "{\"effective\":\"2026-03-11\"}");

    assertEquals("1150.68", answer.json().path("unwinding").path("subsidyAfter").asText());
  }

  @Test
  void shouldCountOnlyTheChangesSinceACorrection() {
    String id = city.register();
    recoverable(id, "2026-03-01", "2100000.00", "42000.00");
    restated(id);
    recoverable(id, "2026-03-11", "2100000.00", "42000.00");

    Answer answer = post("signer", id, "surrender", "{\"effective\":\"2026-03-21\"}");

    assertEquals("1726.02", answer.json().path("unwinding").path("subsidyAfter").asText());
  }

  /** The next revision of a policy, stated as it was at first. */
  private void restated(String id) {
    Registered old = city.stored(id);
    StoredRecord present = city.records.find(Policies.key(City.SCHEME, id)).orElseThrow();
    ObjectNode body = Json.object(present.body()).put("revision", old.revision() + 1);
    body.put("state", "REGISTERED").put("subsidy", "42000.00");
    ObjectNode sums = (ObjectNode) body.path("policy").path("sums");
    sums.put("insuredAmount", "4200000.00").put("premium", "84000.00");
    city.records.putAll(
        List.of(
            new StoredRecord(
                present.key(),
                present.version() + 1,
                present.schema(),
                "1",
                present.createdAt(),
                body.toString(),
                present.journal(),
                Map.of())));
  }

  /** The first schema of what an endorsement took did not keep the amounts before it. */
  @Test
  void shouldNotRaiseTheSubsidyAfterARaiseOfAnOlderSchema() {
    String id = city.register();
    recoverable(id, "2026-03-01", "8400000.00", "168000.00");
    StoredRecord kept = city.records.find(Unwinding.key(City.SCHEME, id, 2)).orElseThrow();
    ObjectNode body = Json.object(kept.body());
    body.remove("sumsBefore");
    city.records.putAll(
        List.of(StoredRecord.first(kept.key(), 1, "1", kept.createdAt(), body.toString())));

    recoverable(id, "2026-03-11", "4200000.00", "84000.00");

    assertEquals(City.yuan("42000.00"), city.stored(id).subsidy());
  }

  @Test
  void shouldKeepTheOtherAmountsThatAnEndorsementDoesNotName() {
    ObjectNode body = City.policy();
    City.part(body, "sums").put("otherSubsidy", "60000.00").put("invoiceNumber", "F-1");
    String id =
        city.gateway.as("preparer").post("/policies", body.toString()).json().path("id").asText();

    recoverable(id, "2026-03-01", "2100000.00", "42000.00");

    assertEquals(City.yuan("60000.00"), city.stored(id).policy().sums().otherSubsidy());
    assertEquals("F-1", city.stored(id).policy().sums().invoiceNumber());
  }

  @ParameterizedTest
  @CsvSource({"2026-02-28, 400", "2026-03-01, 200", "2027-03-01, 200", "2027-03-02, 400"})
  void shouldTakeADayOfTheCoverOrTheDayAfterIt(String effective, int status) {
    String id = city.register();

    Answer answer = post("signer", id, "surrender", "{\"effective\":\"" + effective + "\"}");

    assertEquals(status, answer.status(), answer.http()::body);
  }

  @ParameterizedTest
  @CsvSource({
    "2100000.00, 84000.00, 3.rate-ceiling, 第三条",
    "4200000.00, 0.00, 5.premium, 第五条",
    "0.00, 0.00, 5.insured-amount, 第五条"
  })
  void shouldHoldTheAmountsOfAnEndorsementAgainstTheRules(
      String insuredAmount, String premium, String rule, String article) {
    String id = city.register();
    ObjectNode body =
        Json.mapper()
            .createObjectNode()
            .put("effective", "2026-03-01")
            .put("insuredAmount", insuredAmount)
            .put("premium", premium);

    Answer answer = post("signer", id, "endorsement", body.toString());

    assertEquals(422, answer.status(), answer.http()::body);
    assertEquals(article, answer.json().path("article").asText());
    List<String> rules =
        answer
            .json()
            .path("findings")
            .valueStream()
            .map(finding -> finding.path("rule").asText())
            .toList();
    assertTrue(rules.contains(rule), rules::toString);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldCountTheAwardOfAPlanThatIsSignedBetweenAnyTwoStepsOfASurrender(boolean isDrafted) {
    Faults counted = new Faults();
    new ChangePolicyTest().surrender(isDrafted, counted, NEVER);
    int commit = counted.log().stream().map(step -> step.split(" ")[0]).toList().indexOf("commit");

    for (int step = 0; step <= commit; step++) {
      JsonNode unwinding = new ChangePolicyTest().surrender(isDrafted, new Faults(), step);

      assertEquals("36500.00", unwinding.path("awarded").asText(), "after step " + step);
      assertEquals("35500.00", unwinding.path("recoverable").asText(), "after step " + step);
    }
  }

  /** Surrenders a filed policy, whose plan is signed after a step of that. */
  private JsonNode surrender(boolean isDrafted, Faults faults, int step) {
    String id = city.register();
    city.file(id);
    if (isDrafted) {
      plan(id, 2026, 1, "36500.00", Plans.State.DRAFT);
    }
    faults.between(step, () -> sign(id, "36500.00"));

    Answer answer =
        city.through(faults)
            .as("signer")
            .header("if-match", city.etag(id))
            .post("/policies/" + id + "/surrender", "{\"effective\":\"2026-03-11\"}");

    assertEquals(200, answer.status(), answer.http()::body);
    return answer.json().path("unwinding");
  }

  @Test
  void shouldTakeTheEnterprisesWordForOneRevision() {
    String id = city.register();
    city.file(id);

    assertEquals(409, post("boss", id, "confirmation", "{\"revision\":2}").status());
    assertEquals(200, post("boss", id, "confirmation", "{\"revision\":1}").status());
    assertEquals(FormState.CONFIRMED, city.claim(id).form());
    assertEquals(1, city.claim(id).sequence(), "acceptances stay");
    assertEquals(
        200, post("boss", id, "dispute", "{\"revision\":1,\"ground\":\"保费与合同不符\"}").status());
    assertEquals(FormState.DISPUTED, city.claim(id).form());
    assertEquals(409, post("boss", id, "confirmation", "{\"revision\":1}").status());
    assertEquals(200, post("boss", id, "dispute-withdrawal", "{\"revision\":1}").status());
    assertEquals(FormState.MISSING, city.claim(id).form());
    assertEquals(3, city.inputRevision());
  }

  @Test
  void shouldNotDisputeARevisionTwice() {
    String id = city.register();
    String dispute = "{\"revision\":1,\"ground\":\"保费与合同不符\"}";

    assertEquals(200, post("boss", id, "dispute", dispute).status());
    assertEquals(409, post("boss", id, "dispute", dispute.replace("保费", "保额")).status());
    assertEquals("保费与合同不符", city.stored(id).formGround());
  }

  @Test
  void shouldCountAStampedFormAgainWhenTheDisputeIsWithdrawn() {
    String id = city.register();
    city.file(id);
    form(id, "CHECKED", 1);

    post("boss", id, "dispute", "{\"revision\":1,\"ground\":\"保费与合同不符\"}");
    post("boss", id, "dispute-withdrawal", "{\"revision\":1}");

    assertEquals(FormState.STAMPED, city.claim(id).form());
  }

  @ParameterizedTest
  @CsvSource({"DECLARED,1", "FAILED,1", "CHECKED,2"})
  void shouldNotCountAStampedFormThatWasNotCheckedForThatRevision(String state, int revision) {
    String id = city.register();
    city.file(id);
    form(id, state, revision);

    post("boss", id, "dispute", "{\"revision\":1,\"ground\":\"保费与合同不符\"}");
    post("boss", id, "dispute-withdrawal", "{\"revision\":1}");

    assertEquals(FormState.MISSING, city.claim(id).form());
  }

  /** A form as filing keeps it. */
  private void form(String policy, String state, int revision) {
    RecordKey key =
        new RecordKey(Table.FILINGS, Documents.partition(City.SCHEME, policy), "d" + revision);
    String body =
        "{\"kind\":\"APPLICATION_FORM\",\"state\":\"%s\",\"revision\":%d,\"name\":\"a.pdf\"}"
            .formatted(state, revision);
    city.records.putAll(List.of(StoredRecord.first(key, 1, "1", Instant.EPOCH, body)));
  }

  @Test
  void shouldRecordTheRegulatorsGroundForLateFiling() {
    String id = city.register();

    assertEquals(200, post("regulator", id, "late-ground", "{\"ground\":\"系统故障\"}").status());
    assertEquals("系统故障", city.stored(id).lateGround());
    assertEquals(403, post("signer", id, "late-ground", "{\"ground\":\"系统故障\"}").status());
  }

  @ParameterizedTest
  @CsvSource({"withdrawal", "endorsement", "surrender"})
  void shouldNotGiveUpAPolicyInAVersionThatNobodyNamed(String act) {
    String id = city.register();
    String path = "/policies/" + id + "/" + act;
    String read = city.etag(id);
    ObjectNode body = City.policy();
    City.part(body, "sums").put("insuredAmount", "4000000.00");
    correct(id, body);

    assertEquals(428, city.gateway.as("signer").post(path, "{}").status());
    assertEquals(412, city.gateway.as("signer").header("if-match", read).post(path, "{}").status());
    assertEquals(Policies.State.REGISTERED, city.stored(id).state());
  }

  @Test
  void shouldReadAPolicyOfAnOlderSchema() {
    String id = city.register();
    StoredRecord present = city.records.find(Policies.key(City.SCHEME, id)).orElseThrow();
    ObjectNode body = Json.object(present.body());
    body.remove(List.of("lateGround", "formGround", "filing", "quarter"));
    city.records.putAll(
        List.of(
            new StoredRecord(
                present.key(),
                present.version(),
                0,
                "1",
                present.createdAt(),
                body.toString(),
                present.journal(),
                Map.of())));

    assertEquals(200, city.gateway.as("boss").get("/policies/" + id).status());
    assertEquals(200, post("boss", id, "confirmation", "{\"revision\":1}").status());
    assertEquals(
        Policies.POLICY.schema(),
        city.records.find(present.key()).orElseThrow().schema(),
        "written in the present schema");
  }
}
