package org.firstbatch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handler as Lambda calls it, on the events of the repository. */
class JournalFunctionTest {

  private final ApplicationContext context = ApplicationContext.run();
  private final JournalFunction function = new JournalFunction(context);

  @AfterEach
  void stop() {
    context.close();
  }

  private JsonNode call(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = Files.readAllBytes(Path.of("../../events", event));
    function.handleRequest(new ByteArrayInputStream(bytes), out, null);
    return Json.mapper().readTree(out.toByteArray());
  }

  @Test
  void shouldShowAHistoryToAnAuditor() throws IOException {
    InMemoryRecords records = context.getBean(InMemoryRecords.class);
    new TestGateway(records, List.of()).member("auditor", Role.AUDITOR, "audit", Capacity.PREPARER);
    Unit unit = new Unit(Actor.system("dalian", Instant.EPOCH, "request-1", "1"));
    String subject = "commission:commission:second";
    unit.note(Happening.of("membership.granted", "membership", subject, List.of(), Map.of()));
    records.commit(unit.transaction("seed"));

    JsonNode answer = call("journal-record.json");

    assertEquals(200, answer.path("statusCode").asInt());
    assertEquals("intact", Json.object(answer.path("body").asText()).path("chain").asText());
  }

  @Test
  void shouldRefuseWhoeverHasNoToken() throws IOException {
    assertEquals(401, call("journal-record-no-token.json").path("statusCode").asInt());
  }
}
