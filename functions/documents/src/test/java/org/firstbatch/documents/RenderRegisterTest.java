package org.firstbatch.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyObjects;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.problem.PermanentFault;
import org.junit.jupiter.api.Test;

class RenderRegisterTest {

  private static final String LIST = "大工信发〔2026〕1号";
  private static final String ONE = "certificates/DL-2026-00001.html";
  private static final String PAPER = "certificates/DL-2026-00001/v1.pdf";

  private final City city = new City();

  @Test
  void shouldMakeAPageAndAPaperForEveryCertificateOfAList() {
    city.hear(city.publish(LIST, City.many(LIST, 3)));

    for (int i = 1; i <= 3; i++) {
      String number = "DL-2026-0000" + i;
      String page = city.page("certificates/" + number + ".html");
      byte[] paper = city.file("certificates/" + number + "/v1.pdf");
      assertTrue(page.contains("大连第" + i + "机床有限公司"), page);
      assertTrue(page.contains(sha256(paper)), page);
      assertTrue(page.contains("2027-01-05"), page);
      assertTrue(city.page("index.html").contains(number));
      assertTrue(city.page("enterprises/" + City.code(i) + ".html").contains(number));
    }
    assertTrue(city.page("index.html").contains(LIST));
    assertTrue(city.page("years/2026.html").contains(LIST));
    assertTrue(city.page("names/index.html").contains("大"));
  }

  @Test
  void shouldChangeNothingWhenAnEntryIsHeardTwice() {
    JournalEntry entry = city.publish(LIST, City.many(LIST, 3));
    city.hear(entry);
    Map<String, String> before = files(city);
    String version = version(PAPER);

    city.hear(entry);

    assertEquals(before, files(city));
    assertEquals(version, version(PAPER));
  }

  @Test
  void shouldKeepTheFirstPaperAndMakeASecondAfterACorrection() {
    city.hear(city.publish(LIST, City.many(LIST, 1)));
    byte[] first = city.file(PAPER);

    city.hear(city.correct("DL-2026-00001", "五轴联动加工中心", "名称录入有误"));

    String page = city.page(ONE);
    assertArrayEquals(first, city.file(PAPER));
    assertTrue(page.contains(sha256(first)), page);
    assertTrue(page.contains(sha256(city.file("certificates/DL-2026-00001/v2.pdf"))), page);
    assertTrue(page.contains("<del>五轴立式加工中心</del> → <ins>五轴联动加工中心</ins>"), page);
    assertTrue(page.contains("名称录入有误"), page);
    assertTrue(city.page("index.html").contains("五轴联动加工中心"));
  }

  @Test
  void shouldMakeTheFirstPaperAsItWasWhenItsListIsHeardAfterACorrection() {
    City late = new City();
    JournalEntry list = late.publish(LIST, City.many(LIST, 1));
    late.hear(late.correct("DL-2026-00001", "五轴联动加工中心", "名称录入有误"));
    late.hear(list);
    city.hear(city.publish(LIST, City.many(LIST, 1)));

    assertArrayEquals(city.file(PAPER), late.file(PAPER));
  }

  @Test
  void shouldSayOnThePageThatACertificateIsRevokedAndLeaveThePaperAlone() {
    city.hear(city.publish(LIST, City.many(LIST, 1)));
    byte[] paper = city.file(PAPER);
    assertFalse(city.page(ONE).contains("已撤销"));

    city.hear(city.revoke("DL-2026-00001", true));

    assertArrayEquals(paper, city.file(PAPER));
    assertTrue(city.page(ONE).contains("自公布之日起无效"), city.page(ONE));
    assertTrue(city.page(ONE).contains("检测报告系伪造"));
    assertTrue(city.page("index.html").contains("已撤销"));
  }

  @Test
  void shouldCutAListOfThreeHundredIntoPagesOfAHundred() {
    city.hear(city.publish(LIST, City.many(LIST, 300)));

    String first =
        city.objects.list(Bucket.WEBSITE).keySet().stream()
            .filter(path -> path.matches("dalian/lists/x[0-9a-f]{24}\\.html"))
            .findFirst()
            .orElseThrow()
            .replace("dalian/", "");
    assertTrue(city.page(first).contains("DL-2026-00100<"));
    assertFalse(city.page(first).contains("DL-2026-00101<"));
    assertTrue(city.page(first.replace(".html", "_3.html")).contains("DL-2026-00300<"));
    assertTrue(city.page("index.html").length() < 40_000);
  }

