package org.firstbatch.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.json.Json;

/**
 * A pattern of EventBridge, which is also the filter of a stream: every field that it names must
 * have one of the values that it lists.
 *
 * @param root the pattern
 */
public record EventPattern(JsonNode root) {

  /** Reads a pattern as JSON text, as stream filters are written. */
  static EventPattern parse(String json) {
    return new EventPattern(Json.object(json));
  }

  /** The patterns below {@code FilterCriteria}; none where there is no such filter. */
  static List<EventPattern> filters(Map<String, Object> properties) {
    return Tree.list(Tree.at(properties, "FilterCriteria", "Filters")).stream()
        .map(filter -> parse(Tree.text(Tree.map(filter), "Pattern")))
        .toList();
  }

  /** Whether any of some filters takes an event; without filters all are taken. */
  public static boolean anyTakes(List<EventPattern> filters, JsonNode event) {
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.takes(event));
  }

  static EventPattern of(Map<String, Object> tree) {
    return new EventPattern(Json.mapper().valueToTree(tree));
  }

  /** Whether it takes an event. */
  public boolean takes(JsonNode event) {
    return takesObject(root, event);
  }

  private static boolean takesObject(JsonNode pattern, JsonNode event) {
    return pattern.properties().stream()
        .allMatch(
            field ->
                field.getKey().equals("$or")
                    ? any(field.getValue(), event)
                    : takesField(field.getValue(), event.path(field.getKey())));
  }

  private static boolean any(JsonNode patterns, JsonNode event) {
    return patterns.valueStream().anyMatch(pattern -> takesObject(pattern, event));
  }

  private static boolean takesField(JsonNode pattern, JsonNode value) {
    if (pattern.isObject()) {
      return takesObject(pattern, value);
    }
    return value.isArray()
        ? value.valueStream().anyMatch(each -> listed(pattern, each))
        : listed(pattern, value);
  }

  private static boolean listed(JsonNode choices, JsonNode value) {
    return choices
        .valueStream()
        .anyMatch(choice -> choice.isObject() ? compares(choice, value) : choice.equals(value));
  }

  private static boolean compares(JsonNode comparison, JsonNode value) {
    Map.Entry<String, JsonNode> only = comparison.properties().iterator().next();
    JsonNode operand = only.getValue();
    return switch (only.getKey()) {
      case "prefix" -> value.isTextual() && value.textValue().startsWith(operand.asText());
      case "suffix" -> value.isTextual() && value.textValue().endsWith(operand.asText());
      case "exists" -> operand.asBoolean() != value.isMissingNode();
      case "anything-but" ->
          !value.isMissingNode()
              && !(operand.isArray() ? listed(operand, value) : operand.equals(value));
      default ->
          throw new IllegalArgumentException("The comparison is not understood: " + comparison);
    };
  }
}
