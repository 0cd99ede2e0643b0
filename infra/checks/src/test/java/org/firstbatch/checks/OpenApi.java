package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.firstbatch.casework.json.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API: its operations, and whether a value fits one of its schemas. */
public final class OpenApi {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig WITH_FORMATS =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Map<String, Operation> operations = new TreeMap<>();

  private OpenApi(JsonNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(path -> read(path.getKey(), path.getValue()).forEach(this::add));
  }

  /**
   * One operation.
   *
   * @param id its operationId
   * @param key its route, for example {@code GET /v1/schemes/{scheme}/policies}
   * @param node as it is written
   * @param parameters of the path and of the operation, references followed
   */
  public record Operation(String id, String key, JsonNode node, List<JsonNode> parameters) {

    /** Whether it says that no token is needed. */
    boolean isPublic() {
      return node.path("security").isArray() && node.path("security").isEmpty();
    }

    /** The names of its query parameters. */
    Set<String> query() {
      return parameters.stream()
          .filter(parameter -> parameter.path("in").asText().equals("query"))
          .map(parameter -> parameter.path("name").asText())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The example of its request; missing when it takes no body. */
    JsonNode request() {
      return node.at("/requestBody/content/application~1json/example");
    }
  }

  /**
   * One representation of an answer or request.
   *
   * @param where for messages
   * @param schema its schema
   * @param examples its examples
   */
  record Content(String where, JsonNode schema, List<JsonNode> examples) {}

  public static OpenApi read() {
    String yaml = Checkout.text(Checkout.root().resolve("infra/openapi.yaml"));
    Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new OpenApi(Json.mapper().valueToTree(tree));
  }

  private void add(Operation operation) {
    if (operations.put(operation.id(), operation) != null) {
      throw new IllegalStateException("two operations are named " + operation.id());
    }
  }

  private List<Operation> read(String path, JsonNode item) {
    List<Operation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : item.properties()) {
      if (METHODS.contains(each.getKey())) {
        String key = each.getKey().toUpperCase(Locale.ROOT) + " " + path;
        JsonNode node = each.getValue();
        List<JsonNode> parameters =
            Stream.concat(all(item.path("parameters")), all(node.path("parameters")))
                .map(this::follow)
                .toList();
        found.add(new Operation(node.path("operationId").asText(), key, node, parameters));
      }
    }
    return found;
  }

  private static Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  public Map<String, Operation> operations() {
    return operations;
  }

  /** What a reference names; anything else itself. */
  JsonNode follow(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  /** What an operation may answer with a status; missing when it does not say. */
  JsonNode response(Operation operation, String status) {
    return follow(operation.node().path("responses").path(status));
  }

  /** Every representation of an operation: of its request, and of each answer. */
  List<Content> contents(Operation operation) {
    List<Content> contents = new ArrayList<>();
    contents(operation.id() + " request", operation.node().path("requestBody"), contents);
    operation
        .node()
        .path("responses")
        .properties()
        .forEach(
            each ->
                contents(operation.id() + " " + each.getKey(), follow(each.getValue()), contents));
    return contents;
  }

  private static void contents(String where, JsonNode node, List<Content> contents) {
    node.path("content")
        .properties()
        .forEach(
            each ->
                contents.add(
                    new Content(
                        where + " " + each.getKey(),
                        each.getValue().path("schema"),
                        examples(each.getValue()))));
  }

  private static List<JsonNode> examples(JsonNode content) {
    List<JsonNode> examples = new ArrayList<>();
    if (content.has("example")) {
      examples.add(content.path("example"));
    }
    content
        .path("examples")
        .properties()
        .forEach(each -> examples.add(each.getValue().path("value")));
    return examples;
  }

  /**
   * A value that is shown outside of requests and answers.
   *
   * @param where for messages
   * @param schema which it should fit
   * @param value the example
   */
  record Shown(String where, JsonNode schema, JsonNode value) {}

  /** The examples of headers, and those of schemas, which may be anywhere in one another. */
  List<Shown> shown() {
    List<Shown> shown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : document.at("/components/headers").properties()) {
      JsonNode node = header.getValue();
      shown.add(new Shown(header.getKey(), node.path("schema"), node.path("example")));
    }
    document
        .at("/components/schemas")
        .properties()
        .forEach(schema -> shown(schema.getKey(), schema.getValue(), shown));
    return shown;
  }

  private static void shown(String where, JsonNode schema, List<Shown> shown) {
    if (schema.path("examples").isArray()) {
      schema.path("examples").forEach(value -> shown.add(new Shown(where, schema, value)));
    }
    schema.properties().forEach(each -> shown(where + "/" + each.getKey(), each.getValue(), shown));
    if (schema.isArray()) {
      schema.forEach(each -> shown(where, each, shown));
    }
  }

  /** What does not fit a schema; empty when all does. */
  Set<ValidationMessage> mistakes(JsonNode schema, JsonNode value) {
    return validate(schema.deepCopy(), document.path("components").deepCopy(), value);
  }

  /** As {@link #mistakes}, and members that the schema does not name are mistakes too. */
  Set<ValidationMessage> mistakesAndUnknown(JsonNode schema, JsonNode value) {
    return validate(
        closed(schema.deepCopy()), closed(document.path("components").deepCopy()), value);
  }

  private static Set<ValidationMessage> validate(
      ObjectNode schema, JsonNode components, JsonNode value) {
    schema.set("components", components);
    return SCHEMAS.getSchema(schema, WITH_FORMATS).validate(value);
  }

  private static ObjectNode closed(ObjectNode schema) {
    schema.forEach(
        each -> {
          if (each instanceof ObjectNode object) {
            closed(object);
          }
        });
    boolean isOpenObject =
        schema.path("type").asText().equals("object") && schema.path("properties").isObject();
    return isOpenObject && !schema.has("additionalProperties")
        ? schema.put("additionalProperties", false)
        : schema;
  }
}
