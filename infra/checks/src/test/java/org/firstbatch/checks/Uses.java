package org.firstbatch.checks;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which function does what to what, in the words of IAM: {@code claims dynamodb:PutItem}. */
final class Uses {

  private final Map<String, Set<String>> uses = new TreeMap<>();
  private final Set<Set<String>> raising = new HashSet<>();
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

  /** That the input of a year's plans is changed now, with journal entries of these types. */
  void noteChangedInput(Set<String> entries) {
    raising.add(entries);
  }

  /** The types of the entries of each act that changed the input of a year's plans. */
  Set<Set<String>> changedInput() {
    return raising;
  }

  /** By function: resource and action. */
  Map<String, Set<String>> byFunction() {
    return uses;
  }
}
