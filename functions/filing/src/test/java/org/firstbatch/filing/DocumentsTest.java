package org.firstbatch.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyObjects;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.filing.Document.DocumentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

  private static final byte[] PNG = City.PNG;

  private final City city = new City();
  private final String policy =
      city.register(City.INSURER, 1, LocalDate.of(2026, 2, 10), Form.UNCONFIRMED);

  @TempDir Path directory = Path.of("");

  @Test
  void shouldCheckAPdfThatArrivesAsDeclared() {
    byte[] pdf = pdf(3, false);
    Answer declared = declare("CONTRACT_COPY", "application/pdf", pdf);

    assertEquals(201, declared.status());
    assertEquals(200, upload(declared, pdf));
    assertEquals("CHECKED", intake(id(declared)));

    JsonNode document = documents().get(0);
    assertEquals("CHECKED", document.path("state").asText());
    assertEquals(3, document.path("pages").asInt());
    assertEquals(
        List.of("document.declared", "document.checked"), city.journal("document", id(declared)));
  }

  @Test
  void shouldRefuseOtherBytesThanDeclared() {
    Answer declared = declare("CONTRACT_COPY", "application/pdf", pdf(1, false));

    assertEquals("FAILED", arrive(declared, pdf(2, false)));
    assertTrue(reason().path("zh").asText().contains("字节"), reason().toString());
  }

  @Test
  void shouldRefuseBytesOfTheSameLengthWithAnotherHash() {
    byte[] pdf = pdf(1, false);
    byte[] other = Arrays.copyOf(pdf, pdf.length);
    other[pdf.length / 2]++;
    Answer declared = declare("CONTRACT_COPY", "application/pdf", pdf);

    assertEquals("FAILED", arrive(declared, other));
    assertTrue(reason().path("en").asText().contains("SHA-256"));
  }

  @Test
  void shouldRefuseAnEncryptedPdf() {
    byte[] pdf = pdf(1, true);

    assertEquals("FAILED", arrive(declare("CONTRACT_COPY", "application/pdf", pdf), pdf));
    assertTrue(reason().path("zh").asText().contains("加密"));
  }

  @Test
  void shouldRefuseWhatIsNoPdfInside() {
    byte[] text = "%PDF-1.7 nothing else\n%%EOF".getBytes(StandardCharsets.UTF_8);

    assertEquals("FAILED", arrive(declare("CONTRACT_COPY", "application/pdf", text), text));
    assertTrue(reason().path("zh").asText().contains("无法读取"));
  }

  @Test
  void shouldRefuseAPngThatIsDeclaredAsPdf() {
    assertEquals("FAILED", arrive(declare("CONTRACT_COPY", "application/pdf", PNG), PNG));
    assertTrue(reason().path("zh").asText().contains("类型"));
  }

  @Test
  void shouldTakeAPngThatIsOne() {
    assertEquals("CHECKED", arrive(declare("APPLICATION_FORM", "image/png", PNG), PNG));
  }

  @Test
  void shouldRefuseAPdfOfTooManyPages() {
    byte[] pdf = pdf(501, false);

    assertEquals("FAILED", arrive(declare("CONTRACT_COPY", "application/pdf", pdf), pdf));
    assertTrue(reason().path("en").asText().contains("500"));
  }

  @Test
  void shouldDeliverAgainWhenTheEventOvertakesTheDeclaration() {
    assertThrows(RetryableFault.class, () -> intake("d0123456789abcdef0123"));
  }

  @Test
  void shouldNoteAnObjectThatNobodyCouldHaveDeclared() {
    assertEquals("UNKNOWN", handle("policies/dalian/readme.txt"));
    assertEquals("UNKNOWN", handle("policies/nowhere/" + policy + "/d0123456789abcdef0123"));
    assertEquals("UNKNOWN", handle("policies/dalian/p00000000000000000000/d0123456789abcdef0123"));
  }

  @Test
  void shouldDoNothingWhenTheEventComesTwice() {
    Answer declared = declare("APPLICATION_FORM", "image/png", PNG);
    arrive(declared, PNG);

    assertEquals("CHECKED", intake(id(declared)));
    assertEquals(2, city.journal("document", id(declared)).size());
  }

  @Test
  void shouldReadAPercentEncodedKey() {
    Answer declared = declare("APPLICATION_FORM", "image/png", PNG);
    store(declared, PNG);

    assertEquals("CHECKED", handle("policies%2Fdalian%2F" + policy + "%2F" + id(declared)));
  }

  @Test
  void shouldKeepTheOldPieceWhenAnotherReplacesIt() {
    arrive(declare("APPLICATION_FORM", "image/png", PNG), PNG);
    arrive(declare("APPLICATION_FORM", "image/png", PNG), PNG);

    assertEquals(2, documents().size());
  }

  @Test
  void shouldGiveALinkAndJournalTheRead() {
    Answer declared = declare("APPLICATION_FORM", "image/png", PNG);
    arrive(declared, PNG);
    String path = "/policies/" + policy + "/documents/" + id(declared);

    Answer link = city.gateway.as("regulator").get(path);

    assertEquals(200, link.status());
    byte[] bytes = city.objects.fetch(URI.create(link.json().path("link").asText())).orElseThrow();
    assertEquals(City.sha256(PNG), City.sha256(bytes));
    assertEquals("document.read", city.journal("document", id(declared)).getLast());
    assertEquals(404, city.gateway.as("rival").get(path).status());
    assertEquals(404, city.gateway.as("stranger").get(path).status());
    assertEquals(200, city.gateway.as("owner").get(path).status());
  }

  @Test
  void shouldDeclareForOwnPoliciesOnly() {
    Answer answer =
        city.gateway
            .as("rival")
            .post("/policies/" + policy + "/documents", body("CONTRACT_COPY", "image/png", PNG));

    assertEquals(404, answer.status());
  }

  @Test
  void shouldNameWhatIsWrongWithADeclaration() {
    Answer answer =
        city.gateway
            .as("preparer")
            .post(
                "/policies/" + policy + "/documents",
                """
                {"kind":"OTHER","name":"a","type":"text/html","length":20971521,"sha256":"XX"}
                """);

    assertEquals(400, answer.status());
    assertEquals(4, answer.json().path("errors").size());
  }

  @Test
  void shouldTakeNoDocumentFromWhoDeclaredARelationToTheEnterprise() {
    city.related("preparer", City.ENTERPRISE);

    assertEquals(403, declare("CONTRACT_COPY", "image/png", PNG).status());
    assertEquals(0, documents().size());
  }

  @Test
  void shouldTakeNoDocumentFromAFormerMemberOfTheEnterprise() {
    city.gateway.former("preparer", Role.ENTERPRISE, City.ENTERPRISE);

    assertEquals(403, declare("CONTRACT_COPY", "image/png", PNG).status());
    assertEquals(0, documents().size());
  }

  @Test
  void shouldGiveTheSameDocumentToAReplayedKey() {
    String path = "/policies/" + policy + "/documents";
    String body = body("CONTRACT_COPY", "image/png", PNG);

    Answer first = city.gateway.as("preparer").key("declare-1").post(path, body);
    Answer again = city.gateway.as("preparer").key("declare-1").post(path, body);

    assertEquals(first.http(), again.http());
    assertEquals(1, documents().size());
  }

  @Test
  void shouldCompleteAFiledClaimWhenItsStampedFormArrives() {
    city.checked(policy, DocumentKind.CONTRACT_COPY, 1);
    city.file(List.of(policy));
    assertEquals(FormState.MISSING, city.claims().getFirst().form());

    arrive(declare("APPLICATION_FORM", "image/png", PNG), PNG);

    assertEquals(FormState.STAMPED, city.claims().getFirst().form());
    assertEquals(2, city.inputRevision());
  }

  @Test
  void shouldComeToTheSameResultWhenKilledAtAnyStep() {
    int step = 0;
    boolean killed = true;
    while (killed) {
      step++;
      Answer declared = declare("APPLICATION_FORM", "image/png", PNG);
      store(declared, PNG);
      Faults faults = new Faults().killAfter(step);
      FilingIntake dying =
          city.intake(
              new FaultyRecords(city.records, faults), new FaultyObjects(city.objects, faults));
      killed = isKilled(dying, key(id(declared)));

      assertEquals("CHECKED", intake(id(declared)));
      assertEquals(2, city.journal("document", id(declared)).size());
    }
    assertTrue(step > 4, "steps " + step);
  }

  private static boolean isKilled(FilingIntake dying, String key) {
    try {
      dying.handle(event(key));
      return false;
    } catch (Killed _) {
      return true;
    }
  }

  private Answer declare(String kind, String type, byte[] content) {
    return city.gateway
        .as("preparer")
        .post("/policies/" + policy + "/documents", body(kind, type, content));
  }

  private static String body(String kind, String type, byte[] content) {
    return Json.write(
        Map.of(
            "kind",
            kind,
            "name",
            "合同.pdf",
            "type",
            type,
            "length",
            content.length,
            "sha256",
            City.sha256(content)));
  }

  private int upload(Answer declared, byte[] content) {
    JsonNode upload = declared.json().path("upload");
    Map<String, String> headers =
        Json.mapper()
            .convertValue(
                upload.path("headers"),
                Json.mapper()
                    .getTypeFactory()
                    .constructMapType(Map.class, String.class, String.class));
    return city.objects.receive(URI.create(upload.path("uri").asText()), headers, content);
  }

  /** Puts bytes at the key whatever was declared, and delivers the event. */
  private String arrive(Answer declared, byte[] content) {
    store(declared, content);
    return intake(id(declared));
  }

  private void store(Answer declared, byte[] content) {
    try {
      Path file = Files.write(directory.resolve(id(declared)), content);
      city.objects.putOnce(
          Document.objectKey("dalian", policy, id(declared)), "application/pdf", file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String intake(String document) {
    return handle(key(document));
  }

  private String key(String document) {
    return "policies/dalian/" + policy + "/" + document;
  }

  private String handle(String key) {
    Object answer = city.intake(city.records, city.objects).handle(event(key));
    return Json.mapper().valueToTree(answer).path("state").asText();
  }

  private static JsonNode event(String key) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("id", "event-1").put("time", "2026-04-10T02:00:00Z");
    ObjectNode detail = event.putObject("detail");
    detail.putObject("bucket").put("name", "evidence");
    detail.putObject("object").put("key", key).put("size", 1).put("etag", "e");
    return event;
  }

  private static String id(Answer declared) {
    return declared.json().path("document").asText();
  }

  private JsonNode documents() {
    return city.gateway.as("signer").get("/policies/" + policy + "/documents").json().path("items");
  }

  private JsonNode reason() {
    return documents().get(0).path("reason");
  }

  private static byte[] pdf(int pages, boolean encrypted) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage());
      }
      if (encrypted) {
        document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
