package org.firstbatch.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.record.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts the real handlers as Lambda does, on fakes, with the events of the repository. */
class FunctionsBootTest {

  private final City city = new City();
  private final ApplicationContext context =
      ApplicationContext.builder()
          .properties(Map.of("firstbatch.website.address", "https://www.firstbatch.example"))
          .build();

  @BeforeEach
  void start() {
    context.registerBeanDefinition(inTheirPlace(Records.class, city.records));
    context.registerBeanDefinition(inTheirPlace(ObjectStore.class, city.objects));
    context.start();
  }

  private static <T> RuntimeBeanDefinition<T> inTheirPlace(Class<T> port, T fake) {
    return RuntimeBeanDefinition.builder(port, () -> fake).singleton(true).replaces(port).build();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void shouldMakePagesAndPapersOfAnImportedListAndThenFindThem() {
    city.publish("大工信发〔2026〕1号", City.many("大工信发〔2026〕1号", 2));

    JsonNode heard = call(new DocumentsFunction(context), "certificates-imported-stream");

    assertEquals(0, heard.path("batchItemFailures").size());
    JsonNode found = call(new DocumentLinksFunction(context), "register-search");
    assertEquals(303, found.path("statusCode").asInt());
    assertEquals(
        "https://www.firstbatch.example/dalian/certificates/DL-2026-00001.html",
        found.path("headers").path("location").asText());
  }

  @Test
  void shouldMakeTheReceiptOfAFilingAndTellNobodyWithoutAToken() {
    JsonNode heard = call(new DocumentsFunction(context), "receipt-stream");

    assertEquals(0, heard.path("batchItemFailures").size());
    assertEquals(1, city.objects.list(Bucket.ARCHIVE).size());
    JsonNode answer = call(new DocumentLinksFunction(context), "receipt-file-no-token");
    assertEquals(401, answer.path("statusCode").asInt());
  }

  @Test
  void shouldReportAnEntryOfAListThatIsNotThereForTheDeadLetterQueue() {
    JsonNode answer = call(new DocumentsFunction(context), "certificates-imported-stream");

    assertEquals(
        "100000000000000000011",
        answer.path("batchItemFailures").path(0).path("itemIdentifier").asText());
    assertTrue(city.objects.list(Bucket.WEBSITE).isEmpty());
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
