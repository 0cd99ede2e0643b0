package org.firstbatch.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handler as Lambda calls it, on the events of the repository. */
class ProgrammeFunctionTest {

  private final ApplicationContext context =
      ApplicationContext.run(Map.of("firstbatch.first-administrator", "first-administrator"));
  private final ProgrammeFunction function = new ProgrammeFunction(context);

  @AfterEach
  void stop() {
    context.close();
  }

  private JsonNode call(String event) throws IOException {
    return answer(Files.readAllBytes(Path.of("../../events", event)));
  }

  private JsonNode answer(byte[] event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event), out, null);
    return Json.mapper().readTree(out.toByteArray());
  }

  private static int status(JsonNode answer) {
    return answer.path("statusCode").asInt();
  }

  private void members() {
    City.gatewayOn(context.getBean(InMemoryRecords.class))
        .member("finance-preparer", Role.FINANCE, "finance", Capacity.PREPARER)
        .member("finance-signer", Role.FINANCE, "finance", Capacity.SIGNER);
  }

  @Test
  void shouldShowTheParametersToAnybody() throws IOException {
    JsonNode answer = call("programme-parameters.json");

    assertEquals(200, status(answer));
    assertEquals("dalian", Json.object(answer.path("body").asText()).path("scheme").asText());
  }

  @Test
  void shouldTakeABudgetFromProposalToApproval() throws IOException {
    members();

    JsonNode proposed = call("programme-budget.json");
    assertEquals(202, status(proposed));
    String change = Json.object(proposed.path("body").asText()).path("change").asText();
    String approval = Files.readString(Path.of("../../events/programme-approval.json"));
    String place = "finance~20260302020000000~00000000";

    assertEquals(404, status(call("programme-approval.json")));
    assertEquals(
        200, status(answer(approval.replace(place, change).getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void shouldRefuseABudgetWithMistakes() throws IOException {
    members();

    assertEquals(400, status(call("programme-budget-invalid.json")));
  }

  @Test
  void shouldLetTheTemplatesAdministratorAppointASecond() throws IOException {
    assertEquals(202, status(call("programme-membership.json")));
  }
}
