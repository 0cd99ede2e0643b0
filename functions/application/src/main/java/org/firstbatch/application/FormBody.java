package org.firstbatch.application;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.measures.application.ApplicationFact;
import org.jspecify.annotations.Nullable;

/** Reads fields of an application's form, each checked by its kind; the rest may be missing. */
final class FormBody {

  private static final int MOST_TEXT = 2_000;

  private FormBody() {}

  /** The fields that are filled in. */
  static SortedMap<String, String> read(Fields body, String name) {
    Fields fields = body.object(name);
    SortedMap<String, String> form = new TreeMap<>();
    Arrays.stream(ApplicationFact.values())
        .filter(fact -> fields.has(fact.path()))
        .forEach(fact -> form.put(fact.path(), value(fields, fact)));
    return form;
  }

  /** The fields that are to be changed, with what they become: null to empty one. */
  static SortedMap<String, @Nullable String> changes(Fields body, String name) {
    Fields fields = body.object(name);
    SortedMap<String, @Nullable String> changes = new TreeMap<>();
    for (ApplicationFact fact : ApplicationFact.values()) {
      if (fields.isNull(fact.path())) {
        changes.put(fact.path(), null);
      } else if (fields.has(fact.path())) {
        changes.put(fact.path(), value(fields, fact));
      }
    }
    if (body.has(name) && fields.names().isEmpty()) {
      body.mistake(name, "至少写一项", "must name at least one field");
    }
    return changes;
  }

  private static String value(Fields fields, ApplicationFact fact) {
    String value = fields.text(fact.path(), 1, MOST_TEXT);
    if (!value.isEmpty()) {
      fact.findFault(value)
          .ifPresent(
              fault ->
                  fields.mistake(
                      fact.path(),
                      fact.label().zh() + "：" + fault.zh() + "，现为“" + value + "”",
                      fact.label().en() + ": " + fault.en() + ", not \"" + value + "\""));
    }
    return value;
  }
}
