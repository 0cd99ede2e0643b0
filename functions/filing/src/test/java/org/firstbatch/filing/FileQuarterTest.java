package org.firstbatch.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CheckedNumber;
import org.firstbatch.measures.policy.InsurerRecord;
import org.junit.jupiter.api.Test;

class FileQuarterTest {

  private final City city = new City();

  @Test
  void shouldReceiveFromTheFirstSecondOfTheWindow() {
    assertEquals(422, fileAt("2026-03-31T15:59:59Z").status());
    assertEquals(202, fileAt("2026-03-31T16:00:00Z").status());
  }

  @Test
  void shouldReceiveUntilTheLastSecondOfTheWindowAndThenOfferTheNextQuarter() {
    assertEquals(202, fileAt("2026-04-15T15:59:59Z").status());

    Answer late = fileAt("2026-04-15T16:00:00Z");

    assertEquals(422, late.status());
    assertEquals("第十三条", late.json().path("article").asText());
    assertEquals("2026Q2", late.json().path("offered").path("quarter").asText());
    assertEquals("2026-07-01", late.json().path("offered").path("opens").asText());
    assertEquals("2026-04-16T00:00:00+08:00", late.json().path("receivedAt").asText());
    assertEquals(1, refusals());
  }

  @Test
  void shouldReceiptWhatWasFiledAndSayWhenItsPlanIsMade() {
    Answer received = fileAt("2026-04-10T02:00:00Z");

    JsonNode receipt = received.json().path("receipt");
    String filing = received.json().path("filing").asText();
    assertTrue(CheckedNumber.isValid(receipt.path("number").asText()));
    assertTrue(receipt.path("number").asText().startsWith("R20260410-"));
    assertEquals(
        Hashes.hex("{\"quarter\":\"2026Q1\",\"policies\":[\"p1\"]}"),
        receipt.path("sha256").asText());
    assertEquals("2026-04-21", receipt.path("by").asText());
    assertEquals(receipt, city.receipt("filing", filing, 1));
    assertEquals("\"1\"", received.header("etag"));
  }

  @Test
  void shouldReceiptWhatArrivesLateUntilTheLastDayOfTheNextWindow() {
    JsonNode receipt = fileAt("2026-04-15T16:00:00Z").json().path("receipt");

    assertEquals("filing.refused", receipt.path("act").asText());
    assertEquals("2026-07-15", receipt.path("by").asText());
    assertEquals(receipt, city.receipt("filing-refusal", receipt.path("subject").asText(), 1));
  }

  @Test
  void shouldRefuseABarredInsurerFromItsDateOn() {
    InsurerRecord.Bar bar =
        new InsurerRecord.Bar(LocalDate.of(2026, 4, 10), "大金监罚〔2026〕3号", Text.of("骗取补贴", "fraud"));
    city.insurer(City.INSURER, bar);

    assertEquals(202, fileAt("2026-04-09T15:59:59Z").status());
    Answer refused = fileAt("2026-04-09T16:00:00Z");

    assertEquals(422, refused.status());
    assertEquals("第十五条（二）", refused.json().path("article").asText());
    String detail = refused.json().path("detail").asText();
    assertTrue(detail.contains("大金监罚〔2026〕3号") && detail.contains("行政复议"), detail);
    assertEquals(1, refusals());
  }

  @Test
  void shouldAnswerAReplayedKeyWithTheFirstFiling() {
    String body = City.filing("2026Q1", List.of("p1"));
    Answer first = city.gateway.as("signer").key("key-00000001").post("/filings", body);
    Answer again = city.gateway.as("signer").key("key-00000001").post("/filings", body);
    Answer other =
        city.gateway
            .as("signer")
            .key("key-00000001")
            .post("/filings", City.filing("2026Q1", List.of("p2")));

    assertEquals(first.http(), again.http());
    assertEquals(
        "/v1/schemes/dalian/filings/" + first.json().path("filing").asText(),
        first.header("location"));
    assertEquals(422, other.status());
    assertEquals(1, city.gateway.as("signer").get("/filings").json().path("items").size());
  }

