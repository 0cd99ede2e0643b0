package org.firstbatch.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One place in which two versions of a record differ.
 *
 * @param pointer an RFC 6901 pointer into the record
 * @param before what was there; null where nothing was
 * @param after what is there; null where nothing is
 */
record Difference(String pointer, JsonNode before, JsonNode after) {

  /** All places in which two versions differ; a version that is not there is a JSON null. */
  static List<Difference> between(JsonNode before, JsonNode after) {
    SortedMap<String, JsonNode> old = leaves(before);
    SortedMap<String, JsonNode> fresh = leaves(after);
    SortedSet<String> pointers = new TreeSet<>(old.keySet());
    pointers.addAll(fresh.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String pointer : pointers) {
      JsonNode one = old.getOrDefault(pointer, NullNode.getInstance());
      JsonNode other = fresh.getOrDefault(pointer, NullNode.getInstance());
      if (!one.equals(other)) {
        differences.add(new Difference(pointer, one, other));
      }
    }
    return differences;
  }

  private static SortedMap<String, JsonNode> leaves(JsonNode root) {
    SortedMap<String, JsonNode> leaves = new TreeMap<>();
    collect("", root, leaves);
    return leaves;
  }

  private static void collect(String pointer, JsonNode node, SortedMap<String, JsonNode> leaves) {
    if (node.isObject()) {
      node.properties()
          .forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(pointer + "/" + i, node.get(i), leaves);
      }
    } else if (!node.isNull()) {
      leaves.put(pointer, node);
    }
  }
}
