package org.firstbatch.local.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.delivery.ObjectEvents.Mischief;
import org.firstbatch.local.host.Functions;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.PipeSpec;
import org.firstbatch.local.template.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's entries on their way to a function, by the pipe and the rules of the template. */
class PipedFunctionTest {

  private static final Template TEMPLATE =
      Template.read(
          Path.of("../../template.yaml"),
          "stack",
          "cn-north-1",
          Map.of("JwtIssuer", "https://issuer.example", "FirstAdministrator", "someone"));
  private static final PipeSpec PIPE = TEMPLATE.pipes().getFirst();
  private static final String WORKER = "FilingWorkerFunction";

  @TempDir private Path folder;

  private final List<JsonNode> called = new CopyOnWriteArrayList<>();
  private int failures;

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  private PipedFunction worker() {
    return worker(Set.of());
  }

  private PipedFunction worker(Set<Mischief> mischief) {
    FunctionSpec function =
        TEMPLATE.functions().stream()
            .filter(f -> f.name().equals(WORKER))
            .findFirst()
            .orElseThrow();
    Functions functions =
        (_, event) -> {
          called.add(Json.object(new String(event, StandardCharsets.UTF_8)));
          if (called.size() <= failures) {
            throw new IllegalStateException("told to");
          }
          return new byte[0];
        };
    return new PipedFunction(
        PIPE,
        WORKER,
        function.rulesOn(PIPE.bus()).getFirst(),
        new Delivery(functions, undelivered()),
        () -> Instant.parse("2026-04-21T01:00:00Z"),
        "cn-north-1",
        mischief);
  }

  private Path undelivered() {
    return folder.resolve("undelivered.jsonl");
  }

  private static ObjectNode record(String eventName, String type) {
    ObjectNode record = Json.mapper().createObjectNode();
    record.put("eventID", "e1").put("eventName", eventName);
    ObjectNode image =
        record.putObject("dynamodb").put("SequenceNumber", "1").putObject("NewImage");
    image.putObject("type").put("S", type);
    return record;
  }

  @Test
  void shouldWantWhatThePipeLetsThroughAndTheRuleTakes() {
    assertTrue(worker().wants(record("INSERT", "filing.received")));
    assertFalse(worker().wants(record("INSERT", "filing.filed")));
    assertFalse(worker().wants(record("MODIFY", "filing.received")));
  }

  @Test
  void shouldCallWithTheWholeRecordAsTheEventsDetail() {
    ObjectNode record = record("INSERT", "filing.received");

    worker().deliver(List.of(record));

    assertEquals(record, called.getFirst().path("detail"));
    assertEquals("firstbatch.journal", called.getFirst().path("source").asText());
    assertEquals("Journal Entry", called.getFirst().path("detail-type").asText());
  }

  @Test
  void shouldCallAgainAfterTwoFailures() {
    failures = 2;

    worker().deliver(List.of(record("INSERT", "filing.received")));

    assertEquals(3, called.size());
    assertFalse(Files.exists(undelivered()));
  }

  @Test
  void shouldPutTheEventAsideAfterThreeAttempts() throws IOException {
    failures = 9;

    worker().deliver(List.of(record("INSERT", "filing.received")));

    assertEquals(3, called.size());
    JsonNode aside = Json.object(Files.readString(undelivered()));
    assertEquals(WORKER, aside.path("function").asText());
    assertEquals(called.getFirst(), Json.object(aside.path("event").asText()));
  }

  @Test
  void shouldCallTwiceAtOnceWhenAsked() {
    worker(Set.of(Mischief.DOUBLED)).deliver(List.of(record("INSERT", "filing.received")));

    assertEquals(2, called.size());
  }

  @Test
  void shouldPutNothingAsideWhileTheMachineStops() {
    failures = 9;
    PipedFunction worker = worker();
    Thread.currentThread().interrupt();

    assertThrows(
        Stopping.class, () -> worker.deliver(List.of(record("INSERT", "filing.received"))));

    assertEquals(1, called.size());
    assertFalse(Files.exists(undelivered()));
  }
}
