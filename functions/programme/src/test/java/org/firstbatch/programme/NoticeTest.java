package org.firstbatch.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

  private static final String WHOLE =
      """
      {"year":2026,
       "requiredMaterials":{"SIZE":["上年度审计报告","社保缴费证明"],"STANDARDS":["产品标准"]},
       "supportedIndustries":["数控机床","轴承"],
       "applicationWindow":{"from":"2025-11-01","to":"2026-10-31"},
       "filingWindows":[{"quarter":"2026Q1","from":"2026-04-01","to":"2026-04-20"}],
       "workingDays":{"confirm":7,"return":15},
       "unitPriceThreshold":"50000000.00",
       "further":["近三年无重大质量事故"],
       "requiredColumns":["发票号码"],"negotiatedClasses":["飞机"]}
      """;

  private final City city = new City();

  private void set(String body) {
    city.done("commission-preparer", "commission-signer", "/notices", body);
  }

  private JsonNode notice() {
    return city.read("/notices/2026");
  }

  @Test
  void shouldSetEverythingThatANoticeSays() {
    set(WHOLE);

    JsonNode notice = notice();
    JsonNode size = notice.path("requiredMaterials").get(1);
    assertEquals("SIZE", size.path("condition").asText());
    assertEquals(2, size.path("pieces").asInt());
    assertEquals("社保缴费证明", size.path("materials").get(1).asText());
    assertEquals("轴承", notice.path("supportedIndustries").get(1).asText());
    assertEquals("2025-11-01", notice.path("applicationWindow").path("opens").asText());
    assertEquals("2026-11-02", notice.path("applicationWindow").path("closes").asText());
    assertEquals(7, notice.path("workingDays").path("confirm").asInt());
    assertEquals(20, notice.path("workingDays").path("assess").asInt());
    assertEquals("50000000.00", notice.path("unitPriceThreshold").asText());
    assertEquals("近三年无重大质量事故", notice.path("further").get(0).asText());
    assertEquals(64, notice.path("sha256").asText().length());
  }

  @Test
  void shouldTakeTheSameNoticeAsItsOwnText() {
    set(WHOLE);
    String text = notice().path("text").toString();

    set("{\"year\":2026,\"text\":%s}".formatted(text));

    assertEquals(text, notice().path("text").toString());
    assertEquals(2, notice().path("version").asInt());
  }

  @Test
  void shouldShowTheDefaultsWhileNoNoticeIsGiven() {
    JsonNode notice = notice();

    assertFalse(notice.path("given").asBoolean());
    assertEquals(0, notice.path("version").asInt());
    assertEquals(8, notice.path("requiredMaterials").size());
    assertEquals(1, notice.path("requiredMaterials").get(0).path("pieces").asInt());
    assertEquals(0, notice.path("requiredMaterials").get(7).path("pieces").asInt());
    assertTrue(notice.path("applicationWindow").isMissingNode());
    assertTrue(notice.path("unitPriceThreshold").isMissingNode());
    assertEquals(10, notice.path("workingDays").path("confirm").asInt());
  }

  @Test
  void shouldAnswerForTheFirstAndTheLastYearThatThereIs() {
    for (int year : new int[] {2000, 2999}) {
      assertEquals(year, city.read("/notices/" + year).path("year").asInt());
    }
  }

  @Test
  void shouldKeepEveryVersionReadable() {
    set("{\"year\":2026,\"supportedIndustries\":[\"轴承\"]}");
    set("{\"year\":2026,\"supportedIndustries\":[\"轴承\",\"制冷\"]}");

    assertEquals(1, industries("?version=1"));
    assertEquals(2, industries("?version=2"));
    assertEquals(2, industries(""));
    assertEquals(1, city.read("/notices/2026?version=1").path("version").asInt());
    assertEquals(404, status("?version=3"));
    assertEquals(400, status("?version=0"));
    assertEquals(400, status("?version=latest"));
  }

  private int industries(String query) {
    return city.read("/notices/2026" + query).path("supportedIndustries").size();
  }

  private int status(String query) {
    return city.gateway.asPublic().get("/notices/2026" + query).status();
  }

  @Test
  void shouldNotCountANoticeBeforeASecondPersonApprovesIt() {
    String change = city.proposed("commission-signer", "/notices", WHOLE);

    assertFalse(notice().path("given").asBoolean());
    assertEquals(403, city.approve("commission-signer", change).status());
    assertEquals(404, status("?version=1"));
    assertEquals(200, city.approve("commission-other", change).status());
    assertEquals(1, notice().path("version").asInt());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "requiredMaterials":{"COLOUR":["红"]}                         | /requiredMaterials/COLOUR
          "requiredMaterials":{"SIZE":["报表","报 表"]}                 | /requiredMaterials/SIZE/1
          "requiredMaterials":{"SIZE":[""]}                             | /requiredMaterials/SIZE/0
          "requiredMaterials":["报表"]                                  | /requiredMaterials
          "supportedIndustries":["轴承","轴承"]                         | /supportedIndustries/1
          "supportedIndustries":"轴承"                                  | /supportedIndustries
          "applicationWindow":{"from":"2026-02-02","to":"2026-02-01"}   | /applicationWindow
          "applicationWindow":{"from":"2027-02-02","to":"2027-03-01"}   | /applicationWindow
          "applicationWindow":{"from":"2026-02-02"}                     | /applicationWindow/to
          "applicationWindow":{"from":"2026-02-02","to":"2026-02-30"}   | /applicationWindow/to
          "workingDays":{"sleep":3}                                     | /workingDays/sleep
          "workingDays":{"confirm":0}                                   | /workingDays/confirm
          "workingDays":{"confirm":251}                                 | /workingDays/confirm
          "workingDays":{"confirm":"10"}                                | /workingDays/confirm
          "unitPriceThreshold":"0.00"                                   | /unitPriceThreshold
          "unitPriceThreshold":"5千万"                                  | /unitPriceThreshold
          "unitPriceThreshold":50000000                                 | /unitPriceThreshold
          "further":["无事故","无事故"]                                 | /further/1
          "colour":"red"                                                | /colour
          """)
  void shouldSayWhichFieldIsWrong(String field, String pointer) {
    Answer answer = city.post("commission-signer", "/notices", "{\"year\":2026," + field + "}");

    assertEquals(400, answer.status());
    assertTrue(City.pointers(answer.json()).contains(pointer), () -> answer.json().toString());
  }

  @Test
  void shouldNameEachWrongFieldOnce() {
    Answer answer =
        city.post(
            "commission-signer", "/notices", "{\"year\":2026,\"unitPriceThreshold\":\"0.00\"}");

    assertEquals(List.of("/unitPriceThreshold"), City.pointers(answer.json()));
    assertTrue(answer.json().path("errors").get(0).path("en").asText().contains("above 0"));
  }

  @Test
  void shouldSayWhichLineOfATextIsWrong() {
    Answer answer =
        city.post(
            "commission-signer",
            "/notices",
            "{\"year\":2026,\"text\":\"notice 2026\\nworking-days sleep 3\"}");

    JsonNode error = answer.json().path("errors").get(0);
    assertEquals("/text", error.path("pointer").asText());
    assertTrue(error.path("zh").asText().startsWith("第 2 行，working-days"), error::toString);
    assertTrue(error.path("en").asText().contains("confirm, assign"), error::toString);
  }

  @Test
  void shouldLetOnlyTheCommissionProposeANotice() {
    assertEquals(403, city.post("finance-signer", "/notices", WHOLE).status());
    assertEquals(403, city.post("auditor", "/notices", WHOLE).status());
  }
}
