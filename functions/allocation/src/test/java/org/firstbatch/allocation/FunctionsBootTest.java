package org.firstbatch.allocation;

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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts the real handlers as Lambda does, on fakes, with the events of the repository. */
class FunctionsBootTest {

  private final Office office = new Office(City.example());
  private final ApplicationContext context =
      ApplicationContext.builder().environments("fakes").build();

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
    context.registerSingleton(City.class, office.city);
    context.start();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void shouldMakeAPlanOnTheScheduleAndTheSameOneOnceMore() {
    QuarterlyRunFunction function = new QuarterlyRunFunction(context);
    JsonNode answer = call(function, "quarterly-schedule");
    assertEquals("2026Q1", answer.path("quarter").asText());
    String hash = office.hash(1);
    call(function, "quarterly-schedule");
    assertEquals(hash, office.hash(1));
  }

  @Test
  void shouldThrowOnAScheduleWithoutItsTimeSoThatItIsPutAside() {
    assertThrows(
        PermanentFault.class,
        () -> call(new QuarterlyRunFunction(context), "quarterly-schedule-without-time"));
  }

  @Test
  void shouldRunOnRequestSignVoidAndSignAgain() {
    AllocationFunction http = new AllocationFunction(context);
    AllocationWorkerFunction worker = new AllocationWorkerFunction(context);
    assertEquals(202, status(call(http, "run-request")));
    call(worker, "run-requested-bus");
    assertEquals(412, status(call(http, "plan-signature")));
    assertEquals(200, status(signed(http)));
    office.hold("2");
    call(worker, "plan-voided-bus");
    assertEquals(1, office.count("plan.discarded"));
    assertEquals("plan.signed", call(worker, "plan-signed-bus").path("heard").asText());
    assertEquals(409, status(call(http, "plan-decline")));
  }

  @Test
  void shouldAnswerThePublicAndFinance() {
    AllocationFunction http = new AllocationFunction(context);
    assertEquals(200, status(call(http, "signed-plans")));
    assertEquals(200, status(call(http, "position")));
    assertEquals(202, status(call(http, "year-closing")));
  }

  @Test
  void shouldThrowOnAPoisonedEntrySoThatItIsPutAside() {
    assertThrows(
        PermanentFault.class,
        () -> call(new AllocationWorkerFunction(context), "allocation-poisoned-bus"));
  }

  private JsonNode signed(RequestStreamHandler http) {
    String event =
        read("plan-signature")
            .replace("0".repeat(64), office.hash(1))
            .replace("sign-2026-1-finance", "sign-2026-1-finance-again");
    return handle(http, event);
  }

  private static int status(JsonNode answer) {
    return answer.path("statusCode").asInt();
  }

  private static JsonNode call(RequestStreamHandler function, String event) {
    return handle(function, read(event));
  }

  private static String read(String event) {
    try {
      return Files.readString(Path.of("../../events", event + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode handle(RequestStreamHandler function, String event) {
    try {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      function.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, null);
      return Json.tree(new ByteArrayInputStream(output.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
