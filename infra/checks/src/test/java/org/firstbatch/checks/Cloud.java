package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.json.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A template as it is written, {@code !Ref x} as {@code {"!Ref": "x"}}; nothing is resolved. */
final class Cloud {

  private Cloud() {}

  static JsonNode read(Path template) {
    return Json.mapper().valueToTree(new Yaml(new Tags()).load(Checkout.text(template)));
  }

  /** Logical id and declaration of each resource of a type. */
  static List<Map.Entry<String, JsonNode>> resources(JsonNode template, String type) {
    return template.path("Resources").properties().stream()
        .filter(each -> each.getValue().path("Type").asText().equals(type))
        .toList();
  }

  /** Every event of a type, named by function and event. */
  static List<Map.Entry<String, JsonNode>> events(JsonNode template, String type) {
    List<Map.Entry<String, JsonNode>> events = new ArrayList<>();
    for (var function : resources(template, "AWS::Serverless::Function")) {
      for (var event : function.getValue().path("Properties").path("Events").properties()) {
        if (event.getValue().path("Type").asText().equals(type)) {
          String name = function.getKey() + "." + event.getKey();
          events.add(Map.entry(name, event.getValue().path("Properties")));
        }
      }
    }
    return events;
  }

  /** Every policy statement anywhere below a node. */
  static List<JsonNode> statements(JsonNode node) {
    List<JsonNode> statements = new ArrayList<>();
    for (JsonNode statement : node.findValues("Statement")) {
      if (statement.isArray()) {
        statement.forEach(statements::add);
      } else {
        statements.add(statement);
      }
    }
    return statements;
  }

  /** A value or the values of a list. */
  static List<JsonNode> each(JsonNode node) {
    return node.isArray()
        ? node.valueStream().toList()
        : node.isMissingNode() ? List.of() : List.of(node);
  }

  private static final class Tags extends SafeConstructor {
    Tags() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new Tagged());
    }

    private final class Tagged extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        return Map.of(node.getTag().getValue(), value(node));
      }
    }

    private Object value(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalArgumentException("No tag takes " + node);
      };
    }
  }
}
