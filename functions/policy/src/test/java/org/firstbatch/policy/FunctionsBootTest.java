package org.firstbatch.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.nio.file.Files;
import java.nio.file.Path;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts the real handlers as Lambda does, on fakes, with the events of the repository. */
final class FunctionsBootTest {

  private final City city = new City();
  private final ApplicationContext context =
      ApplicationContext.builder().environments("fakes").build();

  /** Takes the place of the store. */
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
  }

  @BeforeEach
  void start() {
    context.registerSingleton(City.class, city);
    context.start();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void shouldRegisterRefuseCheckAndTellADeadline() {
    PolicyFunction function = new PolicyFunction(context);

    JsonNode refused = call(function, "policy-register-refused");
    JsonNode checked = call(function, "checks-policy");
    JsonNode registered = call(function, "policy-register");
    JsonNode deadline = call(function, "deadlines");

    assertEquals(422, refused.path("statusCode").asInt(), refused.toString());
    assertTrue(refused.path("body").asText().contains("one day after 2026-02-24"));
    assertEquals(200, checked.path("statusCode").asInt(), checked.toString());
    assertEquals(201, registered.path("statusCode").asInt(), registered.toString());
    assertEquals(State.REGISTERED, city.stored(city.id()).state());
    assertEquals(registered, call(function, "policy-register"), "the same key, the same answer");
    assertTrue(deadline.path("body").asText().contains("\"lastDay\":\"2026-02-24\""));
  }

  @Test
  void shouldDecideWhatIsPendingWhenACalendarIsLoaded() {
    city.gateway
        .as("preparer")
        .post("/policies", DecidePendingTest.pending("2027-01-04").toString());
    city.loadCalendar(2027, DecidePendingTest.NOTICE);

    JsonNode answer = call(new PolicyDecisionFunction(context), "calendar-loaded-bus");

    assertEquals("calendar.loaded", answer.path("heard").asText());
    assertEquals(State.REGISTERED, city.stored(city.id()).state());
  }

  @Test
  void shouldThrowOnAPoisonedEntrySoThatItIsPutAside() {
    PolicyDecisionFunction function = new PolicyDecisionFunction(context);

    PermanentFault fault =
        assertThrows(PermanentFault.class, () -> call(function, "calendar-loaded-poisoned-bus"));

    assertTrue(String.valueOf(fault.getMessage()).contains("300000000000000000009"));
  }

  private static JsonNode call(RequestStreamHandler function, String event) {
    try {
      byte[] input = Files.readAllBytes(Path.of("../../events", event + ".json"));
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      function.handleRequest(new ByteArrayInputStream(input), output, null);
      return Json.tree(new ByteArrayInputStream(output.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
