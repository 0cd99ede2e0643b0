package org.firstbatch.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindTest {

  private static final String LIST = "大工信发〔2026〕1号";
  private static final String SITE = "https://www.firstbatch.example/dalian/";

  private final City city = new City();
  private final TestGateway gateway =
      new TestGateway(
          city.records,
          Wiring.routes(city.records, city.objects, new ShippedSchemes(), City.WEBSITE));

  @BeforeEach
  void publish() {
    List<Registered> certificates = new ArrayList<>(City.many(LIST, 3));
    certificates.add(City.certificate(LIST, "旧证〔2025〕7号", 8, "旅顺船舶设备厂"));
    city.hear(city.publish(LIST, certificates));
    gateway
        .member("maker", Role.ENTERPRISE, City.code(1), Capacity.PREPARER)
        .member("other", Role.ENTERPRISE, City.code(2), Capacity.SIGNER)
        .member("finance", Role.FINANCE, "finance", Capacity.PREPARER)
        .member("auditor", Role.AUDITOR, "audit", Capacity.PREPARER);
  }

  @Test
  void shouldFindByNumberHoweverItIsTyped() {
    assertEquals(SITE + "certificates/DL-2026-00002.html", search("DL-2026-00002"));
    assertEquals(SITE + "certificates/DL-2026-00002.html", search(" ｄｌ-2026-00002 "));
  }

  @Test
  void shouldFindANumberThatIsNoPathByAPageThatIsThere() {
    String found = search("旧证〔2025〕7号");
    assertTrue(city.page(found.replace(SITE, "")).contains("旧证〔2025〕7号"));
  }

  @Test
  void shouldFindByCreditCode() {
    assertEquals(SITE + "enterprises/" + City.code(3) + ".html", search(City.code(3)));
  }

  @Test
  void shouldFindByTheBeginningOfTheName() {
    assertEquals(SITE + "enterprises/" + City.code(8) + ".html", search("旅顺船"));
    String several = search("大连");
    assertTrue(city.page(several.replace(SITE, "")).contains("大连第3机床有限公司"));
  }

  @Test
  void shouldSendWhatIsNowhereToThePageThatSaysSo() {
    for (String nothing : List.of("DL-2026-00004", "机床", "%", "../../x", "x".repeat(500))) {
      assertEquals(SITE + "not-found.html", search(nothing));
    }
    assertTrue(city.page("not-found.html").contains("没有查到"));
    assertEquals(SITE + "index.html", search(" "));
  }

  @Test
  void shouldLeadToThePresentPaperOfACertificateAndToEarlierOnes() {
    city.hear(city.correct("DL-2026-00001", "别的名称", "名称录入有误"));

    assertEquals(SITE + "certificates/DL-2026-00001/v2.pdf", paper("DL-2026-00001/file"));
    assertEquals(SITE + "certificates/DL-2026-00001/v1.pdf", paper("DL-2026-00001/file?version=1"));
    assertEquals(404, open("/certificates/DL-2026-00001/file?version=3").status());
    assertEquals(400, open("/certificates/DL-2026-00001/file?version=x").status());
    assertEquals(404, open("/certificates/DL-2026-00009/file").status());
  }

  @Test
  void shouldGiveAReceiptToThoseWhomItConcernsOnly() {
    city.hear(PapersTest.receipted());
    String path = "/receipts/" + PapersTest.receipt().number() + "/file";

    for (String reader : List.of("maker", "finance", "auditor")) {
      JsonNode found = gateway.as(reader).get(path).json();
      byte[] pdf = city.objects.fetch(URI.create(found.path("link").asText())).orElseThrow();
      assertEquals(found.path("length").asInt(), pdf.length);
      assertEquals(300, found.path("validForSeconds").asInt());
    }
    assertEquals(404, gateway.as("other").get(path).status());
    assertEquals(401, open(path).status());
    assertEquals(404, gateway.as("maker").get("/receipts/R20260421-NONE/file").status());
  }

  @Test
  void shouldGiveNoPlanSheetBeforeThereIsOne() {
    assertEquals(404, open("/years/2026/signed-plans/1/document").status());
    assertEquals(404, open("/years/x/signed-plans/1/document").status());
  }

  private String paper(String path) {
    return located(open("/certificates/" + path));
  }

  private String search(String asked) {
    return located(open("/register?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)));
  }

  private static String located(Answer answer) {
    assertEquals(303, answer.status(), answer.http().body());
    return answer.header("location");
  }

  private Answer open(String path) {
    return gateway.asPublic().get(path);
  }
}
