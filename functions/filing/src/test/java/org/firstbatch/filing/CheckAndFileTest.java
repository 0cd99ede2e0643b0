package org.firstbatch.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.Answers;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.State;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Table;
import org.firstbatch.filing.Document.DocumentKind;
import org.firstbatch.measures.explain.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckAndFileTest {

  private final City city = new City();

  @Test
  void shouldFileGoodRowsAndMakeThemVisibleAtOnce() {
    List<String> policies = city.policies(3);

    String filing = city.file(policies);

    assertEquals(State.FILED, city.filed(filing).state());
    assertEquals(3, city.filed(filing).claims());
    assertEquals(1, city.inputRevision());
    assertEquals(List.of("filing.received", "filing.filed"), city.journal("filing", filing));
    JsonNode claims = city.gateway.as("signer").get("/filings/" + filing + "/claims").json();
    assertEquals(3, claims.path("items").size());
    JsonNode first = claims.path("items").get(0);
    assertEquals("FILED", first.path("state").asText());
    assertEquals(3, first.path("reasons").size());
    Registered policy = policy(policies.getFirst());
    assertEquals(filing, policy.filing());
    assertEquals("2026Q1", policy.quarter());
  }

  @Test
  void shouldOrderByTheProposalAndCutToTheSecond() {
    city.file(city.policies(1));

    Claim claim = city.claims().getFirst();

    assertEquals(Instant.parse("2026-02-09T01:30:00Z"), claim.insured());
    assertEquals(Instant.parse("2026-02-20T03:04:05Z"), claim.received());
    assertEquals(FormState.CONFIRMED, claim.form());
  }

  /**
   * The proposal came on the 9th at 9:30, it was signed on the 10th at 10:00, cover begins then.
   */
  @ParameterizedTest
  @CsvSource({
    "proposal-received, 2026-02-09T01:30:00Z",
    "contract-signed, 2026-02-10T02:00:00Z",
    "inception, 2026-02-10T15:59:59Z"
  })
  void shouldOrderByTheActThatQuestionThreeNames(String act, Instant insured) {
    City other = new City(Answers.of(Map.of("insuring-time", act)));
    String filing = other.file(other.policies(1));

    assertEquals(1, other.filed(filing).claims());
    assertEquals(insured, other.claims().getFirst().insured());
  }

  @Test
  void shouldSayOfEachBadRowWhyAndLetGoodRowsStand() {
    List<String> rows = new ArrayList<>(city.policies(2));
    rows.add(city.register("INS2", 50, LocalDate.of(2026, 2, 1), Form.CONFIRMED));
    rows.add("p-unknown");
    String noCopy = city.register(City.INSURER, 51, LocalDate.of(2026, 2, 1), Form.CONFIRMED);
    rows.add(noCopy);
    String withdrawn =
        city.register(
            City.INSURER,
            52,
            LocalDate.of(2026, 2, 1),
            Form.CONFIRMED,
            Policies.State.WITHDRAWN,
            null);
    city.checked(withdrawn, DocumentKind.CONTRACT_COPY, 1);
    rows.add(withdrawn);

    String filing = city.file(rows);

    assertEquals(2, city.filed(filing).claims());
    assertEquals(List.of("13.own-policy"), rules(filing, rows.get(2)));
    assertEquals(List.of("13.own-policy"), rules(filing, "p-unknown"));
    assertEquals(List.of("13.contract-copy"), rules(filing, noCopy));
    assertEquals(List.of("13.live"), rules(filing, withdrawn));
    JsonNode listed = city.gateway.as("signer").get("/filings/" + filing + "/findings").json();
    assertEquals(4, listed.path("items").size());
    assertEquals(3, listed.path("items").get(0).path("row").asInt());
  }

  @Test
  void shouldTakePoliciesOfThisQuarterAndTheOneBeforeOnly() {
    String before = row(60, LocalDate.of(2025, 10, 1), null);
    String tooOld = row(61, LocalDate.of(2025, 9, 30), null);
    String grounded = row(62, LocalDate.of(2025, 9, 30), "洪水");
    String later = row(63, LocalDate.of(2026, 4, 1), null);
    String last = row(64, LocalDate.of(2026, 3, 31), null);

    String filing = city.file(List.of(before, tooOld, grounded, later, last));

    assertEquals(3, city.filed(filing).claims());
    assertEquals(List.of("13.quarter"), rules(filing, tooOld));
    assertEquals(List.of("13.quarter"), rules(filing, later));
  }

  @Test
  void shouldLeaveTheFormMissingUntilOneForTheRevisionIsThere() {
    String missing = city.register(City.INSURER, 70, LocalDate.of(2026, 2, 1), Form.UNCONFIRMED);
    city.checked(missing, DocumentKind.CONTRACT_COPY, 1);
    String stamped = city.register(City.INSURER, 71, LocalDate.of(2026, 2, 1), Form.UNCONFIRMED);
    city.checked(stamped, DocumentKind.CONTRACT_COPY, 1);
    city.checked(stamped, DocumentKind.APPLICATION_FORM, 1);
    String stale = city.register(City.INSURER, 72, LocalDate.of(2026, 2, 1), Form.UNCONFIRMED);
    city.checked(stale, DocumentKind.CONTRACT_COPY, 1);
    city.checked(stale, DocumentKind.APPLICATION_FORM, 9);

    city.file(List.of(missing, stamped, stale));

    assertEquals(FormState.MISSING, claim(missing).form());
    assertEquals(FormState.STAMPED, claim(stamped).form());
    assertEquals(FormState.MISSING, claim(stale).form());
  }

  @ParameterizedTest
  @ValueSource(strings = {"数量", "出厂编号", "企业实缴保险费", "发票号码"})
  void shouldDemandTheColumnsOfTheNotice(String column) {
    demand(column);
    List<String> rows = city.policies(1);

    String filing = city.file(rows);

    assertEquals(State.CHECKED, city.filed(filing).state());
    assertEquals(List.of("13.columns"), rules(filing, rows.getFirst()));
    assertEquals(0, city.inputRevision());
  }

  @Test
  void shouldNotDemandTheKindOfBusinessWhichFollowsFromWhatWasDone() {
    demand("业务类型");

    assertEquals(State.FILED, city.filed(city.file(city.policies(1))).state());
  }

  private void demand(String column) {
    city.put(
        Programme.NOTICE,
        Programme.noticeKey("dalian", 2026),
        new Programme.Notice(2026, "notice 2026\nrequired-column " + column + "\n"));
  }

  @Test
  void shouldNotFileAPolicyTwice() {
    List<String> rows = city.policies(1);
    String first = city.file(rows);

    String second = city.file(rows);

    assertEquals(List.of("13.filed-once"), rules(second, rows.getFirst()));
    assertEquals(first, claim(rows.getFirst()).filing());
    assertEquals(1, city.inputRevision());
  }

  @Test
  void shouldTakeOverARowOfAnEarlierFilingThatWasNeverFiled() {
    List<String> rows = city.policies(1);
    String abandoned = city.receive(rows);
    killedAt(abandoned, stepsOf(rows.size()) - 1);
    city.gateway.at(City.IN_WINDOW.plusSeconds(60));

    String later = city.file(rows);
    city.work(city.records, abandoned);

    assertEquals(State.FILED, city.filed(later).state());
    assertEquals(later, claim(rows.getFirst()).filing());
    assertEquals(State.CHECKED, city.filed(abandoned).state());
    assertEquals(List.of("13.filed-once"), rules(abandoned, rows.getFirst()));
  }

  @Test
  void shouldComeOutTheSameWhenKilledAtAnyStepOfASmallFiling() {
    List<Claim> expected = fileUndisturbed(12);
    int steps = stepsOf(12);

    for (int step = 1; step <= steps; step++) {
      shouldSurvive(12, step, true, expected);
      shouldSurvive(12, step, false, expected);
    }
  }

  @Test
  void shouldComeOutTheSameWhenAFilingOf400IsKilledMidway() {
    List<Claim> expected = fileUndisturbed(400);
    int steps = stepsOf(400);

    for (int step = 1; step <= steps; step += 97) {
      shouldSurvive(400, step, true, expected);
    }
    shouldSurvive(400, steps, true, expected);
    shouldSurvive(400, steps, false, expected);
  }

  @Test
  void shouldKeepFindingsOf5000BadRowsBesideTheFiling() {
    List<String> rows = new ArrayList<>();
    for (int number = 0; number < 5000; number++) {
      rows.add("p%020x".formatted(number));
    }

    String filing = city.file(rows);

    assertEquals(State.CHECKED, city.filed(filing).state());
    assertEquals(10, city.filed(filing).findings().size());
    long kept =
        city.records.list(Table.FILINGS).stream()
            .filter(record -> record.key().sort().startsWith("finding!"))
            .count();
    assertEquals(5000, kept);
  }

  @Test
  void shouldDeliverAgainWhenRowsKeepChanging() {
    String filing = city.receive(city.policies(1));
    Faults faults = new Faults();
    for (int step = 0; step < 200; step++) {
      faults.between(step, () -> touch(city.filed(filing).policies().getFirst()));
    }

    assertThrows(
        RetryableFault.class, () -> city.work(new FaultyRecords(city.records, faults), filing));

    assertEquals(State.RECEIVED, city.filed(filing).state());
    city.work(city.records, filing);
    assertEquals(State.FILED, city.filed(filing).state());
  }

  @Test
  void shouldNotBeginALongFilingAgainForRowsThatChanged() {
    List<String> rows = city.policies(6 * FilingChunk.ROWS);
    String filing = city.receive(rows);
    Faults faults = new Faults();
    for (int step = 0; step < 1000; step++) {
      faults.between(step, () -> touchBeforeEverySecondWrite(faults, rows));
    }

    city.work(new FaultyRecords(city.records, faults), filing);

    assertEquals(State.FILED, city.filed(filing).state());
    assertEquals(rows.size(), city.filed(filing).claims());
  }

  /** Confirmations that come in while a filing is worked on: each chunk meets some once. */
  private void touchBeforeEverySecondWrite(Faults faults, List<String> rows) {
    long writes = faults.log().stream().filter(step -> step.startsWith("commit")).count();
    if (faults.log().getLast().startsWith("commit") && writes % 2 == 1) {
      rows.forEach(this::touch);
    }
  }

  @Test
  void shouldFileOnceWhenTwoWorkersHearOfItAtOnce() {
    int steps = stepsOf(30);
    for (int step = 0; step < steps; step += 7) {
      City other = new City();
      String filing = other.receive(other.policies(30));
      Faults faults = new Faults().between(step, () -> other.work(other.records, filing));

      other.work(new FaultyRecords(other.records, faults), filing);

      assertEquals(30, other.filed(filing).claims(), "step " + step);
      assertEquals(1, other.inputRevision(), "step " + step);
      assertEquals(List.of("filing.received", "filing.filed"), other.journal("filing", filing));
    }
  }

  @Test
  void shouldShowNoClaimBeforeItsFilingIsFiled() {
    List<String> rows = city.policies(1);
    String filing = city.receive(rows);
    killedAt(filing, stepsOf(1) - 1);

    assertEquals(1, city.claims().size());
    assertEquals(404, city.gateway.as("regulator").get("/claims/" + rows.getFirst()).status());
    JsonNode claims = city.gateway.as("regulator").get("/filings/" + filing + "/claims").json();
    assertTrue(claims.path("items").isEmpty());
    assertEquals(
        404,
        city.gateway.as("regulator").post("/filings/" + filing + "/acceptance", "{}").status());
  }

  @Test
  void shouldChangeNothingWhenDeliveredAgain() {
    String filing = city.file(city.policies(2));
    Filings.Filing before = city.filed(filing);

    city.work(city.records, filing);

    assertEquals(before, city.filed(filing));
    assertEquals(1, city.inputRevision());
    assertFalse(city.journal("filing", filing).size() > 2);
  }

  private void shouldSurvive(int count, int step, boolean after, List<Claim> expected) {
    City other = new City();
    String filing = other.receive(other.policies(count));
    Faults faults = after ? new Faults().killAfter(step) : new Faults().killBefore(step);
    assertThrows(
        Killed.class,
        () ->
            other.worker(new FaultyRecords(other.records, faults)).handle(other.received(filing)));

    other.work(other.records, filing);

    String at = "killed at " + faults.log().get(step - 1);
    assertEquals(State.FILED, other.filed(filing).state(), at);
    assertEquals(count, other.filed(filing).claims(), at);
    assertEquals(1, other.inputRevision(), at);
    assertEquals(keys(expected), keys(other.claims()), at);
  }

  /** What a plan sees of claims; ids of filings differ from run to run. */
  private static List<String> keys(List<Claim> claims) {
    return claims.stream()
        .map(claim -> claim.number() + " " + claim.insured() + " " + claim.form())
        .toList();
  }

  private static List<Claim> fileUndisturbed(int count) {
    City other = new City();
    other.file(other.policies(count));
    return other.claims();
  }

  private static int stepsOf(int count) {
    City other = new City();
    String filing = other.receive(other.policies(count));
    Faults none = new Faults();
    other.work(new FaultyRecords(other.records, none), filing);
    return none.steps();
  }

  private void killedAt(String filing, int step) {
    Faults faults = new Faults().killAfter(step);
    assertThrows(
        Killed.class,
        () -> city.worker(new FaultyRecords(city.records, faults)).handle(city.received(filing)));
  }

  private void touch(String policy) {
    var stored =
        city.records.find(Policies.key("dalian", policy)).map(Policies.POLICY::read).orElseThrow();
    city.records.putAll(
        List.of(stored.record().next(1, "1", stored.record().body(), stored.record().journal())));
  }

  private String row(int number, LocalDate signed, @Nullable String lateGround) {
    String id =
        city.register(
            City.INSURER, number, signed, Form.CONFIRMED, Policies.State.REGISTERED, lateGround);
    city.checked(id, DocumentKind.CONTRACT_COPY, 1);
    return id;
  }

  private List<String> rules(String filing, String policy) {
    return city.filed(filing).findings().getOrDefault(policy, List.of()).stream()
        .map(Finding::rule)
        .toList();
  }

  private Claim claim(String id) {
    return city.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
  }

  private Registered policy(String id) {
    return city.records
        .find(Policies.key("dalian", id))
        .map(record -> Policies.POLICY.read(record).value())
        .orElseThrow();
  }
}
