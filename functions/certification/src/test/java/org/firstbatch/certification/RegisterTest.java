package org.firstbatch.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterTest {

  private final InMemoryRecords records = Lists.records();
  private final TestGateway gateway = Lists.gateway(records);

  @BeforeEach
  void shouldImportTwoLists() {
    String one =
        Lists.HEADER
            + "A-1,ＡＢＣ 重工,%s,起重机,QZ-1,一般\n".formatted(Lists.code(1))
            + "A-2,大连机床,%s,机床,CK-1,一般\n".formatted(Lists.code(2));
    String other = Lists.HEADER + "B-1,大连机床,%s,机床,CK-2,核电装备\n".formatted(Lists.code(2));
    gateway.as("signer").post("/certificate-imports", Lists.body("甲1", one));
    gateway.as("signer").post("/certificate-imports", Lists.body("乙1", other));
  }

  private JsonNode search(String query) {
    return gateway.asPublic().get("/certificates?" + query).json();
  }

  @Test
  void shouldFindByNumberByCreditCodeAndByBeginningOfTheName() {
    assertEquals(1, search("number=A-2").path("items").size());
    assertEquals(0, search("number=A-3").path("items").size());
    assertEquals(2, search("creditCode=" + Lists.code(2)).path("items").size());
    assertEquals(2, search("namePrefix=" + url("大连")).path("items").size());
    assertEquals(0, search("namePrefix=" + url("机床")).path("items").size());
    assertEquals(3, gateway.asPublic().get("/certificates").json().path("items").size());
  }

  @Test
  void shouldFindANameInAnotherUnicodeForm() {
    for (String prefix : new String[] {"abc", "ABC", "ＡＢＣ重", "a b c"}) {
      assertEquals(1, search("namePrefix=" + url(prefix)).path("items").size(), prefix);
    }
  }

  @Test
  void shouldFindACreditCodeAsPeopleTypeItAndRefuseWhatIsNone() {
    String typed = " " + Lists.code(2).toLowerCase(Locale.ROOT);

    assertEquals(2, search("creditCode=" + url(typed)).path("items").size());
    assertEquals(400, search("creditCode=null").path("status").asInt());
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void shouldPageThroughTheRegister() {
    JsonNode first = search("limit=2");
    JsonNode second = search("limit=2&cursor=" + first.path("next").asText());

    assertEquals(2, first.path("items").size());
    assertEquals(1, second.path("items").size());
    assertTrue(second.path("next").isMissingNode());
  }

  @Test
  void shouldRefuseTwoQuestionsAtOnce() {
    assertEquals(400, gateway.asPublic().get("/certificates?number=A-1&namePrefix=A").status());
  }

  @Test
  void shouldShowListsWithTheirCertificates() {
    JsonNode lists = gateway.asPublic().get("/certificate-lists").json();
    assertEquals(2, lists.path("items").size());
    assertEquals("2026-01-05", lists.path("items").get(0).path("published").asText());

    JsonNode list = gateway.asPublic().get("/certificate-lists/" + url("甲1")).json();

    assertEquals("A-1", list.path("items").get(0).path("number").asText());
    assertEquals(2, list.path("count").asInt());
    assertEquals(404, gateway.asPublic().get("/certificate-lists/none").status());
  }

  @Test
  void shouldShowACertificateAsExpiredOnTheDayAfterItsLast() {
    assertEquals("VALID", stateAt("2027-01-05T15:59:59Z"));
    assertEquals("EXPIRED", stateAt("2027-01-05T16:00:00Z"));
    assertEquals(404, gateway.asPublic().get("/certificates/none").status());
  }

  private String stateAt(String instant) {
    gateway.at(Instant.parse(instant));
    return gateway.asPublic().get("/certificates/A-1").json().path("state").asText();
  }
}
