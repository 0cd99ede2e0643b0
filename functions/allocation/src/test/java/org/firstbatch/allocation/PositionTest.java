package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Cover;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.User;
import org.firstbatch.measures.scheme.ProductClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  private final Office office = new Office(City.example());

  @Test
  void shouldShowTheTotalsOfSignedPlansOnly() {
    office.hold("2");
    office.request("regulator-1");
    assertEquals("0.00", totals().path("awarded").asText());
    assertEquals("0.00", totals().path("setAside").asText());
    office.signAll(1, office.hash(1));
    assertEquals("500000.00", totals().path("awarded").asText());
    assertEquals("500000.00", totals().path("setAside").asText());
    assertEquals("1000000.00", totals().path("budget").asText());
    assertTrue(totals().path("registeredUnfiled").path("complete").asBoolean());
  }

  @Test
  void shouldRefuseWhoIsNoEnterpriseItsOwnPosition() {
    assertEquals(403, office.gateway.as("finance-1").get("/years/2026/position/own").status());
    assertEquals(404, office.gateway.asPublic().get("/years/26/position").status());
  }

  @Test
  void shouldCountWhatIsRegisteredAndNotFiled() {
    register("P90", "PICC", null, Policies.State.REGISTERED);
    register("P91", "PICC", null, Policies.State.PENDING);
    register("P92", "PICC", null, Policies.State.WITHDRAWN);
    register("P11", "PICC", "F1", Policies.State.REGISTERED);
    JsonNode unfiled = totals().path("registeredUnfiled");
    assertEquals(2, unfiled.path("policies").asInt());
    assertEquals("2000.00", unfiled.path("subsidy").asText());
  }

  @Test
  void shouldShowAnEnterpriseItsCapAndItsPlaceInTheQueue() {
    office.gateway.member("boss", Role.ENTERPRISE, "E1", Capacity.SIGNER);
    register("P11", "E1", "F1", Policies.State.REGISTERED);
    register("P13", "E1", "F1", Policies.State.REGISTERED);
    office.request("regulator-1");
    assertEquals("500000.00", own().path("capLeft").asText());
    assertEquals("DRAFT", own().path("plan").path("state").asText());
    office.signAll(1, office.hash(1));
    assertEquals("0.00", own().path("capLeft").asText());
    assertEquals("500000.00", own().path("awarded").asText());
    assertEquals(1, own().path("claims").path(0).path("order").asInt());
    assertEquals(3, own().path("claims").path(1).path("order").asInt());
    assertEquals("REDUCED_BY_CAP", own().path("claims").path(1).path("outcome").asText());
  }

  /** E1 is insured in December 2025 under both budgets, and in February 2026. */
  @ParameterizedTest
  @CsvSource({
    "budget-year, 200000.00, 0.00",
    "insuring-year, 0.00, 100000.00",
    "both-smaller-left, 0.00, 0.00"
  })
  void shouldShowWhatTheCapLeavesInTheYearThatQuestionSixCounts(
      String option, String left2025, String left2026) {
    Office years = AcrossYearsTest.office(option);
    AcrossYearsTest.fileBoth(years.city);
    AcrossYearsTest.sign(years, 2025);
    AcrossYearsTest.sign(years, 2026);
    register(years.city, policy("A", LocalDate.of(2025, 12, 11)), "E1");
    register(years.city, policy("B", LocalDate.of(2025, 12, 21)), "E1");
    register(years.city, policy("C", LocalDate.of(2026, 2, 11)), "E1");
    years.gateway.member("boss", Role.ENTERPRISE, "E1", Capacity.SIGNER);

    assertEquals(left2025, capLeft(years, 2025));
    assertEquals(left2026, capLeft(years, 2026));
  }

  private static String capLeft(Office office, int year) {
    return office
        .gateway
        .as("boss")
        .get("/years/" + year + "/position/own")
        .json()
        .path("capLeft")
        .asText();
  }

  private void register(
      String number, String organisation, @Nullable String filing, Policies.State state) {
    Policy policy = policy(number, LocalDate.of(2026, 2, 10));
    register(office.city, policy, organisation, filing, state);
  }

  private static void register(City city, Policy policy, String organisation) {
    register(city, policy, organisation, "F", Policies.State.REGISTERED);
  }

  private static void register(
      City city,
      Policy policy,
      String organisation,
      @Nullable String filing,
      Policies.State state) {
    String id = Policies.id(SCHEME, "PICC", policy.number());
    Registered registered =
        new Registered(
            id,
            policy,
            1,
            state,
            new Decision(List.of()),
            Money.ofYuan(1000),
            Money.ofYuan(2000),
            Instant.EPOCH,
            Policies.Form.CONFIRMED,
            null,
            filing,
            filing == null ? null : "2026Q1",
            null);
    City.put(
        city.records,
        Programme.INSURER,
        Programme.insurerKey(SCHEME, "PICC"),
        new InsurerRecord("PICC", "人保财险", List.of(), List.of(), null));
    City.put(city.records, Policies.POLICY, Policies.key(SCHEME, id), registered);
    City.put(
        city.records,
        Policies.GUARD,
        Policies.rowKey(SCHEME, organisation, policy, id),
        new Policies.Guard(id));
  }

  private static Policy policy(String number, LocalDate signed) {
    return new Policy(
        "PICC",
        number,
        new Policy.Insured(new CreditCode("91110000802100433B"), "大连样品机械有限公司"),
        new Policy.Product("数控机床", "XK-1"),
        "DL-2026-001",
        new User.Domestic(new CreditCode("91110000802100433B"), "用户公司"),
        new Policy.SupplyContract("HT-1", signed.minusDays(5), Money.ofYuan(1_000_000)),
        Policy.Batch.of("B-" + number, signed.minusDays(4)),
        Moment.at(signed.minusDays(1), 9, 30),
        Moment.at(signed, 10, 0),
        new Cover(Moment.on(signed), Moment.on(signed.plusYears(1).minusDays(1))),
        "C-1",
        Policy.Sums.of(Money.ofYuan(100_000), Money.ofYuan(3_000), Money.ZERO),
        ProductClass.ORDINARY);
  }

  private JsonNode own() {
    return office.gateway.as("boss").get("/years/2026/position/own").json();
  }

  private JsonNode totals() {
    return office.gateway.asPublic().get("/years/2026/position").json();
  }
}
