package org.firstbatch.application;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.measures.application.ApplicationFact;
import org.firstbatch.measures.scheme.Condition;

/**
 * Reads which fields of the form, and as {@code evidence.SIZE} which evidence, an authority opens
 * for the applicant, each with the reason.
 */
final class OpenFields {

  private static final String EVIDENCE = "evidence.";

  private OpenFields() {}

  static SortedMap<String, String> read(Fields body, String name) {
    Fields fields = body.object(name);
    NavigableSet<String> known = known();
    SortedMap<String, String> open = new TreeMap<>();
    for (String path : fields.names()) {
      if (known.contains(path)) {
        open.put(path, fields.text(path, 1, 500));
      }
    }
    if (body.has(name) && open.isEmpty()) {
      body.mistake(
          name,
          "至少写明一项及理由，可用：" + known,
          "must name at least one of these, with the reason: " + known);
    }
    return open;
  }

  private static NavigableSet<String> known() {
    NavigableSet<String> known = new TreeSet<>();
    Arrays.stream(ApplicationFact.values()).map(ApplicationFact::path).forEach(known::add);
    Arrays.stream(Condition.values()).map(OpenFields::evidence).forEach(known::add);
    return known;
  }

  /** The name under which a condition's evidence is opened. */
  static String evidence(Condition condition) {
    return EVIDENCE + condition.name();
  }
}
