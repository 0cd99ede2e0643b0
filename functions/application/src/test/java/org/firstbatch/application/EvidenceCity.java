package org.firstbatch.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.firstbatch.casework.fake.InMemoryObjects;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.evidence.Scanner;
import org.firstbatch.measures.scheme.Condition;

/** The city with the evidence that is really kept, uploaded and checked. */
final class EvidenceCity {

  /** A PNG of one pixel. */
  static final byte[] PNG =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
                  + "3a7e9b550000000a49444154789c63f80f0001010100b138f614000000"
                  + "0049454e44ae426082");

  final City city = new City();

  /** The store's own time, which links go by. */
  Instant real = City.MONDAY;

  final InMemoryObjects objects = new InMemoryObjects(() -> real);
  final TestGateway gateway = gateway(city.records);

  TestGateway gateway(Records behind) {
    Memberships memberships = new Memberships(behind, "");
    List<Route> routes =
        new ArrayList<>(Routes.of(behind, memberships, city.schemes, new EvidencePieces(behind)));
    routes.addAll(EvidenceRoutes.of(behind, objects, memberships));
    return new TestGateway(behind, routes).at(City.MONDAY);
  }

  /** A draft with a whole form and no evidence. */
  String draft() {
    Answer answer =
        gateway.as("owner").post("/applications", Json.write(Map.of("form", City.form())));
    return City.expect(201, answer).path("application").asText();
  }

  /** A draft with a checked piece for each condition. */
  String whole() {
    String application = draft();
    Arrays.stream(Condition.values()).forEach(condition -> checked(application, condition));
    return application;
  }

  String submitted() {
    String application = whole();
    act(200, "owner", application, "submission", Map.of());
    return application;
  }

  JsonNode act(int status, String person, String application, String act, Object body) {
    return City.expect(
        status,
        gateway
            .as(person)
            .header("if-match", city.version(application))
            .post("/applications/" + application + "/" + act, write(body)));
  }

  private static String write(Object body) {
    return Json.write(body);
  }

  String checked(String application, Condition condition) {
    byte[] content = png(List.of(Condition.values()).indexOf(condition));
    Answer declared = declare("owner", application, condition, content);
    return arrive(application, declared, content);
  }

  /** A picture that differs by what follows in a chunk of its own. */
  static byte[] png(int number) {
    byte[] chunk = {0, 0, 0, 1, 't', 'S', 't', 'x', (byte) number, 0, 0, 0, 0};
    CRC32 checksum = new CRC32();
    checksum.update(chunk, 4, 5);
    ByteBuffer.wrap(chunk).putInt(9, (int) checksum.getValue());
    ByteBuffer png = ByteBuffer.allocate(PNG.length + chunk.length);
    int end = PNG.length - 12;
    return png.put(PNG, 0, end).put(chunk).put(PNG, end, 12).array();
  }

  Answer declare(String person, String application, Condition condition, byte[] content) {
    return declare(person, application, body(condition, content));
  }

  Answer declare(String person, String application, Map<String, Object> body) {
    return gateway.as(person).post("/applications/" + application + "/evidence", write(body));
  }

  static Map<String, Object> body(Condition condition, byte[] content) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("condition", condition.name());
    body.put("name", condition.label().zh() + ".png");
    body.put("type", "image/png");
    body.put("length", content.length);
    body.put("sha256", HexFormat.of().formatHex(Hashes.digest().digest(content)));
    return body;
  }

  /** Uploads as the answer says; the store's status. */
  int upload(Answer declared, byte[] content) {
    JsonNode upload = declared.json().path("upload");
    Map<String, String> headers = new LinkedHashMap<>();
    upload
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return objects.receive(URI.create(upload.path("uri").asText()), headers, content);
  }

  /** Uploads what was declared and delivers the event; the piece's id. */
  String arrive(String application, Answer declared, byte[] content) {
    if (upload(declared, content) != 200) {
      throw new AssertionError("not uploaded");
    }
    String id = id(declared);
    deliver(application, id);
    return id;
  }

  /** Puts other bytes at a key than any link would let in. */
  void place(String application, String id, byte[] content) {
    try {
      Path file = Files.createTempFile("evidence", "");
      Files.write(file, content);
      objects.putOnce(Evidence.objectKey("dalian", application, id), "image/png", file);
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String id(Answer declared) {
    return City.expect(201, declared).path("evidence").asText();
  }

  String deliver(String application, String id) {
    return handle(city.records, objects, "applications/dalian/" + application + "/" + id);
  }

  String handle(Records records, ObjectStore store, String key) {
    Object answer = intake(records, store, Scanner.none()).handle(event(key));
    return Json.mapper().valueToTree(answer).path("state").asText();
  }

  EvidenceIntake intake(Records records, ObjectStore store, Scanner scanner) {
    return new EvidenceIntake(records, store, city.schemes, scanner);
  }

  static JsonNode event(String key) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("id", "event-1").put("time", "2025-11-03T02:00:05Z");
    ObjectNode detail = event.putObject("detail");
    detail.putObject("bucket").put("name", "evidence");
    detail.putObject("object").put("key", key).put("size", 1).put("etag", "e");
    return event;
  }

  JsonNode list(String person, String application) {
    Answer answer = gateway.as(person).get("/applications/" + application + "/evidence");
    return City.expect(200, answer).path("items");
  }

  Answer link(String person, String application, String id) {
    return gateway.as(person).get("/applications/" + application + "/evidence/" + id);
  }

  List<JournalEntry> journal(String id) {
    String partition = Journal.partition("dalian", "evidence", id);
    return city.records.list(Table.JOURNAL).stream()
        .filter(record -> record.key().partition().equals(partition))
        .map(record -> Json.read(record.body(), JournalEntry.class))
        .toList();
  }

  List<String> types(String id) {
    return journal(id).stream().map(JournalEntry::type).toList();
  }
}
