package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.Answers;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes into a plan (第十三条), under which answers to the questions that touch it. */
class PlanInputTest {

  @Test
  void shouldSetAsideInOnePlanOnly() {
    Office office = new Office(City.example());
    office.hold("2");
    planAndSign(office);
    office.city.release(City.exampleClaim(2), 2026, Role.FINANCE);
    planAndSign(office);

    assertEquals("500000.00", files(office).awards(2026, 2).get("P12"));
    assertEquals(
        List.of("awarded\tE1\tbudget\t50000000"), files(office).inputLines(2026, 2, "awarded"));
  }

  @Test
  void shouldLeaveOutAClaimThatWasWithdrawn() {
    City city = City.example();
    Claim withdrawn = City.exampleClaim(2).asWithdrawn();
    City.put(city.records, Claims.CLAIM, City.place(withdrawn, 2026).key(), withdrawn);
    Office office = new Office(city);

    office.request("regulator-1");

    assertEquals(
        Map.of("P11", "300000.00", "P13", "200000.00", "P14", "10000.00"),
        files(office).awards(2026, 1));
  }

  @Test
  void shouldComeToTheSameHashWhoeverAsksAndWhenever() {
    Office first = new Office(City.example());
    first.request("regulator-1");
    Office second = new Office(City.example());
    second.gateway.at(Instant.parse("2026-05-03T05:06:07Z"));
    second.request("regulator-2");
    City scheduled = City.example();
    new RunPlan(scheduled.records, scheduled.objects, new ShippedSchemes())
        .run(SCHEME, 2026, "scheduled", "system", City.FIRST_RUN);

    assertEquals(first.hash(1), second.hash(1));
    assertEquals(first.hash(1), new PlanFiles(scheduled).plan(2026, 1).sha256());
  }

  @Test
  void shouldOrderClaimsOfOneSecondByReceiptThenPolicyNumber() {
    City city = new City().budget(2026, "1000000").filing("F1", "2026Q1");
    city.claim(City.claim("F1", "2026Q1", "P2", "E1", "2026-01-11T01:00:00.100Z", "10"));
    city.claim(City.claim("F1", "2026Q1", "P1", "E1", "2026-01-11T01:00:00.900Z", "10"));
    Office office = new Office(city);

    office.request("regulator-1");

    assertEquals(List.of("P1", "P2"), List.copyOf(files(office).awards(2026, 1).keySet()));
  }

  @ParameterizedTest
  @CsvSource({"confirmed-or-stamped, 0.00", "not-required, 300000.00"})
  void shouldAskForTheApplicationFormAsQuestionSixteenSays(String answer, String award) {
    Office office = office(Map.of("application-form", answer));
    Claim silent = City.exampleClaim(1).withForm(FormState.MISSING);
    City.put(office.city.records, Claims.CLAIM, City.place(silent, 2026).key(), silent);

    office.request("regulator-1");

    assertEquals(award, files(office).awards(2026, 1).get("P11"));
  }

  @ParameterizedTest
  @CsvSource({"set-aside, 200000.00, 0.00", "nothing-set-aside, 200000.00, 10000.00"})
  void shouldSetAsideAsQuestionFifteenSays(String answer, String third, String fourth) {
    Office office = office(Map.of("unready", answer));
    office.city.mark(City.exampleClaim(2), 2026, MarkType.HELD, Role.FINANCE);

    office.request("regulator-1");

    assertEquals(third, files(office).awards(2026, 1).get("P13"));
    assertEquals(fourth, files(office).awards(2026, 1).get("P14"));
  }

  @ParameterizedTest
  @CsvSource({
    "pay-the-part-left, 200000.00, 0.00",
    "skip-to-next-that-fits, 0.00, 10000.00",
    "stop, 0.00, 0.00"
  })
  void shouldSpendTheRestOfTheBudgetAsQuestionFourSays(String answer, String fifth, String last) {
    Office office = office(Map.of("partial-funding", answer));
    office.city.supplement(2026, "200000");
    office.city.claim(City.claim("F1", "2026Q1", "P13B", "E5", "2026-01-13T02:00:00Z", "300000"));

    office.request("regulator-1");

    assertEquals(fifth, files(office).awards(2026, 1).get("P13B"));
    assertEquals(last, files(office).awards(2026, 1).get("P14"));
  }

  @Test
  void shouldNameTheAnswersOfTheFiscalYearInTheInput() {
    Office office =
        office(
            Map.of(
                "insuring-time", "inception",
                "partial-funding", "stop",
                "cap-year", "both-smaller-left",
                "unpaid-at-year-end", "carried-first-in-line",
                "unready", "nothing-set-aside"));

    office.request("regulator-1");

    assertEquals(
        List.of(
            "terms\tdalian\t2026\t1\t50000000\tINCEPTION\tSTOP\tBOTH_SMALLER_LEFT"
                + "\tCARRIED_FIRST_IN_LINE\tNOTHING_SET_ASIDE"),
        files(office).inputLines(2026, 1, "terms"));
  }

  private static Office office(Map<String, String> answers) {
    Schemes schemes = Answers.of(answers);
    return new Office(City.example(), schemes);
  }

  private static void planAndSign(Office office) {
    office.gateway.at(office.gateway.now().plusSeconds(60));
    office.request("regulator-1");
    int place = Chain.of(office.city.records, SCHEME, 2026).nextPlace();
    office.signAll(place, office.hash(place));
  }

  private static PlanFiles files(Office office) {
    return new PlanFiles(office.city);
  }
}
