package org.firstbatch.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.Table;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/** The template as a stack of CloudFormation, with what it made. */
final class Deployment {

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "FirstAdministrator", "first-administrator",
          "JwtIssuer", "https://issuer.example",
          "DeletionProtection", "false");

  private final Aws aws;
  private final Map<String, StackResource> resources;
  private final Map<String, String> storage = new LinkedHashMap<>();

  private Deployment(Aws aws, String stack) {
    this.aws = aws;
    this.resources = resources(aws, stack);
    stack(aws, physicalId("Storage"))
        .outputs()
        .forEach(output -> storage.put(output.outputKey(), output.outputValue()));
  }

  /** Deploys; throws with the reasons when any resource was not created. */
  static Deployment make(Aws aws, LocalStack localStack) {
    String name = "firstbatch-" + UUID.randomUUID().toString().substring(0, 8);
    String url = new Packaging(aws, localStack.endpoint(), name + "-artifacts").templateUrl();
    aws.cloudFormation.createStack(
        create ->
            create
                .stackName(name)
                .templateURL(url)
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
                .parameters(parameters()));
    Stack stack =
        Patience.until(
            "the stack is there",
            localStack.toDeploy(),
            () ->
                Optional.of(stack(aws, name))
                    .filter(each -> !each.stackStatusAsString().endsWith("_IN_PROGRESS")));
    if (!stack.stackStatusAsString().equals("CREATE_COMPLETE")) {
      throw new AssertionError(
          stack.stackStatusAsString()
              + "\n"
              + failures(aws, name)
              + localStack.hint()
              + "\nLocalStack's log: "
              + localStack.log());
    }
    return new Deployment(aws, name);
  }

  private static List<Parameter> parameters() {
    return PARAMETERS.entrySet().stream()
        .map(
            each ->
                Parameter.builder()
                    .parameterKey(each.getKey())
                    .parameterValue(each.getValue())
                    .build())
        .toList();
  }

  private static Stack stack(Aws aws, String name) {
    return aws.cloudFormation
        .describeStacks(describe -> describe.stackName(name))
        .stacks()
        .getFirst();
  }

  private static String failures(Aws aws, String name) {
    return aws
        .cloudFormation
        .describeStackEvents(describe -> describe.stackName(name))
        .stackEvents()
        .stream()
        // Types that it lacks are the reason of a rollback, and of nothing that failed.
        .filter(event -> event.resourceStatusAsString().matches(".*(FAILED|ROLLBACK).*"))
        .filter(event -> event.resourceStatusReason() != null)
        .map(Deployment::failure)
        .collect(Collectors.joining("\n"));
  }

  private static String failure(StackEvent event) {
    return event.logicalResourceId() + ": " + event.resourceStatusReason();
  }

  private static Map<String, StackResource> resources(Aws aws, String stack) {
    return aws
        .cloudFormation
        .describeStackResources(describe -> describe.stackName(stack))
        .stackResources()
        .stream()
        .collect(Collectors.toMap(StackResource::logicalResourceId, resource -> resource));
  }

  /** Every resource of the root stack by its logical id. */
  Map<String, StackResource> resources() {
    return resources;
  }

  /** Every resource of a nested stack by its logical id. */
  Map<String, StackResource> resourcesOf(String nested) {
    return resources(aws, physicalId(nested));
  }

  String physicalId(String logicalId) {
    StackResource resource = resources.get(logicalId);
    if (resource == null) {
      throw new AssertionError("Not deployed: " + logicalId + "; there is " + resources.keySet());
    }
    return resource.physicalResourceId();
  }

  String table(Table table) {
    StringBuilder name = new StringBuilder();
    for (String word : table.label().split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return storage(name + "Table");
  }

  /** An output of the storage stack. */
  String storage(String output) {
    String value = storage.get(output);
    if (value == null) {
      throw new AssertionError("The storage stack has no output " + output);
    }
    return value;
  }

  String deadLetterQueue() {
    return physicalId("Undelivered");
  }

  /** Calls a function by the alias that the triggers use. */
  Invoked invoke(String function, String event) {
    var answer =
        aws.lambda.invoke(
            invoke ->
                invoke
                    .functionName(physicalId(function))
                    .qualifier("live")
                    .payload(SdkBytes.fromUtf8String(event)));
    return new Invoked(answer.functionError() == null, answer.payload().asUtf8String());
  }

  /** What a function answered. */
  record Invoked(boolean ok, String payload) {
    JsonNode json() {
      return Json.object(payload);
    }
  }
}
