package org.firstbatch.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.evidence.DocumentType;
import org.firstbatch.evidence.UploadState;
import org.firstbatch.filing.Document.DocumentKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the real handlers as Lambda does, on fakes, with the events of the repository. */
class FunctionsTest {

  private static final String POLICY = "pad4a1b0c9d8e7f605142";
  private static final String FILING = "f00112233445566778899";
  private static final String DOCUMENT = "d00112233445566778899";
  private static final byte[] PNG = City.PNG;

  private final City city = new City();
  private final ApplicationContext context =
      ApplicationContext.builder().environments("fakes").build();

  @TempDir Path directory = Path.of("");

  /** Takes the places of the stores. */
  @Factory
  @Requires(env = "fakes")
  static final class Fakes {
    private final City city;

    Fakes(City city) {
      this.city = city;
    }

    @Singleton
    @Replaces(Records.class)
    Records records() {
      return city.records;
    }

    @Singleton
    @Replaces(ObjectStore.class)
    ObjectStore objects() {
      return city.objects;
    }
  }

  @BeforeEach
  void start() {
    context.registerSingleton(City.class, city);
    context.start();
    city.registerAs(POLICY, City.INSURER, 1, LocalDate.of(2026, 2, 10), Form.CONFIRMED);
    city.checked(POLICY, DocumentKind.CONTRACT_COPY, 1);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void shouldAnswerHttpEvents() {
    FilingFunction function = new FilingFunction(context);

    assertEquals(202, call(function, "filing-file").path("statusCode").asInt());
    assertEquals(422, call(function, "filing-file-late").path("statusCode").asInt());
    assertEquals(404, call(function, "claim-hold").path("statusCode").asInt());
  }

  @Test
  void shouldFileOnTheJournalsEventSoThatTheClaimCanBeHeld() {
    receive();

    JsonNode answer = call(new FilingWorkerFunction(context), "filing-received-bus");

    assertEquals("filing.received", answer.path("heard").asText());
    assertEquals(Filings.State.FILED, city.filed(FILING).state());
    assertEquals(200, call(new FilingFunction(context), "claim-hold").path("statusCode").asInt());
  }

  @Test
  void shouldMarkTheClaimsOfARevokedCertificateOnTheJournalsEvent() {
    receive();
    city.rows(List.of(POLICY));
    call(new FilingWorkerFunction(context), "filing-received-bus");
    city.certify(true);

    call(new FilingWorkerFunction(context), "certificate-revoked-bus");

    assertEquals(List.of("claim.certificate-revoked"), city.journal("claim", POLICY));
  }

  @Test
  void shouldThrowOnAFilingThatIsNotThereSoThatItIsPutAside() {
    FilingWorkerFunction function = new FilingWorkerFunction(context);

    assertThrows(PermanentFault.class, () -> call(function, "filing-received-bus"));
  }

  @Test
  void shouldCheckADocumentOnceHoweverItsKeyIsSpelt() throws IOException {
    declare();
    FilingIntakeFunction function = new FilingIntakeFunction(context);

    JsonNode first = call(function, "evidence-object-created");
    JsonNode again = call(function, "evidence-object-created-encoded-key");

    assertEquals("CHECKED", first.path("state").asText());
    assertEquals(first, again);
    assertEquals(List.of("document.checked"), city.journal("document", DOCUMENT));
  }

  @Test
  void shouldNoteAnUnknownObject() {
    JsonNode answer = call(new FilingIntakeFunction(context), "evidence-object-unknown");

    assertEquals("UNKNOWN", answer.path("state").asText());
  }

  private void receive() {
    Filings.Filing filing =
        new Filings.Filing(
            FILING,
            City.INSURER,
            "2026Q1",
            City.IN_WINDOW,
            Filings.State.RECEIVED,
            List.of(POLICY),
            Map.of(),
            Map.of(),
            0,
            0);
    city.put(Filings.FILING, Filings.key("dalian", FILING), filing);
  }

  private void declare() throws IOException {
    Path file = Files.write(directory.resolve("form.png"), PNG);
    city.objects.putOnce(Document.objectKey("dalian", POLICY, DOCUMENT), "image/png", file);
    Document document =
        new Document(
            DOCUMENT,
            POLICY,
            DocumentKind.APPLICATION_FORM,
            "申请表.png",
            DocumentType.PNG,
            PNG.length,
            City.sha256(PNG),
            1,
            UploadState.DECLARED,
            null,
            null,
            null,
            Instant.EPOCH);
    city.put(Document.KIND, Document.key("dalian", POLICY, DOCUMENT), document);
  }

  private static JsonNode call(RequestStreamHandler function, String event) {
    try {
      byte[] input = Files.readAllBytes(Path.of("../../events", event + ".json"));
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      function.handleRequest(new ByteArrayInputStream(input), output, null);
      return Json.tree(new ByteArrayInputStream(output.toByteArray()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
