package org.firstbatch.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a table's declaration. */
final class TableReader {

  private TableReader() {}

  static TableSpec read(Stack.Resource resource) {
    Map<String, Object> properties = resource.properties();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Object each : Tree.list(properties.get("AttributeDefinitions"))) {
      Map<String, Object> attribute = Tree.map(each);
      attributes.put(Tree.text(attribute, "AttributeName"), Tree.text(attribute, "AttributeType"));
    }
    return new TableSpec(
        resource.name(),
        attributes,
        key(properties),
        indexes(properties),
        Objects.toString(Tree.at(properties, "StreamSpecification", "StreamViewType"), ""));
  }

  private static List<TableSpec.IndexSpec> indexes(Map<String, Object> properties) {
    return Tree.list(properties.get("GlobalSecondaryIndexes")).stream()
        .map(Tree::map)
        .map(
            index ->
                new TableSpec.IndexSpec(
                    Tree.text(index, "IndexName"),
                    key(index),
                    Tree.text(Tree.map(index.get("Projection")), "ProjectionType")))
        .toList();
  }

  private static TableSpec.Key key(Map<String, Object> properties) {
    String partition = "";
    String sort = "";
    for (Object each : Tree.list(properties.get("KeySchema"))) {
      Map<String, Object> element = Tree.map(each);
      String attribute = Tree.text(element, "AttributeName");
      if (Tree.text(element, "KeyType").equals("HASH")) {
        partition = attribute;
      } else {
        sort = attribute;
      }
    }
    return new TableSpec.Key(partition, sort);
  }
}
