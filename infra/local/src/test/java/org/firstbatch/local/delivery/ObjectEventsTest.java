package org.firstbatch.local.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.delivery.ObjectEvents.Mischief;
import org.firstbatch.local.host.Functions;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.Template;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put arrives at every rule that takes it, whatever happens on the way. */
class ObjectEventsTest {

  /** The process is gone, in the middle of a call. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final String TEMPLATE =
      """
      Resources:
        Checker:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: checker.jar
            Handler: Checker
            Events:
              Arrived:
                Type: EventBridgeRule
                Properties:
                  Pattern:
                    source: [aws.s3]
                    detail: {bucket: {name: [evidence]}, object: {key: [{prefix: applications/}]}}
                  RetryPolicy: {MaximumRetryAttempts: 0}
        Counter:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: counter.jar
            Handler: Counter
            Events:
              Arrived:
                Type: EventBridgeRule
                Properties:
                  Pattern: {detail-type: [Object Created], detail: {bucket: {name: [evidence]}}}
                  RetryPolicy: {MaximumRetryAttempts: 0}
      """;

  private final List<String> happened = new ArrayList<>();
  private List<FunctionSpec> functions = List.of();

  @TempDir private Path folder;

  @BeforeEach
  void readTheTemplate() throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    functions = Template.read(file, "stack", "cn-north-1", Map.of()).functions();
  }

  private ArrivalLog log() {
    return new ArrivalLog(folder.resolve("arrivals"));
  }

  private Path arrive(ArrivalLog log, String path) {
    ArrivalLog.Arrival arrival = ArrivalLog.Arrival.of(path, 3);
    return log.arrive(log.begin(arrival), arrival.withEtag("e"));
  }

  private ObjectEvents events(ArrivalLog log, Functions called, Set<Mischief> mischief) {
    return new ObjectEvents(
        log,
        functions,
        new Delivery(called, folder.resolve("undelivered.jsonl")),
        () -> Instant.parse("2026-03-02T02:00:00Z"),
        "cn-north-1",
        mischief,
        nanos -> happened.add("waits " + (nanos >= 0 && nanos < TimeUnit.SECONDS.toNanos(2))));
  }

  private byte[] note(String function, byte[] event) {
    happened.add(function + " " + key(event));
    return new byte[0];
  }

  private static String key(byte[] event) {
    return detail(event).path("object").path("key").asText();
  }

  private static JsonNode detail(byte[] event) {
    return Json.object(new String(event, StandardCharsets.UTF_8)).path("detail");
  }

  @Test
  void shouldDeliverAnArrivalOnceToEachRuleThatTakesIt() {
    ArrivalLog log = log();

    events(log, this::note, Set.of())
        .deliver(
            List.of(
                arrive(log, "/evidence/applications/a%20%E9%A6%96.pdf"),
                arrive(log, "/evidence/policies/p.pdf"),
                arrive(log, "/website/applications/a.pdf")));

    assertEquals(
        List.of(
            "Checker applications/a 首.pdf",
            "Counter applications/a 首.pdf",
            "Counter policies/p.pdf"),
        happened);
    assertEquals(List.of(), log.arrived());
  }

  @Test
  void shouldTellAFunctionWhatArrived() {
    ArrivalLog log = log();
    List<JsonNode> details = new ArrayList<>();
    Functions called =
        (_, event) -> {
          details.add(detail(event));
          return event;
        };

    events(log, called, Set.of()).deliver(List.of(arrive(log, "/evidence/policies/p.pdf")));

    JsonNode object = details.getFirst().path("object");
    assertEquals("evidence", details.getFirst().path("bucket").path("name").asText());
    assertEquals(3, object.path("size").asInt());
    assertEquals("e", object.path("etag").asText());
  }

  @Test
  void shouldDeliverTwiceOnRequest() {
    ArrivalLog log = log();

    events(log, this::note, Set.of(Mischief.DOUBLED))
        .deliver(List.of(arrive(log, "/evidence/policies/p.pdf")));

    assertEquals(List.of("Counter policies/p.pdf", "Counter policies/p.pdf"), happened);
  }

  @Test
  void shouldDeliverInAnotherOrderOnRequest() {
    ArrivalLog log = log();
    List<Path> batch = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> batch.add(arrive(log, "/evidence/" + i)));
    List<String> order = IntStream.range(0, 10).mapToObj(i -> "Counter " + i).toList();

    events(log, this::note, Set.of(Mischief.REORDERED)).deliver(batch);

    assertNotEquals(order, happened);
    assertEquals(order, happened.stream().sorted().toList());
  }

  @Test
  void shouldDeliverLateOnRequest() {
    ArrivalLog log = log();

    events(log, this::note, Set.of(Mischief.LATE))
        .deliver(List.of(arrive(log, "/evidence/1"), arrive(log, "/evidence/2")));

    assertEquals(List.of("waits true", "Counter 1", "waits true", "Counter 2"), happened);
  }

  @Test
  void shouldPutAsideWhatAFunctionDoesNotTakeAndGoOn() throws IOException {
    ArrivalLog log = log();
    Functions called =
        (function, event) -> {
          if (key(event).equals("1")) {
            throw new IllegalStateException("poisoned");
          }
          return note(function, event);
        };

    events(log, called, Set.of())
        .deliver(List.of(arrive(log, "/evidence/1"), arrive(log, "/evidence/2")));

    assertEquals(List.of("Counter 2"), happened);
    List<String> aside = Files.readAllLines(folder.resolve("undelivered.jsonl"));
    assertEquals(1, aside.size());
    assertTrue(aside.getFirst().contains("poisoned"), aside.getFirst());
    assertEquals(List.of(), log.arrived());
  }

  @Test
  void shouldDeliverAgainAfterACrash() throws Exception {
    // Given two arrivals, and a process that died in the middle of the first's delivery
    ArrivalLog before = log();
    List<Path> batch = List.of(arrive(before, "/evidence/1"), arrive(before, "/evidence/2"));
    Functions dying =
        (_, _) -> {
          throw new Killed();
        };
    ObjectEvents first = events(before, dying, Set.of());
    assertThrows(Killed.class, () -> first.deliver(batch));

    // When another process starts on what is kept
    BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
    Functions called =
        (_, event) -> {
          delivered.add(key(event));
          return event;
        };
    ArrivalLog after = log();
    Thread second = Thread.ofPlatform().daemon().start(events(after, called, Set.of()));

    // Then both are delivered, in their order, and forgotten
    assertEquals("1", delivered.poll(60, TimeUnit.SECONDS));
    assertEquals("2", delivered.poll(60, TimeUnit.SECONDS));
    second.interrupt();
    second.join(60_000);
    assertFalse(second.isAlive());
    assertEquals(List.of(), after.arrived());
  }
}
