package org.firstbatch.checks;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which function does what to what, in the words of IAM: {@code claims dynamodb:PutItem}. */
final class Uses {

  private final Map<String, Set<String>> uses = new TreeMap<>();
  private String function = "";

  /** From now on this function is at work. */
  void by(String name) {
    function = name;
  }

  /**
   * What is done now.
   *
   * @param resource a table's label, or a bucket's with the object's path behind it
   */
  void note(String resource, String action) {
    uses.computeIfAbsent(function, _ -> new TreeSet<>()).add(resource + " " + action);
  }

  /** By function: resource and action. */
  Map<String, Set<String>> byFunction() {
    return uses;
  }
}
