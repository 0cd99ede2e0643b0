package org.firstbatch.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handler as Lambda calls it, on the events of the repository. */
class CertificationFunctionTest {

  private final ApplicationContext context = ApplicationContext.run();
  private final CertificationFunction function = new CertificationFunction(context);

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
  void shouldImportAListAndFindItsCertificates() throws IOException {
    signer();

    assertEquals(400, call("certificates-import-invalid.json").path("statusCode").asInt());
    assertEquals(201, call("certificates-import.json").path("statusCode").asInt());
    JsonNode found = call("certificates-search.json");

    assertEquals(200, found.path("statusCode").asInt());
    assertEquals(1, Json.object(found.path("body").asText()).path("items").size());
  }

  @Test
  void shouldPublishAListAndRefuseOneThatDepartsWithoutAGround() throws IOException {
    InMemoryRecords records = signer();
    Assessed.application(1).in(records);
    Assessed.application(2).notRecommended().in(records);

    assertEquals(201, call("certificates-publish.json").path("statusCode").asInt());
    assertEquals(400, call("certificates-publish-not-recommended.json").path("statusCode").asInt());
  }

  @Test
  void shouldTakeASecondSignerToRevoke() throws IOException {
    signer();
    call("certificates-import.json");

    assertEquals(202, call("certificate-revocation.json").path("statusCode").asInt());
    assertEquals(403, call("certificate-revocation-by-the-same.json").path("statusCode").asInt());
  }

  private InMemoryRecords signer() {
    InMemoryRecords records = context.getBean(InMemoryRecords.class);
    Lists.gateway(records)
        .member("commission-signer", Role.COMMISSION, "commission", Capacity.SIGNER);
    return records;
  }

  @Test
  void shouldRefuseWhoeverIsNotAMember() throws IOException {
    assertEquals(403, call("certificates-import.json").path("statusCode").asInt());
  }
}
