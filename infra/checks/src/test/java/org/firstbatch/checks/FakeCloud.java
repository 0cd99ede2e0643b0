package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.fake.InMemoryObjects;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.http.HttpAnswer;
import org.firstbatch.casework.http.HttpRequest;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.local.template.FunctionSpec;
import org.jspecify.annotations.Nullable;

/**
 * All functions in one process, wired by their own factories, on stores in memory; what is written
 * to the journal reaches those that listen to it.
 */
final class FakeCloud implements AutoCloseable {

  /** What listens to the journal, and the function in which it does. */
  private static final Map<String, String> LISTENERS =
      Map.of(
          "DecidePending", "PolicyDecisionFunction",
          "DetermineDueDays", "ApplicationCalendarFunction",
          "FilingWorker", "FilingWorkerFunction",
          "AllocationWorker", "AllocationWorkerFunction",
          "DocumentsWorker", "DocumentsFunction");

  /** Those of them that read the stream themselves. */
  private static final Set<String> READERS =
      Checkout.functions().stream()
          .filter(function -> !function.streams().isEmpty())
          .map(FunctionSpec::name)
          .collect(Collectors.toSet());

  private static final Map<String, String> FUNCTION_OF_ROUTE =
      Checkout.functions().stream()
          .flatMap(
              function ->
                  function.routes().stream().map(route -> Map.entry(route.key(), function.name())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final InMemoryRecords records = new InMemoryRecords();
  private final Uses recorded = new Uses();
  private final InMemoryObjects objects =
      new InMemoryObjects(InstantSource.fixed(Instant.parse("2026-03-02T02:00:00Z")));
  private final ApplicationContext context;
  private final Set<RecordKey> delivered = new HashSet<>();
  private final Map<String, Dispatcher> dispatchers = new HashMap<>();
  private @Nullable Consumer<Seen> watcher;

  /** A request and its answer, and everything as it stood before. */
  record Seen(InMemoryRecords.Snapshot before, HttpRequest request, HttpAnswer answer) {}

  FakeCloud() {
    this(new ShippedSchemes());
  }

  FakeCloud(Schemes schemes) {
    context =
        ApplicationContext.builder()
            .properties(Map.of("firstbatch.website.address", "https://www.firstbatch.example"))
            .build();
    context.registerBeanDefinition(inTheirPlace(Schemes.class, schemes));
    context.registerBeanDefinition(inTheirPlace(Records.class, new RecordedUse(records, recorded)));
    context.registerBeanDefinition(
        inTheirPlace(ObjectStore.class, new RecordedObjects(objects, recorded)));
    context.start();
    context
        .getBeansOfType(Dispatcher.class)
        .forEach(each -> each.routes().keySet().forEach(route -> dispatchers.put(route, each)));
  }

  private static <T> RuntimeBeanDefinition<T> inTheirPlace(Class<T> port, T fake) {
    return RuntimeBeanDefinition.builder(port, () -> fake).singleton(true).replaces(port).build();
  }

  InMemoryRecords records() {
    return records;
  }

  /** Goes back to how everything stood; what was heard until then is not heard again. */
  void restore(InMemoryRecords.Snapshot snapshot) {
    records.restore(snapshot);
    delivered.clear();
    records.list(Table.JOURNAL).forEach(entry -> delivered.add(entry.key()));
  }

  /** What each function has done to which table and object so far. */
  Map<String, Set<String>> uses() {
    return recorded.byFunction();
  }

  /** The types of the entries of each act that changed the input of a year's plans. */
  Set<Set<String>> changedInput() {
    return recorded.changedInput();
  }

  InMemoryObjects objects() {
    return objects;
  }

  /** What answers a route. */
  Route route(String key) {
    return Objects.requireNonNull(dispatcher(key).routes().get(key), key);
  }

  private Dispatcher dispatcher(String route) {
    return Objects.requireNonNull(dispatchers.get(route), () -> "no function answers " + route);
  }

  /** From now on whoever watches is told of each answer. */
  void watchedBy(Consumer<Seen> newWatcher) {
    watcher = newWatcher;
  }

  /** Answers a request, then lets everybody hear of it. */
  HttpAnswer answer(HttpRequest request) {
    HttpAnswer answer = watcher == null ? dispatch(request) : watched(request, watcher);
    deliver();
    return answer;
  }

  private HttpAnswer watched(HttpRequest request, Consumer<Seen> present) {
    InMemoryRecords.Snapshot before = records.snapshot();
    HttpAnswer answer = dispatch(request);
    present.accept(new Seen(before, request, answer));
    return answer;
  }

  private HttpAnswer dispatch(HttpRequest request) {
    recorded.by(Objects.requireNonNull(FUNCTION_OF_ROUTE.get(request.routeKey())));
    return dispatcher(request.routeKey()).dispatch(request);
  }

  /** Answers an event of the gateway as the function's handler does; nobody hears of it. */
  byte[] invoke(byte[] event) {
    HttpAnswer answer = dispatch(HttpRequest.from(Json.tree(new ByteArrayInputStream(event))));
    return Json.write(answer).getBytes(StandardCharsets.UTF_8);
  }

  /** Says that an object has arrived in the bucket of evidence. */
  void arrived(String key, long size, Instant at) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("id", "event-" + key).put("detail-type", "Object Created").put("source", "aws.s3");
    event.put("time", at.toString());
    ObjectNode detail = event.putObject("detail");
    detail.putObject("bucket").put("name", "evidence");
    detail.putObject("object").put("key", key).put("size", size).put("sequencer", "00");
    boolean ofApplication = key.startsWith("applications/");
    recorded.by(ofApplication ? "ApplicationIntakeFunction" : "FilingIntakeFunction");
    handle(ofApplication ? "EvidenceIntake" : "FilingIntake", event);
    deliver();
  }

  /** Calls the daily schedule of applications. */
  void clock(Instant at) {
    recorded.by("ApplicationClockFunction");
    handle(
        "ApplicationClock", Json.mapper().createObjectNode().put("scheduledTime", at.toString()));
    deliver();
  }

  /** Calls the schedule of the quarterly job. */
  void quarter(Instant at) {
    recorded.by("QuarterlyRunFunction");
    handle("QuarterlyRun", Json.mapper().createObjectNode().put("scheduledTime", at.toString()));
    deliver();
  }

  private void deliver() {
    List<StoredRecord> fresh =
        records.list(Table.JOURNAL).stream().filter(entry -> delivered.add(entry.key())).toList();
    for (StoredRecord entry : fresh) {
      LISTENERS.forEach(
          (listener, function) -> {
            recorded.by(function);
            handle(listener, READERS.contains(function) ? batch(entry) : event(entry));
          });
    }
    if (!fresh.isEmpty()) {
      deliver();
    }
  }

  /** An entry as the stream delivers it. */
  private static JsonNode batch(StoredRecord entry) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.putArray("Records").add(inserted(entry));
    return event;
  }

  /** An entry as the bus delivers it. */
  private static JsonNode event(StoredRecord entry) {
    return Json.mapper().createObjectNode().set("detail", inserted(entry));
  }

  private static ObjectNode inserted(StoredRecord entry) {
    ObjectNode record = Json.mapper().createObjectNode().put("eventName", "INSERT");
    ObjectNode stream = record.putObject("dynamodb").put("SequenceNumber", "1");
    stream.putObject("NewImage").putObject("b").put("S", entry.body());
    return record;
  }

  private void handle(String consumer, JsonNode event) {
    EventFunction.Consumer found =
        context.getBeansOfType(EventFunction.Consumer.class).stream()
            .filter(each -> each.getClass().getSimpleName().equals(consumer))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nobody is " + consumer));
    if (found.handle(event) instanceof Map<?, ?> answer
        && answer.get("batchItemFailures") instanceof List<?> failures
        && !failures.isEmpty()) {
      throw new AssertionError(consumer + " failed on " + event);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
