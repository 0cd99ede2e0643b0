package org.firstbatch.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;

class ImportListTest {

  private static final String DOCUMENT = "大经信发〔2026〕1号";

  private final InMemoryRecords records = Lists.records();

  private static Answer importOn(Records records, String body) {
    return Lists.gateway(records).as("signer").post("/certificate-imports", body);
  }

  private Answer importList(String csv) {
    return importOn(records, Lists.body(DOCUMENT, csv));
  }

  private JsonNode read(String path) {
    return Lists.gateway(records).asPublic().get(path).json();
  }

  @Test
  void shouldPublishAListWhole() {
    Answer answer = importList("\uFEFF" + Lists.csv("C", 60));

    assertEquals(201, answer.status(), answer.http()::body);
    assertEquals(60, answer.json().path("count").asInt());
    JsonNode certificate = read("/certificates/C-7");
    assertEquals("2027-01-05", certificate.path("lastDay").asText());
    assertEquals("VALID", certificate.path("state").asText());
    assertEquals(Lists.code(7), certificate.path("enterprise").asText());
    assertEquals(1, records.list(Table.JOURNAL).size());
  }

  @Test
  void shouldLetOnlyASignerOfTheCommissionImport() {
    String body = Lists.body(DOCUMENT, Lists.csv("C", 1));

    assertEquals(
        403, Lists.gateway(records).as("preparer").post("/certificate-imports", body).status());
    assertEquals(
        401, Lists.gateway(records).asPublic().post("/certificate-imports", body).status());
  }

  @Test
  void shouldNotLetWhoDeclaredARelationToAnEnterpriseImportItsCertificate() {
    Lists.related(records, "signer", Lists.code(2));

    assertEquals(403, importList(Lists.csv("C", 2)).status());
    assertEquals(0, records.list(Table.CERTIFICATES).size());
    assertEquals(201, importList(Lists.csv("C", 1)).status());
  }

  @Test
  void shouldNotLetAFormerMemberOfAnEnterpriseImportItsCertificate() {
    Lists.gateway(records).former("signer", Role.ENTERPRISE, Lists.code(2));

    assertEquals(403, importList(Lists.csv("C", 2)).status());
    assertEquals(0, records.list(Table.CERTIFICATES).size());
    assertEquals(201, importList(Lists.csv("C", 1)).status());
  }

  @Test
  void shouldNameRowAndColumnOfEveryMistakeAndWriteNothing() {
    String wrongCode = Lists.code(2).substring(0, 17) + "!";
    String csv =
        Lists.csv("C", 1)
            + "C-2,甲,%s,机床,K,一般\n".formatted(wrongCode)
            + "C-1,,%s,机床,K,飞船\n".formatted(Lists.code(3));

    Answer answer = importList(csv);

    assertEquals(400, answer.status());
    assertEquals(
        List.of("/csv/3/统一社会信用代码", "/csv/4/认定证书编号", "/csv/4/投保企业", "/csv/4/产品类别"),
        pointers(answer));
    assertTrue(answer.json().path("errors").get(0).path("zh").asText().startsWith("第 3 行"));
    assertEquals(0, records.list(Table.CERTIFICATES).size());
  }

  @Test
  void shouldSayWhichCheckCharacterACreditCodeCallsFor() {
    String right = Lists.code(2);
    String wrong = right.substring(0, 17) + (right.endsWith("1") ? "2" : "1");

    Answer answer = importList(Lists.HEADER + "C-2,甲,%s,机床,K,一般\n".formatted(wrong));

    String en = answer.json().path("errors").get(0).path("en").asText();
    assertTrue(en.contains("call for '" + right.charAt(17) + "'"), en);
  }

  private static List<String> pointers(Answer answer) {
    List<String> pointers = new ArrayList<>();
    answer.json().path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
    return pointers;
  }

  @Test
  void shouldNameWhatIsWrongWithTheHeader() {
    Answer answer = importList("认定证书编号,企业名称,企业名称,颜色\nC-1,a,b,c\n");

    assertEquals(400, answer.status());
    assertEquals(List.of("/csv/1"), pointers(answer).stream().distinct().toList());
    assertEquals(6, pointers(answer).size());
  }

