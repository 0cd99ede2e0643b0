package org.firstbatch.certification;

import java.util.EnumMap;
import java.util.Map;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Stage;
import org.jspecify.annotations.Nullable;

/** Puts an application on a list that is to certify it, and takes it off again. */
final class Listing {

  private Listing() {}

  static Application on(Application old, String list, String person) {
    Map<Stage, String> persons = persons(old);
    persons.put(Stage.PUBLISH, person);
    return with(old, persons, list);
  }

  static Application off(Application old) {
    Map<Stage, String> persons = persons(old);
    persons.remove(Stage.PUBLISH);
    return with(old, persons, null);
  }

  private static Map<Stage, String> persons(Application old) {
    Map<Stage, String> persons = new EnumMap<>(Stage.class);
    persons.putAll(old.persons());
    return persons;
  }

  private static Application with(
      Application old, Map<Stage, String> persons, @Nullable String list) {
    return new Application(
        old.id(),
        old.enterprise(),
        old.state(),
        old.form(),
        old.changedIn(),
        old.filed(),
        old.turn(),
        old.open(),
        persons,
        old.confirmation(),
        old.assessment(),
        old.evaluator(),
        old.closing(),
        list);
  }
}
