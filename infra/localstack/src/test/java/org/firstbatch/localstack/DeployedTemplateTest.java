package org.firstbatch.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.record.Table;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.storage.Backoff;
import org.firstbatch.storage.DynamoRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.sqs.model.Message;

/** The whole template on LocalStack, and then what it deployed at work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployedTemplateTest {

  private static final byte[] PNG =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
                  + "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082");
  private static final Instant TODAY = Instant.parse("2026-02-24T02:00:00Z");
  private static final String SCHEDULED = "2026-04-20T22:00:00Z";

  private LocalStack localStack;
  private Aws aws;
  private Deployment deployment;
  private City city;

  @BeforeAll
  void deploy() {
    Assumptions.assumeTrue(
        Project.jars().values().stream().allMatch(Files::isReadable),
        "The functions' jars are not built yet: mvn verify builds them first");
    localStack = Search.find();
    aws = new Aws(localStack.endpoint());
    deployment = Deployment.make(aws, localStack);
    city = new City(new DynamoRecords(aws.dynamoDb, deployment::table, Backoff.standard(), 2));
  }

  @AfterAll
  void stop() {
    if (aws != null) {
      aws.close();
    }
    if (localStack != null) {
      localStack.close();
    }
  }

  @Test
  void shouldCreateEveryFunctionOfTheTemplateUnderItsAlias() {
    for (FunctionSpec function : Project.functions()) {
      var alias =
          aws.lambda.getAlias(
              get -> get.functionName(deployment.physicalId(function.name())).name("live"));

      assertEquals("1", alias.functionVersion(), function.name());
    }
  }

  @Test
  void shouldPassOverNoTypeButThoseOfTheList() {
    List<String> passedOver = Project.unsupportedTypes();

    Map<String, StackResource> resources = new HashMap<>(deployment.resources());
    resources.putAll(deployment.resourcesOf("Storage"));
    resources.forEach(
        (id, resource) -> {
          assertEquals("CREATE_COMPLETE", resource.resourceStatusAsString(), id);
          assertTrue(
              passedOver.contains(resource.resourceType())
                  || !resource.physicalResourceId().isBlank(),
              id);
        });
  }

  @Test
  void shouldCreateEveryTableAndBucketInTheNestedStack() {
    Map<String, Long> types =
        deployment.resourcesOf("Storage").values().stream()
            .collect(Collectors.groupingBy(StackResource::resourceType, Collectors.counting()));

    assertEquals(Table.values().length, types.get("AWS::DynamoDB::Table"));
    assertEquals(Bucket.values().length, types.get("AWS::S3::Bucket"));
    for (Table table : Table.values()) {
      TableDescription described =
          aws.dynamoDb.describeTable(d -> d.tableName(deployment.table(table))).table();
      assertEquals(TableStatus.ACTIVE, described.tableStatus(), table.label());
    }
  }

  @Test
  void shouldKeepVersionsInEveryBucketAndLockTheArchive() {
    for (String bucket :
        List.of("EvidenceBucket", "DropBucket", "WebsiteBucket", "ArchiveBucket")) {
      var versions = aws.s3.getBucketVersioning(get -> get.bucket(deployment.storage(bucket)));
      assertEquals(BucketVersioningStatus.ENABLED, versions.status(), bucket);
    }
    var lock =
        aws.s3
            .getObjectLockConfiguration(get -> get.bucket(deployment.storage("ArchiveBucket")))
            .objectLockConfiguration();
    assertEquals(ObjectLockEnabled.ENABLED, lock.objectLockEnabled());
  }

  @Test
  void shouldCheckADocumentWhenItsUploadArrives() {
    String policy = city.policy("P-1");
    JsonNode declared = declare(policy);
    JsonNode upload = declared.path("upload");
    Map<String, String> headers = new LinkedHashMap<>();
    upload
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));

    int status =
        Web.put(localStack.endpoint(), URI.create(upload.path("uri").asText()), headers, PNG);

    assertEquals(200, status);
    String document = declared.path("document").asText();
    String state =
        Patience.until(
            "the document was checked",
            () -> Optional.of(state(policy, document)).filter(s -> !s.equals("DECLARED")));
    assertEquals("CHECKED", state);
  }

  @Test
  void shouldPutAsideTheEventOfADocumentThatIsNeverDeclared() {
    String policy = city.policy("P-2");
    String key = "policies/" + City.SCHEME + "/" + policy + "/d00000000000000000000";

    aws.s3.putObject(
        put -> put.bucket(deployment.storage("EvidenceBucket")).key(key),
        RequestBody.fromBytes(PNG));

    Patience.until("the event is in the dead-letter queue", () -> isPutAside(key));
  }

  @Test
  void shouldCheckAFilingWhenTheJournalsBusTellsOfIt() {
    String filing = "f00112233445566778899";
    city.received(filing, city.policy("P-3"));

    putOnJournalsBus(Project.event("filing-received-bus"));

    String state =
        Patience.until(
            "the filing was worked on",
            () -> Optional.of(city.stateOf(filing).name()).filter(s -> !s.equals("RECEIVED")));
    assertEquals("CHECKED", state, "a row without its contract copy is not filed");
  }

  @Test
  void shouldPutAsideAnEntryOfTheJournalThatCannotBeRead() {
    JsonNode poisoned = Project.event("allocation-poisoned-bus");

    putOnJournalsBus(poisoned);

    Patience.until(
        "the event is in the dead-letter queue",
        () -> isPutAside(poisoned.at("/detail/dynamodb/Keys/pk/S").asText()));
  }

  /** What the pipe does on AWS, which LocalStack lacks. */
  private void putOnJournalsBus(JsonNode event) {
    Map<String, String> entry =
        Map.of(
            "EventBusName", deployment.physicalId("JournalBus"),
            "Source", event.path("source").asText(),
            "DetailType", event.path("detail-type").asText(),
            "Detail", event.path("detail").toString());
    String answer =
        Web.post(
            localStack.endpoint(),
            "events",
            "AWSEvents.PutEvents",
            Json.write(Map.of("Entries", List.of(entry))));
    assertEquals(0, Json.object(answer).path("FailedEntryCount").asInt(-1), answer);
  }

  @Test
  void shouldAllocateWithTheInputOfTheDeployedSchedule() {
    JsonNode target = schedule();
    int before = count(Table.PLANS);

    String arn = target.path("Arn").asText();
    assertTrue(arn.contains(deployment.physicalId("QuarterlyRunFunction")), arn);
    Deployment.Invoked run =
        deployment.invoke(
            "QuarterlyRunFunction",
            target.path("Input").asText().replace("<aws.scheduler.scheduled-time>", SCHEDULED));

    assertTrue(run.ok(), run.payload());
    assertTrue(count(Table.PLANS) > before, "no plan was written: " + run.payload());
    assertFalse(
        aws.dynamoDb.scan(s -> s.tableName(deployment.table(Table.JOURNAL))).items().isEmpty());
  }

  private JsonNode declare(String policy) {
    Map<String, Object> body =
        Map.of(
            "kind", "CONTRACT_COPY",
            "name", "合同.png",
            "type", "image/png",
            "length", PNG.length,
            "sha256", HexFormat.of().formatHex(Hashes.digest().digest(PNG)));
    JsonNode answer = http("POST", policy, "/documents", Map.of(), Json.write(body));
    assertEquals(201, answer.path("statusCode").asInt(), answer.toString());
    return Json.object(answer.path("body").asText());
  }

  private String state(String policy, String document) {
    JsonNode answer = http("GET", policy, "/documents", Map.of(), "");
    assertEquals(200, answer.path("statusCode").asInt(), answer.toString());
    for (JsonNode item : Json.object(answer.path("body").asText()).path("items")) {
      if (item.path("document").asText().equals(document)) {
        return item.path("state").asText();
      }
    }
    return "";
  }

  /** Calls the filing function as the HTTP API would, which LocalStack lacks. */
  private JsonNode http(
      String method, String policy, String path, Map<String, String> more, String body) {
    Map<String, String> parameters = new HashMap<>(more);
    parameters.put("scheme", City.SCHEME);
    parameters.put("policy", policy);
    ObjectNode event = Json.mapper().createObjectNode();
    event
        .put("version", "2.0")
        .put("routeKey", method + " /v1/schemes/{scheme}/policies/{policy}" + path)
        .put("rawPath", "/v1/schemes/" + City.SCHEME + "/policies/" + policy + path)
        .put("body", body);
    event.set("pathParameters", Json.mapper().valueToTree(parameters));
    event.putObject("headers").put("idempotency-key", UUID.randomUUID().toString());
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", UUID.randomUUID().toString()).put("timeEpoch", TODAY.toEpochMilli());
    context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", City.SIGNER);
    Deployment.Invoked invoked = deployment.invoke("FilingFunction", event.toString());
    assertTrue(invoked.ok(), invoked.payload());
    return invoked.json();
  }

  private JsonNode schedule() {
    String name = deployment.physicalId("QuarterlyRunFunctionQuarterly");
    URI uri = localStack.endpoint().resolve("/schedules/" + name);
    return Json.object(Web.get(uri, "scheduler")).path("Target");
  }

  private boolean isPutAside(String key) {
    List<Message> messages =
        aws.sqs
            .receiveMessage(
                receive ->
                    receive
                        .queueUrl(deployment.deadLetterQueue())
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(0))
            .messages();
    return messages.stream().anyMatch(message -> message.body().contains(key));
  }

  private int count(Table table) {
    return aws.dynamoDb.scan(scan -> scan.tableName(deployment.table(table))).count();
  }
}