  @Test
  void shouldNotLetWhoDeclaredARelationToAnEnterpriseFileItsPolicies() {
    String body = City.filing("2026Q1", List.of(city.fileable(1)));
    city.related("signer", "91110000802100433B").related("signer", City.INSURER);
    assertEquals(202, city.gateway.as("signer").post("/filings", body).status());

    city.related("signer", City.ENTERPRISE);

    assertEquals(403, city.gateway.as("signer").post("/filings", body).status());
  }

  @Test
  void shouldNotLetAFormerMemberOfAnEnterpriseFileItsPolicies() {
    String body = City.filing("2026Q1", List.of(city.fileable(1)));
    city.gateway.former("signer", Role.ENTERPRISE, "91110000802100433B");
    assertEquals(202, city.gateway.as("signer").post("/filings", body).status());

    city.gateway.former("signer", Role.ENTERPRISE, City.ENTERPRISE);

    assertEquals(403, city.gateway.as("signer").post("/filings", body).status());
  }

  @Test
  void shouldNameEveryMistakeInTheBody() {
    Answer answer =
        city.gateway
            .as("signer")
            .post("/filings", "{\"quarter\":\"2026Q5\",\"policies\":[\"p1\",\"p1\"],\"x\":1}");

    assertEquals(400, answer.status());
    assertTrue(answer.http().body().contains("/policies/1"));
    assertTrue(answer.http().body().contains("/quarter"));
    assertTrue(answer.http().body().contains("/x"));
  }

  @Test
  void shouldTakeFiveThousandPoliciesAndNotOneMore() {
    List<String> most = IntStream.range(0, 5000).mapToObj("p%020x"::formatted).toList();
    List<String> more = IntStream.range(0, 5001).mapToObj("p%020x"::formatted).toList();

    assertEquals(
        202, city.gateway.as("signer").post("/filings", City.filing("2026Q1", most)).status());
    assertEquals(
        400, city.gateway.as("signer").post("/filings", City.filing("2026Q1", more)).status());
    assertEquals(
        400, city.gateway.as("signer").post("/filings", City.filing("2026Q1", List.of())).status());
  }

  @Test
  void shouldShowFilingsToTheirInsurerAndTheBodiesOnly() {
    String filing = city.file(city.policies(1));

    assertEquals(200, city.gateway.as("preparer").get("/filings/" + filing).status());
    assertEquals(404, city.gateway.as("rival").get("/filings/" + filing).status());
    assertEquals(403, city.gateway.as("owner").get("/filings/" + filing).status());
    assertEquals(0, city.gateway.as("rival").get("/filings").json().path("items").size());
    assertEquals(1, city.gateway.as("auditor").get("/filings").json().path("items").size());
    assertEquals(
        0, city.gateway.as("finance").get("/filings?year=2025").json().path("items").size());
  }

  @Test
  void shouldLetOnlySignersFile() {
    Answer answer =
        city.gateway.as("preparer").post("/filings", City.filing("2026Q1", List.of("p1")));

    assertEquals(403, answer.status());
  }

  @Test
  void shouldPageThroughClaims() {
    String filing = city.file(city.policies(5));

    var first = city.gateway.as("finance").get("/filings/" + filing + "/claims?limit=3").json();
    String cursor = first.path("next").asText();
    var second =
        city.gateway
            .as("finance")
            .get("/filings/" + filing + "/claims?limit=3&cursor=" + cursor)
            .json();

    assertEquals(3, first.path("items").size());
    assertEquals(2, second.path("items").size());
    assertTrue(second.path("next").isMissingNode());
    assertEquals(400, city.gateway.as("finance").get("/filings?limit=0").status());
    assertEquals(400, city.gateway.as("finance").get("/filings?cursor=*").status());
  }

  private Answer fileAt(String instant) {
    city.gateway.at(Instant.parse(instant));
    return city.gateway.as("signer").post("/filings", City.filing("2026Q1", List.of("p1")));
  }

  private long refusals() {
    return city.records.list(Table.JOURNAL).stream()
        .filter(record -> record.body().contains("filing.refused"))
        .count();
  }
}
