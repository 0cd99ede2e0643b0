package org.firstbatch.measures.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.UsedParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallManufacturerTest {

  @ParameterizedTest(name = "{0} staff, {1}: {2}")
  @CsvSource({
    "999, 400000000.00, MET",
    "1000, 399999999.99, MET",
    "1000, 400000000.00, NOT_MET",
    "1001, 400000000.01, NOT_MET",
    "999, 900000000.00, MET",
    "0, 0.00, MET",
    "999,, MET",
    ", 399999999.99, MET",
    "1000,, UNDETERMINED",
    ", 400000000.00, UNDETERMINED",
    ",, UNDETERMINED",
    "约一千, 4亿, UNDETERMINED",
    "９９９, 90000万元, MET",
  })
  void shouldTakeEitherOfStaffAndRevenueBelowItsLimit(
      String staff, String revenue, Outcome outcome) {
    assertEquals(outcome, form(staff, revenue).find("8.size").outcome());
  }

  @ParameterizedTest(name = "{0} staff, {1}: {2} to {3}")
  @CsvSource({
    "1000, 500000000.00, enterprise.staff, 999",
    "2000, 400000000.00, enterprise.revenue, 399999999.99",
    "1000, 400000000.00, enterprise.staff, 999",
  })
  void shouldNameTheNearerLimitAsTheSmallestChange(
      String staff, String revenue, String path, String to) {
    var steps = Objects.requireNonNull(form(staff, revenue).find("8.size").change()).steps();
    assertEquals(1, steps.size());
    assertEquals(path, steps.getFirst().name());
    assertEquals(to, steps.getFirst().to());
  }

  @Test
  void shouldCiteBothLimitsWithTheirDates() {
    Finding finding = form("1000", "400000000.00").find("8.size");
    assertEquals(
        List.of("size-staff-below", "size-revenue-below"),
        finding.parameters().stream().map(UsedParameter::key).toList());
    assertEquals("2025-07-01", finding.parameters().getFirst().from());
    assertEquals("第八条", finding.article());
    assertTrue(finding.sentence().zh().contains("400,000,000.00"), finding.sentence().zh());
  }

  private static Form form(String staff, String revenue) {
    Form form = Form.good();
    form.fields.remove("enterprise.staff");
    form.fields.remove("enterprise.revenue");
    if (staff != null) {
      form.set("enterprise.staff", staff);
    }
    if (revenue != null) {
      form.set("enterprise.revenue", revenue);
    }
    return form;
  }
}