  @Test
  void shouldMakeEverythingElseWhenTheFontLacksACharacterAndNameIt() {
    JournalEntry entry =
        city.publish(
            LIST,
            List.of(
                City.certificate(LIST, "DL-1", 1, "大连\uD83C\uDFEDA公司"),
                City.certificate(LIST, "DL-2", 2, "大连第二机床厂")));

    PermanentFault fault = assertThrows(PermanentFault.class, () -> city.hear(entry));

    assertTrue(String.valueOf(fault.getMessage()).contains("U+1F3ED"), fault.getMessage());
    assertTrue(city.page("certificates/DL-1.html").contains("证书文件尚未生成"));
    assertFalse(city.objects.list(Bucket.WEBSITE).containsKey("dalian/certificates/DL-1/v1.pdf"));
    assertTrue(city.page("certificates/DL-2.html").contains("SHA-256"));
    assertTrue(city.page("index.html").contains("DL-2"));
  }

  @Test
  void shouldTakeNoNameForMarkup() {
    String hostile = "\"><script>alert('&')</script>\u202e";
    Registered certificate = City.certificate("<b>\"1'", "A\"><i>", 1, hostile);
    assertThrows(
        PermanentFault.class, () -> city.hear(city.publish("<b>\"1'", List.of(certificate))));

    city.objects
        .list(Bucket.WEBSITE)
        .keySet()
        .forEach(
            path -> {
              assertTrue(path.matches("[\\w./-]+"), path);
              if (path.endsWith(".html")) {
                String page = city.page(path.substring("dalian/".length()));
                assertFalse(page.contains("<script"), page);
                assertFalse(page.contains("<i>") || page.contains("<b>"), page);
                assertFalse(page.contains("\u202e"), page);
              }
            });
    assertTrue(
        city.page("index.html")
            .contains("&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"));
  }

  @Test
  void shouldComeToTheSameWhereverItIsKilled() {
    City whole = new City();
    Faults none = new Faults();
    JournalEntry entry = whole.publish(LIST, City.many(LIST, 2));
    City.render(new FaultyRecords(whole.records, none), new FaultyObjects(whole.objects, none))
        .hear(entry);

    for (int step = 1; step <= none.steps(); step++) {
      City killed = new City();
      killed.publish(LIST, City.many(LIST, 2));
      Faults faults = new Faults().killAfter(step);
      Render render =
          City.render(
              new FaultyRecords(killed.records, faults), new FaultyObjects(killed.objects, faults));
      assertThrows(Killed.class, () -> render.hear(entry));
      killed.hear(entry);

      assertEquals(files(whole), files(killed), "killed after step " + step);
    }
  }

  @Test
  void shouldShowBothListsWhenTwoAreHeardAtOnce() {
    JournalEntry first = city.publish(LIST, City.many(LIST, 1));
    JournalEntry second = city.publish("二号", List.of(City.certificate("二号", "DL-9", 9, "旅顺船舶设备厂")));
    Faults steps = new Faults();
    City measured = new City();
    measured.publish(LIST, City.many(LIST, 1));
    City.render(measured.records, new FaultyObjects(measured.objects, steps)).hear(first);
    int index =
        steps
            .log()
            .lastIndexOf(
                steps.log().stream()
                    .filter(step -> step.contains("index.html"))
                    .toList()
                    .getLast());
    Faults faults = new Faults().between(index, () -> city.hear(second));

    City.render(city.records, new FaultyObjects(city.objects, faults)).hear(first);

    assertTrue(city.page("index.html").contains("DL-9"));
    assertTrue(city.page("index.html").contains("DL-2026-00001"));
  }

  private String version(String path) {
    return city.objects
        .find(new ObjectKey(Bucket.WEBSITE, "dalian/" + path))
        .orElseThrow()
        .version();
  }

  private static Map<String, String> files(City city) {
    Map<String, String> files = new TreeMap<>();
    city.objects.list(Bucket.WEBSITE).forEach((path, bytes) -> files.put(path, sha256(bytes)));
    return files;
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Hashes.digest().digest(bytes));
  }
}
