package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.fake.Answers;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Question 6 with the plans of two years signed in turns (第七条). E1 is insured in December 2025 and
 * in February 2026; the cap is 500,000.00.
 */
class AcrossYearsTest {

  private static final String REGULATOR = "regulator-1";

  @ParameterizedTest
  @CsvSource({
    "budget-year, 400000.00, 100000.00",
    "insuring-year, 200000.00, 400000.00",
    "both-smaller-left, 200000.00, 300000.00"
  })
  void shouldCountThePlanOfTheYearBeforeThatWasSignedFirst(String option, String b, String c) {
    Office office = office(option);
    fileBoth(office.city);

    sign(office, 2025);
    sign(office, 2026);

    assertEquals(Map.of("A", "300000.00"), files(office).awards(2025, 1));
    assertEquals(Map.of("B", b, "C", c), files(office).awards(2026, 1));
    assertFollows(office);
  }

  @ParameterizedTest
  @CsvSource({
    "budget-year, 400000.00, 100000.00, 300000.00",
    "insuring-year, 400000.00, 400000.00, 100000.00",
    "both-smaller-left, 400000.00, 100000.00, 100000.00"
  })
  void shouldCountThePlanOfTheYearAfterThatWasSignedFirst(
      String option, String b, String c, String a) {
    Office office = office(option);
    fileBoth(office.city);

    sign(office, 2026);
    sign(office, 2025);

    assertEquals(Map.of("B", b, "C", c), files(office).awards(2026, 1));
    assertEquals(Map.of("A", a), files(office).awards(2025, 1));
    assertFollows(office);
  }

  @ParameterizedTest
  @CsvSource({
    "budget-year, 300000.00, 50000.00, 50000.00",
    "insuring-year, 100000.00, 0.00, 400000.00",
    "both-smaller-left, 100000.00, 0.00, 100000.00"
  })
  void shouldCountAPlanOfAnotherYearThatIsSignedBetweenTwoOfThisYear(
      String option, String a, String d, String c) {
    Office office = office(option);
    office.city.claim(claim("F26", "2026Q1", "B", "2025-12-20T01:00:00Z", "400000"));
    sign(office, 2026);
    office.city.claim(claim("F25", "2025Q4", "A", "2025-12-10T01:00:00Z", "300000"));
    sign(office, 2025);
    office.city.claim(claim("F26", "2026Q1", "C", "2026-02-10T01:00:00Z", "400000"));
    office.city.claim(claim("F26", "2026Q1", "D", "2025-12-28T01:00:00Z", "50000"));
    sign(office, 2026);

    assertEquals(Map.of("A", a), files(office).awards(2025, 1));
    assertEquals(Map.of("D", d, "C", c), files(office).awards(2026, 2));
    assertFollows(office);
  }

  @ParameterizedTest
  @ValueSource(ints = {2025, 2026})
  void shouldVoidTheDraftOfTheOtherYearWhenAPlanIsSigned(int first) {
    Office office = office("insuring-year");
    fileBoth(office.city);
    int other = 2025 + 2026 - first;
    office.request(REGULATOR, 2025);
    office.request(REGULATOR, 2026);
    String voided = office.hash(other, 1);
    office.sign("finance-1", other, 1, voided);

    office.signAll(first, 1, office.hash(first, 1));

    Answer late = office.sign("commission-1", other, 1, voided);
    assertEquals(409, late.status());
    assertEquals("DISCARDED", late.json().path("state").asText());
    assertEquals(Plans.State.DISCARDED, files(office).plan(other, 1).state());
    assertEquals(1, office.count("plan.discarded"));
    sign(office, other);
    assertFollows(office);
  }

  @Test
  void shouldVoidTheDraftEvenBeforeTheWorkerSaidSo() {
    Office office = office("both-smaller-left");
    fileBoth(office.city);
    office.request(REGULATOR, 2025);
    office.request(REGULATOR, 2026);
    for (String person : Office.SIGNERS) {
      office.sign(person, 2025, 1, office.hash(2025, 1));
    }

    Answer late = office.sign("finance-1", 2026, 1, office.hash(2026, 1));

    assertEquals(409, late.status());
    assertEquals("DISCARDED", late.json().path("state").asText());
  }

