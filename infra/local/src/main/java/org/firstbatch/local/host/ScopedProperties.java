package org.firstbatch.local.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * System properties that stand for environment variables, until closed. Micronaut reads {@code
 * A_B_C} as {@code a.b.c}, {@code a.b-c}, {@code a-b.c} and {@code a-b-c}; so are they set.
 */
final class ScopedProperties implements AutoCloseable {

  private final Map<String, String> before = new HashMap<>();
  private final List<String> added = new ArrayList<>();

  ScopedProperties(Map<String, String> environment) {
    environment.forEach((name, value) -> names(name).forEach(each -> set(each, value)));
  }

  private void set(String name, String value) {
    String old = System.setProperty(name, value);
    if (old == null) {
      added.add(name);
    } else {
      before.putIfAbsent(name, old);
    }
  }

  /** Every property that a variable may stand for. */
  static List<String> names(String variable) {
    List<String> names = List.of("");
    for (String word : variable.toLowerCase(Locale.ROOT).split("_")) {
      List<String> longer = new ArrayList<>();
      for (String name : names) {
        for (String separator : name.isEmpty() ? List.of("") : List.of(".", "-")) {
          longer.add(name + separator + word);
        }
      }
      names = longer;
    }
    return names;
  }

  @Override
  public void close() {
    added.forEach(System::clearProperty);
    before.forEach(System::setProperty);
  }
}
