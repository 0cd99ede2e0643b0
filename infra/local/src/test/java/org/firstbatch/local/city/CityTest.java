package org.firstbatch.local.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.firstbatch.measures.identity.CreditCode;
import org.junit.jupiter.api.Test;

/** The city's files: as many of everything as the sample promises, and no real organisation. */
class CityTest {

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
  void shouldRefuseAtLeastOnePolicyForEachKindOfRule() {
    List<String> articles =
        City.rows("refusals.csv").stream()
            .map(row -> row.get("rule").replaceFirst("\\..*", ""))
            .distinct()
            .toList();
    assertTrue(
        articles.containsAll(List.of("2", "3", "4", "5", "6", "11", "12", "15")),
        articles.toString());
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