  @Test
  void shouldTakeColumnsInAnyOrderWithOtherSpellings() {
    String csv =
        "有效期至,产品类别,规格型号,产品名称,统一社会信用代码, 投保企业 ,认定证书编号,发布日期\n"
            + "2026年12月31日,一般,K,机床,%s,甲,Ｃ-1,2026/1/5\n".formatted(fullWidth(Lists.code(1)));

    assertEquals(201, importList(csv).status());

    JsonNode certificate = read("/certificates/C-1");
    assertEquals("2026-12-31", certificate.path("lastDay").asText());
    assertEquals(Lists.code(1), certificate.path("enterprise").asText());
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c - 0x20 + 0xFF00)));
    return wide.toString();
  }

  @Test
  void shouldRefuseAValidityThatIsLongerThanTheRule() {
    String csv =
        Lists.HEADER.strip()
            + ",发布日期,有效期至\n"
            + Lists.row("C-1", 1).strip()
            + ",2026-01-05,2027-01-06\n"
            + Lists.row("C-2", 2).strip()
            + ",2026-01-06,2026-02-30\n";

    assertEquals(List.of("/csv/2/有效期至", "/csv/3/发布日期", "/csv/3/有效期至"), pointers(importList(csv)));
  }

  @Test
  void shouldRefuseTooManyRowsNoRowsAndBrokenCsv() {
    assertEquals(400, importList(Lists.csv("C", 2001)).status());
    assertEquals(400, importList(Lists.HEADER).status());
    assertEquals(400, importList("").status());
    assertEquals(400, importList(Lists.csv("C", 1) + "C-2,甲,乙,丙,丁,一般,多\n").status());
    assertEquals(201, importList(Lists.csv("C", 2000)).status());
  }

  @Test
  void shouldRefuseTheSameDocumentWithOtherContent() {
    importList(Lists.csv("C", 2));

    assertEquals(409, importList(Lists.csv("C", 3)).status());
    String otherDay = Lists.body(DOCUMENT, Lists.csv("C", 2)).replace("2026-01-05", "2026-01-04");
    assertEquals(409, importOn(records, otherDay).status());
  }

  @Test
  void shouldAnswerTheSameWhenAListIsImportedAgain() {
    Answer first = importList(Lists.csv("C", 2));

    Answer second = importList(Lists.csv("C", 2));

    assertEquals(first.json(), second.json());
    assertEquals(1, records.list(Table.JOURNAL).size());
  }

  @Test
  void shouldRefuseANumberOfAnotherList() {
    importList(Lists.csv("C", 3));
    String other = Lists.HEADER + Lists.row("D-1", 1) + Lists.row("C-3", 1);

    Answer answer = importOn(records, Lists.body("另一名单", other));

    assertEquals(List.of("/csv/3/认定证书编号"), pointers(answer));
    assertEquals(404, Lists.gateway(records).asPublic().get("/certificates/D-1").status());
  }

  @Test
  void shouldComeOutTheSameWhereverItIsKilled() {
    String body = Lists.body(DOCUMENT, Lists.csv("C", 60));
    Faults none = new Faults();
    InMemoryRecords whole = Lists.records();
    importOn(new FaultyRecords(whole, none), body);

    for (int step = 1; step <= none.steps(); step++) {
      dieAndRetry(new Faults().killBefore(step), body, bodies(whole));
      dieAndRetry(new Faults().killAfter(step), body, bodies(whole));
    }
  }

  private static void dieAndRetry(Faults faults, String body, List<String> expected) {
    InMemoryRecords records = Lists.records();
    assertThrows(Killed.class, () -> importOn(new FaultyRecords(records, faults), body));
    int visible = visible(records);
    assertTrue(visible == 0 || visible == 60, () -> "all or nothing, not " + visible);

    assertEquals(201, importOn(records, body).status());

    assertEquals(expected, bodies(records));
    assertEquals(60, visible(records));
    assertEquals(1, records.list(Table.JOURNAL).size());
  }

  private static int visible(Records records) {
    return Lists.gateway(records)
        .asPublic()
        .get("/certificates?limit=200")
        .json()
        .path("items")
        .size();
  }

  private static List<String> bodies(InMemoryRecords records) {
    return records.list(Table.CERTIFICATES).stream().map(StoredRecord::body).sorted().toList();
  }

  @Test
  void shouldGoOnAfterAFaultThatPasses() {
    Faults faults = new Faults().faultAfter(6).faultBefore(9);

    Answer answer =
        importOn(new FaultyRecords(records, faults), Lists.body(DOCUMENT, Lists.csv("C", 60)));

    assertTrue(answer.status() == 201 || answer.status() == 503, answer.http()::body);
    assertEquals(201, importList(Lists.csv("C", 60)).status());
    assertEquals(60, visible(records));
  }

  @Test
  void shouldLetOneOfTwoListsHaveANumber() {
    String one = Lists.body("名单甲", Lists.csv("C", 30));
    String other = Lists.body("名单乙", Lists.csv("C", 30));
    Faults faults = new Faults();
    faults.between(4, () -> importOn(records, other));

    Answer answer = importOn(new FaultyRecords(records, faults), one);

    assertTrue(answer.status() >= 400, answer.http()::body);
    assertEquals("名单乙", read("/certificates/C-1").path("list").asText());
    assertEquals(30, visible(records));
  }
}