  @Test
  void shouldLeaveTheDraftOfTheOtherYearWhereOnlyTheBudgetYearCounts() {
    Office office = office("budget-year");
    fileBoth(office.city);
    office.request(REGULATOR, 2025);
    office.request(REGULATOR, 2026);

    office.signAll(2025, 1, office.hash(2025, 1));
    office.signAll(2026, 1, office.hash(2026, 1));

    assertEquals(0, office.count("plan.discarded"));
    assertEquals(List.of(), files(office).inputLines(2026, 1, "counted"));
  }

  @Test
  void shouldStartTheRunThatWaitedForTheVoidedDraft() {
    Office office = office("insuring-year");
    fileBoth(office.city);
    office.request(REGULATOR, 2025);
    office.request(REGULATOR, 2026);
    office.request("regulator-2", 2026);
    String voided = office.hash(2026, 1);

    office.signAll(2025, 1, office.hash(2025, 1));

    Plan next = files(office).plan(2026, 1);
    assertEquals(Plans.State.DRAFT, next.state());
    assertTrue(!next.sha256().equals(voided));
    assertEquals("200000.00", files(office).awards(2026, 1).get("B"));
  }

  @Test
  void shouldNameThePlansOfOtherYearsThatAnInputCounts() {
    Office office = office("insuring-year");
    fileBoth(office.city);
    sign(office, 2025);
    sign(office, 2026);
    office.city.claim(claim("F25", "2025Q4", "A2", "2025-12-11T01:00:00Z", "10000"));
    sign(office, 2025);

    assertEquals(
        List.of("counted\t2025\t1\t" + office.hash(2025, 1)),
        files(office).inputLines(2026, 1, "counted"));
    assertEquals(
        List.of("counted\t2026\t1\t" + office.hash(2026, 1)),
        files(office).inputLines(2025, 2, "counted"));
    assertEquals(
        List.of("awarded\tE1\t2025\t30000000"), files(office).inputLines(2026, 1, "awarded"));
    sign(office, 2026);
    assertEquals(
        List.of("counted\t2025\t2\t" + office.hash(2025, 2)),
        files(office).inputLines(2026, 2, "counted"));
    assertFollows(office);
  }

  @Test
  void shouldCountAClosedYearAndWhatItCarriedOn() {
    Office office =
        new Office(
            city("200000"),
            Answers.of(
                Map.of(
                    "cap-year", "insuring-year", "unpaid-at-year-end", "carried-first-in-line")));
    fileBoth(office.city);
    sign(office, 2025);
    office.gateway.as("finance-1").post("/years/2025/closing", "{}");
    office.gateway.as("finance-2").post("/years/2025/closing/approval", "{}");
    office.work();
    sign(office, 2026);

    assertEquals(Map.of("A", "200000.00"), files(office).awards(2025, 1));
    assertEquals(
        Map.of("A", "100000.00", "B", "200000.00", "C", "400000.00"),
        files(office).awards(2026, 1));
    assertFollows(office);
  }

