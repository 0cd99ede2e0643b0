package org.firstbatch.casework.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.firstbatch.casework.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a use case says of a change; the unit of work makes the journal entry from it.
 *
 * @param type what happened, for example {@code policy.registered}
 * @param subjectKind what it happened to
 * @param subject which one
 * @param organisations the organisations concerned, besides the acting one
 * @param ground the ground given, or null
 * @param facts what changed, written as JSON; a record or a map
 */
public record Happening(
    String type,
    String subjectKind,
    String subject,
    List<String> organisations,
    @Nullable String ground,
    Object facts) {

  public Happening {
    organisations = List.copyOf(organisations);
  }

  /** Without a ground. */
  public static Happening of(
      String type, String subjectKind, String subject, List<String> organisations, Object facts) {
    return new Happening(type, subjectKind, subject, organisations, null, facts);
  }

  /** The same happening with one more fact, for example its receipt. */
  public Happening with(String name, Object value) {
    ObjectNode all = Json.mapper().valueToTree(facts);
    all.set(name, Json.mapper().valueToTree(value));
    return new Happening(type, subjectKind, subject, organisations, ground, all);
  }
}
