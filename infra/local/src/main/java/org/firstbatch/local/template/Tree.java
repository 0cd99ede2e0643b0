package org.firstbatch.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into trees of maps, lists and scalars. */
final class Tree {

  private Tree() {}

  /** The object as a map with text keys; an absent one is empty. */
  static Map<String, Object> map(@Nullable Object node) {
    if (!(node instanceof Map<?, ?> map)) {
      return Map.of();
    }
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            result.put(String.valueOf(key), value);
          }
        });
    return result;
  }

  /** The object as a list; an absent one is empty, a single value a list of one. */
  static List<?> list(@Nullable Object node) {
    return switch (node) {
      case null -> List.of();
      case List<?> list -> list;
      default -> List.of(node);
    };
  }

  static @Nullable Object at(Map<String, Object> map, String... path) {
    Object node = map;
    for (String name : path) {
      node = map(node).get(name);
    }
    return node;
  }

  static String text(Map<String, Object> map, String name, String otherwise) {
    Object value = map.get(name);
    return value == null ? otherwise : String.valueOf(value);
  }

  static String text(Map<String, Object> map, String name) {
    Object value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The template lacks " + name + " in " + map.keySet());
    }
    return String.valueOf(value);
  }

  static int number(Map<String, Object> map, String name, int otherwise) {
    return Integer.parseInt(text(map, name, String.valueOf(otherwise)));
  }
}
