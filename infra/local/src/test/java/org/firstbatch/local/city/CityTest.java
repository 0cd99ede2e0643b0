package org.firstbatch.local.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firstbatch.measures.identity.CreditCode;
import org.junit.jupiter.api.Test;

/** The city's files: as many of everything as the sample promises, and no real organisation. */
class CityTest {

  /** The rules of a policy that nothing in the sample city can break, and why. */
  private static final Map<String, String> NEVER_REFUSE =
      Map.of(
          "5.number", "a policy without a number is no policy yet: 400 before any rule is asked",
          "7.subsidy", "tells how the amount comes about and is always met",
          "7.other-subsidy",
              "refuses only where an edition answers question 11 with that; ours does not");

  private final City city = new City();

  @Test
  void shouldBeLargeEnough() {
    assertTrue(city.enterprises().size() >= 60);
    assertEquals(4, city.insurers().size());
    assertTrue(city.policies().size() >= 160);
    for (int quarter = 1; quarter <= 4; quarter++) {
      assertTrue(city.policiesOf(2026, quarter).size() >= 30);
    }
  }

  @Test
  void shouldUseCreditCodesOfAnAreaThatIsNotInUse() {
    for (City.Row enterprise : city.enterprises()) {
      String code = enterprise.get("credit_code");
      assertEquals(List.of(), CreditCode.findFault(code).stream().toList());
      assertEquals("219900", code.substring(2, 8));
    }
  }

  @Test
  void shouldRefuseAPolicyByEveryRuleThatACityCanBreak() {
    Set<String> expected = new TreeSet<>(SamplePolicy.rules(city));
    assertTrue(expected.containsAll(NEVER_REFUSE.keySet()), expected.toString());
    expected.removeAll(NEVER_REFUSE.keySet());

    Set<String> refused =
        City.rows("refusals.csv").stream()
            .map(row -> row.get("rule"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(expected, refused);
  }

  @Test
  void shouldBeginWithEnoughApplications() {
    assertTrue(city.applications().size() >= 80);
    assertEquals(
        Set.of(
            "certified",
            "returned",
            "supplemented",
            "declined",
            "refused",
            "lapsed",
            "withdrawn",
            "not-submitted"),
        courses());
  }

  private Set<String> courses() {
    return city.applications().stream()
        .map(row -> row.get("course"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> details(String course) {
    return city.applications().stream()
        .filter(row -> row.get("course").equals(course))
        .map(row -> row.get("detail"))
        .toList();
  }

  @Test
  void shouldRefuseAnApplicationForEachConditionOfArticleEight() {
    // What a rule finds by itself is not submitted at all
    assertTrue(
        details("not-submitted")
            .containsAll(
                List.of(
                    "8.manufacturer",
                    "8.size",
                    "8.1.legal-person",
                    "8.1.registered",
                    "8.1.industry",
                    "2.no-market-record")),
        details("not-submitted").toString());
    // The conditions that somebody has to find
    List<String> found = new ArrayList<>(details("declined"));
    found.addAll(details("refused"));
    assertTrue(
        found.containsAll(List.of("第二条", "第八条（二）", "第八条（三）", "第八条（四）", "第八条（五）", "第八条（六）")),
        found.toString());
  }

  @Test
  void shouldPublishTwoListsBesideTheOneOnPaper() {
    List<City.Row> lists = City.rows("lists.csv");

    assertEquals(2, lists.stream().filter(list -> !list.has("file")).count());
    assertEquals(1, lists.stream().filter(list -> list.has("file")).count());
    assertEquals(3, lists.stream().map(list -> list.get("document_number")).distinct().count());
  }

  @Test
  void shouldCorrectOneCertificateAndRevokeAnother() {
    List<String> certified =
        city.applications().stream()
            .filter(row -> row.get("course").equals("certified"))
            .map(row -> row.get("key"))
            .toList();
    String corrected = city.story("corrected_certificate");
    String revoked = city.story("revoked_certificate");

    assertTrue(certified.containsAll(List.of(corrected, revoked)));
    assertNotEquals(corrected, revoked);
  }

  @Test
  void shouldTellWhatTheIssueAsksOfTheYear() {
    // A deadline that Spring Festival moves, and one that nobody can know yet
    assertEquals(
        "2026-02-24 instead of 2026-02-15", Expected.facts().get("deadline from 2026-01-16"));
    assertEquals("undetermined after 2027-01-23", Expected.facts().get("deadline from 2026-12-24"));
    assertTrue(
        City.rows("pending.csv").stream()
            .allMatch(
                row -> "PENDING".equals(Expected.facts().get("policy " + row.get("number")))));
    // A cap and a budget that are exhausted, waiting, a hold, late filing, a supplement
    for (String outcome :
        List.of(
            "REDUCED_BY_CAP", "REDUCED_BY_BUDGET", "CAP_EXHAUSTED", "WAITLISTED", "SET_ASIDE")) {
      assertTrue(
          City.rows("expected.csv").stream().anyMatch(row -> !row.get(outcome).equals("0")),
          outcome);
    }
    for (String key :
        List.of("held", "corrected", "late", "supplement", "suspended_insurer", "barred_insurer")) {
      assertFalse(city.story(key).isEmpty(), key);
    }
  }

  @Test
  void shouldPointAtEveryObjectOfAPdf() {
    String pdf = new String(SmallPdf.of("Policy HA-1 (copy)"), StandardCharsets.US_ASCII);

    int xref = Integer.parseInt(pdf.split("startxref\n")[1].split("\n")[0]);
    String[] entries = pdf.substring(xref).split("\n");
    for (int object = 1; object <= 5; object++) {
      int offset = Integer.parseInt(entries[2 + object].substring(0, 10));
      assertTrue(pdf.startsWith(object + " 0 obj", offset));
    }
  }
}