  @Test
  void shouldRefuseASignatureWhereAnotherYearsPlanWasSignedThoughNobodySaidSo() {
    Office office = office("insuring-year");
    fileBoth(office.city);
    office.request(REGULATOR, 2025);
    office.request(REGULATOR, 2026);
    signUnheard(office.city, 2025);

    Answer refused = office.sign("finance-1", 2026, 1, office.hash(2026, 1));

    assertEquals(409, refused.status());
    assertTrue(refused.json().path("detailEn").asText().contains("another fiscal year"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"insuring-year", "both-smaller-left"})
  void shouldSignOneOfTwoPlansWhereverTheOthersLastSignatureComes(String option) {
    int steps = lastSignature(openDrafts(option), option, new Faults());
    for (int step = 0; step < steps; step++) {
      Office office = openDrafts(option);
      String hash = office.hash(2025, 1);
      Faults faults = new Faults().between(step, () -> office.sign("regulator-2", 2025, 1, hash));

      lastSignature(office, option, faults);

      int signed = files(office).signed(2025).size() + files(office).signed(2026).size();
      assertEquals(1, signed, "after step " + step + " of " + faults.log());
    }
  }

  @Test
  void shouldNotSignBesideAnotherYearsPlanWhereverItIsSignedThoughNobodySaidSo() {
    int steps = lastSignature(openDrafts("insuring-year"), "insuring-year", new Faults());
    for (int step = 0; step < steps; step++) {
      Office office = openDrafts("insuring-year");
      Faults faults = new Faults().between(step, () -> signUnheard(office.city, 2025));

      lastSignature(office, "insuring-year", faults);

      assertEquals(List.of(), files(office).signed(2026), "after step " + step);
    }
  }

  /** Both years' plans lack the regulator's signature. */
  private static Office openDrafts(String option) {
    Office office = office(option);
    fileBoth(office.city);
    for (int year : List.of(2025, 2026)) {
      office.request(REGULATOR, year);
      office.sign("commission-1", year, 1, office.hash(year, 1));
      office.sign("finance-1", year, 1, office.hash(year, 1));
    }
    return office;
  }

  private static int lastSignature(Office office, String option, Faults faults) {
    Schemes schemes = Answers.of(Map.of("cap-year", option));
    FaultyRecords records = new FaultyRecords(office.city.records, faults);
    new TestGateway(records, schemes, "nobody", Routes.of(records, office.city.objects, schemes))
        .at(office.gateway.now())
        .as("regulator-2")
        .post("/years/2026/plans/1/signatures", "{\"sha256\":\"" + office.hash(2026, 1) + "\"}");
    return faults.steps();
  }

  /** A signature by which no other year's input was raised, as if its budget had come just then. */
  private static void signUnheard(City city, int year) {
    Stored<Plan> stored = Chain.of(city.records, SCHEME, year).find(1).orElseThrow();
    ObjectNode plan = Json.object(Json.write(stored.value())).put("state", "SIGNED");
    City.put(city.records, Plans.PLAN, stored.key(), Json.read(plan.toString(), Plan.class));
  }

  static Office office(String option) {
    return new Office(city("1000000"), Answers.of(Map.of("cap-year", option)));
  }

  private static City city(String budgetOf2025) {
    return new City()
        .budget(2025, budgetOf2025)
        .budget(2026, "2000000")
        .filing("F25", "2025Q4")
        .filing("F26", "2026Q1");
  }

  static void fileBoth(City city) {
    city.claim(claim("F25", "2025Q4", "A", "2025-12-10T01:00:00Z", "300000"));
    city.claim(claim("F26", "2026Q1", "B", "2025-12-20T01:00:00Z", "400000"));
    city.claim(claim("F26", "2026Q1", "C", "2026-02-10T01:00:00Z", "400000"));
  }

  private static Claim claim(
      String filing, String quarter, String number, String insured, String yuan) {
    return City.claim(filing, quarter, number, "E1", insured, yuan);
  }

  static void sign(Office office, int year) {
    office.gateway.at(office.gateway.now().plusSeconds(60));
    office.request(REGULATOR, year);
    int place = Chain.of(office.city.records, SCHEME, year).nextPlace();
    office.signAll(year, place, office.hash(year, place));
  }

  private static PlanFiles files(Office office) {
    return new PlanFiles(office.city);
  }

  /** A stranger who has all signed plans finds every input to follow from them. */
  private static void assertFollows(Office office) {
    PlanFiles files = files(office);
    List<Plan> all =
        List.of(2026, 2025).stream().flatMap(year -> files.signed(year).stream()).toList();
    all.forEach(plan -> assertEquals(List.of(), files.breaks(plan, all), plan.sha256()));
  }
}
