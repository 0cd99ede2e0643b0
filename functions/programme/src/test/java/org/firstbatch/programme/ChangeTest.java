package org.firstbatch.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final String BUDGET = "{\"year\":2026,\"amount\":\"1000000.00\"}";

  private final City city = new City();

  @Test
  void shouldShowTheDifferenceAndWriteNothingBeforeApproval() {
    Answer answer = city.post("finance-preparer", "/budgets", BUDGET);

    assertEquals(202, answer.status());
    assertEquals("PROPOSED", answer.json().path("state").asText());
    assertTrue(answer.json().path("summary").path("zh").asText().contains("1,000,000.00"));
    JsonNode initial = differenceAt(answer.json(), "/initial");
    assertTrue(initial.path("before").isNull());
    assertEquals("1000000.00", initial.path("after").asText());
    assertEquals(404, city.gateway.asPublic().get("/budgets/2026").status());
    assertEquals(List.of("change.proposed"), city.journal());
    assertEquals(0, city.revision(2026));
  }

  private static JsonNode differenceAt(JsonNode change, String pointer) {
    for (JsonNode difference : change.path("difference")) {
      if (difference.path("pointer").asText().equals(pointer)) {
        return difference;
      }
    }
    throw new AssertionError("no difference at " + pointer + ": " + change);
  }

  @Test
  void shouldApplyTheChangeWithBothHistoriesWhenAnotherSignerApproves() {
    String change = city.proposed("finance-signer", "/budgets", BUDGET);

    Answer answer = city.approve("finance-other", change);

    assertEquals(200, answer.status());
    assertEquals("APPROVED", answer.json().path("state").asText());
    assertEquals("1000000.00", city.read("/budgets/2026").path("total").asText());
    assertTrue(city.journal().containsAll(List.of("change.approved", "budget.set")));
    assertEquals(1, city.revision(2026));
  }

  @Test
  void shouldRefuseApprovalByTheSamePerson() {
    String change = city.proposed("finance-signer", "/budgets", BUDGET);

    assertEquals(403, city.approve("finance-signer", change).status());
    assertEquals(404, city.gateway.asPublic().get("/budgets/2026").status());
  }

  @Test
  void shouldRefuseApprovalByAPreparer() {
    String change = city.proposed("finance-signer", "/budgets", BUDGET);

    assertEquals(403, city.approve("finance-preparer", change).status());
  }

  @Test
  void shouldHideTheChangeFromAnotherBody() {
    String change = city.proposed("finance-signer", "/budgets", BUDGET);

    assertEquals(404, city.approve("commission-signer", change).status());
    assertEquals(404, city.gateway.as("commission-signer").get(change).status());
    assertEquals(200, city.gateway.as("auditor").get(change).status());
  }

  @Test
  void shouldLetAuditorsReadButNotDecideTheChangesOfOthers() {
    city.gateway.member("auditors", Role.AUDITOR, "audit", Capacity.ADMINISTRATOR, Capacity.SIGNER);
    String change = city.proposed("finance-signer", "/budgets", BUDGET);

    assertEquals(200, city.gateway.as("auditors").get(change).status());
    assertEquals(403, city.approve("auditors", change).status());
    assertEquals(
        403, city.gateway.as("auditors").post(change + "/refusal", "{\"ground\":\"x\"}").status());
    assertEquals(403, city.gateway.as("auditors").post(change + "/withdrawal", "{}").status());
    assertEquals(404, city.gateway.asPublic().get("/budgets/2026").status());
  }

  @Test
  void shouldRefuseAProposalOfAnotherBody() {
    assertEquals(403, city.post("commission-signer", "/budgets", BUDGET).status());
  }

  @Test
  void shouldRefuseAStaleChangeAndSayWhatChanged() {
    city.budget(2026, "1000000.00");
    String supplement = "{\"amount\":\"%s\",\"ground\":\"追加\"}";
    String one =
        city.proposed(
            "finance-signer", "/budgets/2026/supplements", supplement.formatted("400.00"));
    String other =
        city.proposed("finance-signer", "/budgets/2026/supplements", supplement.formatted("7.00"));
    assertEquals(200, city.approve("finance-other", one).status());

    Answer answer = city.approve("finance-other", other);

    assertEquals(412, answer.status());
    assertEquals(
        "/supplements/0/amount", answer.json().path("changed").get(0).path("pointer").asText());
    assertEquals(
        "STALE", city.gateway.as("finance-other").get(other).json().path("state").asText());
    assertEquals("1000400.00", city.read("/budgets/2026").path("total").asText());
    assertEquals(409, city.approve("finance-other", other).status());
  }

  @Test
  void shouldApproveOnceWhenTwoApproveAtOnce() throws Exception {
    String change = city.proposed("finance-preparer", "/budgets", BUDGET);
    Callable<Answer> one = () -> city.approve("finance-signer", change);
    Callable<Answer> other = () -> city.approve("finance-other", change);

    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Integer> statuses =
          threads.invokeAll(List.of(one, other)).stream()
              .map(future -> future.resultNow().status())
              .sorted()
              .toList();
      assertEquals(List.of(200, 409), statuses);
    }
    assertEquals(1, city.revision(2026));
    assertEquals(1, city.journal().stream().filter("budget.set"::equals).count());
  }

  @Test
  void shouldTellTheLoserWhenAnApprovalLandsBeforeItsWrite() {
    String change = city.proposed("finance-preparer", "/budgets", BUDGET);
    Faults faults = new Faults();
    int commit = stepsOfApproval(change);
    faults.between(commit - 1, () -> city.approve("finance-other", change));

    Answer answer =
        City.gatewayOn(new FaultyRecords(city.records, faults))
            .as("finance-signer")
            .post(change + "/approval", "");

    assertEquals(409, answer.status());
    assertEquals(1, city.revision(2026));
  }

  /** On a city of its own: how many requests an approval takes, the last being the write. */
  private static int stepsOfApproval(String change) {
    City other = new City();
    other.proposed("finance-preparer", "/budgets", BUDGET);
    Faults faults = new Faults();
    String same =
        other
            .gateway
            .as("auditor")
            .get("/changes?organisation=finance")
            .json()
            .path("items")
            .get(0)
            .path("change")
            .asText();
    assertFalse(change.isEmpty());
    City.gatewayOn(new FaultyRecords(other.records, faults))
        .as("finance-signer")
        .post("/changes/" + same + "/approval", "");
    return faults.steps();
  }

  @Test
  void shouldSayThatAnOrganisationsKeyCannotBeOne() {
    assertEquals(400, city.gateway.as("auditor").get("/changes?organisation=a%20b").status());
    assertEquals(
        400, city.gateway.as("finance-signer").get("/changes?organisation=a%20b").status());
  }

  @Test
  void shouldGiveTheFirstAnswerToARepeatedKey() {
    String change = city.proposed("finance-signer", "/budgets", BUDGET);

    Answer first =
        city.gateway.as("finance-other").key("approval-1").post(change + "/approval", "");
    Answer second =
        city.gateway.as("finance-other").key("approval-1").post(change + "/approval", "");
    Answer reused = city.gateway.as("finance-other").key("approval-1").post("/budgets", BUDGET);

    assertEquals(first, second);
    assertEquals(422, reused.status());
    assertEquals(1, city.revision(2026));
  }

  @Test
  void shouldKeepNothingOfARefusedOrWithdrawnChange() {
    String refused = city.proposed("finance-signer", "/budgets", BUDGET);
    String withdrawn = city.proposed("finance-signer", "/budgets", BUDGET);

    assertEquals(400, city.post("finance-other", refused + "/refusal", "{}").status());
    assertEquals(
        200, city.post("finance-other", refused + "/refusal", "{\"ground\":\"有误\"}").status());
    assertEquals(403, city.post("finance-other", withdrawn + "/withdrawal", "").status());
    assertEquals(200, city.post("finance-signer", withdrawn + "/withdrawal", "").status());

    assertEquals(409, city.approve("finance-other", refused).status());
    assertEquals(409, city.approve("finance-other", withdrawn).status());
    assertEquals(404, city.gateway.asPublic().get("/budgets/2026").status());
    assertTrue(city.journal().containsAll(List.of("change.refused", "change.withdrawn")));
  }

  @Test
  void shouldLetNobodyDecideOnAChangeAboutAnOrganisationTheyAreRelatedTo() {
    String insurer = "{\"insurer\":\"PICC\",\"name\":\"样例财险\",\"from\":\"2026-01-01\"}";
    String change = city.proposed("regulator-preparer", "/insurers", insurer);
    String relation = "{\"organisation\":\"PICC\",\"ground\":\"配偶任职\"}";
    city.post("regulator-preparer", "/relations", relation);
    city.post("regulator-signer", "/relations", relation);

    assertEquals(403, city.approve("regulator-signer", change).status());
    assertEquals(
        403, city.post("regulator-signer", change + "/refusal", "{\"ground\":\"有误\"}").status());
    assertEquals(403, city.post("regulator-preparer", change + "/withdrawal", "").status());
    assertEquals(
        200, city.post("regulator-other", change + "/refusal", "{\"ground\":\"有误\"}").status());
  }

  @Test
  void shouldLetNobodyDecideOnAChangeAboutAnInsurerWhoseMemberTheyAreOrWere() {
    String insurer = "{\"insurer\":\"PICC\",\"name\":\"样例财险\",\"from\":\"2026-01-01\"}";
    String change = city.proposed("regulator-preparer", "/insurers", insurer);
    city.gateway
        .former("regulator-preparer", Role.INSURER, "PICC")
        .member("regulator-signer", Role.INSURER, "PICC", Capacity.PREPARER);

    assertEquals(403, city.post("regulator-preparer", "/insurers", insurer).status());
    assertEquals(403, city.approve("regulator-signer", change).status());
    assertEquals(403, city.post("regulator-preparer", change + "/withdrawal", "").status());
    assertEquals(200, city.approve("regulator-other", change).status());
  }

  @Test
  void shouldLetItsAuthorWithdrawAChangeOnlyInTheCapacityThatProposingItTakes() {
    city.gateway.member("keeper", Role.FINANCE, "finance", Capacity.ADMINISTRATOR);
    String membership =
        "{\"person\":\"li.wei\",\"organisation\":\"finance\",\"role\":\"FINANCE\",\"capacities\":[\"SIGNER\"]}";
    String ofMember = city.proposed("keeper", "/memberships", membership);
    String ofBudget = city.proposed("finance-signer", "/budgets", BUDGET);

    city.gateway.member("keeper", Role.FINANCE, "finance", Capacity.SIGNER);
    city.gateway.member("finance-signer", Role.FINANCE, "finance", Capacity.ADMINISTRATOR);

    assertEquals(403, city.post("keeper", ofMember + "/withdrawal", "").status());
    assertEquals(403, city.post("finance-signer", ofBudget + "/withdrawal", "").status());
  }

  @Test
  void shouldListOwnChangesInPages() {
    Stream.of(2026, 2027, 2028)
        .forEach(
            year ->
                city.proposed(
                    "finance-signer",
                    "/budgets",
                    "{\"year\":%d,\"amount\":\"1.00\"}".formatted(year)));

    JsonNode first = city.gateway.as("finance-other").get("/changes?limit=2").json();
    JsonNode second =
        city.gateway
            .as("finance-other")
            .get("/changes?limit=2&cursor=" + first.path("next").asText())
            .json();

    assertEquals(2, first.path("items").size());
    assertEquals(1, second.path("items").size());
    assertTrue(second.path("next").isMissingNode());
    assertEquals(
        0, city.gateway.as("commission-signer").get("/changes").json().path("items").size());
    assertEquals(400, city.gateway.as("auditor").get("/changes").status());
    assertEquals(400, city.gateway.as("finance-other").get("/changes?limit=0").status());
    assertEquals(400, city.gateway.as("finance-other").get("/changes?cursor=*").status());
  }
}
