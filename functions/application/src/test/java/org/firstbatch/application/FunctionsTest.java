package org.firstbatch.application;

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
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.evidence.Declaration;
import org.firstbatch.evidence.DocumentType;
import org.firstbatch.measures.scheme.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts the real handlers as Lambda does, on fakes, with the events of the repository. */
class FunctionsTest {

  private static final String APPLICATION = "a00112233445566778899";
  private static final String EVIDENCE = "e00112233445566778899";

  private final EvidenceCity city = new EvidenceCity();
  private final ApplicationContext context =
      ApplicationContext.builder().environments("fakes").build();

  /** Takes the places of the stores. */
  @Factory
  @Requires(env = "fakes")
  static final class Fakes {
    private final EvidenceCity city;

    Fakes(EvidenceCity city) {
      this.city = city;
    }

    @Singleton
    @Replaces(Records.class)
    Records records() {
      return city.city.records;
    }

    @Singleton
    @Replaces(ObjectStore.class)
    ObjectStore objects() {
      return city.objects;
    }
  }

  @BeforeEach
  void start() {
    context.registerSingleton(EvidenceCity.class, city);
    context.start();
    SortedMap<String, String> form = new TreeMap<>(City.form());
    Application draft =
        new Application(
            APPLICATION,
            City.ENTERPRISE,
            Applications.State.DRAFT,
            form,
            Map.of(),
            null,
            Applications.Turn.of(City.ENTERPRISE, City.MONDAY),
            Map.of(),
            null,
            Map.of(),
            null,
            null,
            null,
            null,
            null);
    city.city.put(Applications.APPLICATION, Applications.key("dalian", APPLICATION), draft);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void shouldCheckAPieceThatHasArrived() {
    declare();
    ApplicationIntakeFunction function = new ApplicationIntakeFunction(context);

    JsonNode first = call(function, "application-evidence-created");

    assertEquals("CHECKED", first.path("state").asText());
    assertEquals(first, call(function, "application-evidence-created"));
    assertEquals(1, city.types(EVIDENCE).size());
  }

  @Test
  void shouldBeCalledAgainWhereTheEventCameBeforeItsRecord() {
    ApplicationIntakeFunction function = new ApplicationIntakeFunction(context);

    assertThrows(
        RetryableFault.class, () -> call(function, "application-evidence-before-its-record"));
  }

  @Test
  void shouldNoteAnObjectThatNobodyDeclared() {
    ApplicationIntakeFunction function = new ApplicationIntakeFunction(context);

    JsonNode answer = call(function, "application-evidence-unknown");

    assertEquals("UNKNOWN", answer.path("state").asText());
  }

  @Test
  void shouldAnswerDeclarations() {
    ApplicationFunction function = new ApplicationFunction(context);

    assertEquals(201, call(function, "evidence-declare").path("statusCode").asInt());
    assertEquals(400, call(function, "evidence-declare-path-in-name").path("statusCode").asInt());
  }

  @Test
  void shouldAnswerChecksAndActs() {
    ApplicationFunction function = new ApplicationFunction(context);

    assertEquals(200, call(function, "application-check").path("statusCode").asInt());
    assertEquals(412, call(function, "application-save-stale").path("statusCode").asInt());
    assertEquals(422, call(function, "application-submit-incomplete").path("statusCode").asInt());
    assertEquals(404, call(function, "application-confirm-elsewhere").path("statusCode").asInt());
  }

  @Test
  void shouldRunTheDailyClock() {
    ApplicationClockFunction function = new ApplicationClockFunction(context);

    assertEquals(0, call(function, "application-clock").path("lapsed").path("dalian").asInt(-1));
    assertThrows(PermanentFault.class, () -> call(function, "application-clock-without-time"));
  }

  @Test
  void shouldHearThatACalendarWasLoaded() {
    ApplicationCalendarFunction function = new ApplicationCalendarFunction(context);

    assertEquals("calendar.loaded", call(function, "calendar-loaded-bus").path("heard").asText());
    assertThrows(PermanentFault.class, () -> call(function, "calendar-loaded-poisoned-bus"));
  }

  private void declare() {
    byte[] png = EvidenceCity.PNG;
    String sha256 = HexFormat.of().formatHex(Hashes.digest().digest(png));
    Declaration file = new Declaration("规模.png", DocumentType.PNG, png.length, sha256);
    Evidence piece =
        Evidence.declared(EVIDENCE, APPLICATION, Condition.SIZE, file, null, Instant.EPOCH);
    city.city.put(Evidence.KIND, Evidence.key("dalian", APPLICATION, EVIDENCE), piece);
    city.place(APPLICATION, EVIDENCE, png);
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
