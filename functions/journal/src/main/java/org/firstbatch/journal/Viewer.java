package org.firstbatch.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Role;

/**
 * Who looks at the journal. Auditors and the three bodies see everything of the scheme; others see
 * what concerns their organisation. Enterprises, insurers and evaluators see body and capacity of
 * who acted, and the person only among their own people.
 */
final class Viewer {

  private static final List<String> PERSON_FIELDS = List.of("person", "proposedBy", "decidedBy");

  private final Role role;
  private final String organisation;

  private Viewer(Role role, String organisation) {
    this.role = role;
    this.organisation = organisation;
  }

  static Viewer of(Membership membership) {
    return new Viewer(membership.role(), membership.organisation());
  }

  boolean maySee(JournalEntry entry) {
    return role == Role.AUDITOR
        || role.isReviewBody()
        || entry.organisations().contains(organisation);
  }

  /** An entry as this viewer sees it. */
  Map<String, Object> view(JournalEntry entry) {
    boolean named = role.isPublicBody() || isOwn(entry) || entry.person().equals(Actor.SYSTEM);
    Map<String, Object> view = head(entry);
    if (named) {
      view.put("person", entry.person());
    }
    view.put("facts", role.isPublicBody() ? entry.facts() : withoutOthers(entry));
    view.put("request", entry.request());
    view.put("previous", entry.previous());
    view.put("hash", entry.hash());
    return view;
  }

  /** An entry with everything in it, for the person it is about and those who administer them. */
  static Map<String, Object> whole(JournalEntry entry) {
    Map<String, Object> view = head(entry);
    view.put("person", entry.person());
    view.put("facts", entry.facts());
    view.put("request", entry.request());
    return view;
  }

  private static Map<String, Object> head(JournalEntry entry) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("kind", entry.subjectKind());
    view.put("id", entry.subject());
    view.put("sequence", entry.sequence());
    view.put("type", entry.type());
    view.put("at", entry.at());
    view.put("organisation", entry.organisation());
    view.put("role", entry.role());
    if (entry.capacity() != null) {
      view.put("capacity", entry.capacity());
    }
    if (entry.ground() != null) {
      view.put("ground", entry.ground());
    }
    return view;
  }

  private boolean isOwn(JournalEntry entry) {
    return entry.organisation().equals(organisation) && entry.role().equals(role.label());
  }

  private JsonNode withoutOthers(JournalEntry entry) {
    JsonNode facts = entry.facts().deepCopy();
    strip(facts, isOwn(entry) ? "" : entry.person());
    return facts;
  }

  /** Takes out who acted, wherever it is said, and persons of other organisations. */
  private void strip(JsonNode node, String actor) {
    if (node instanceof ObjectNode object) {
      boolean own = object.path("organisation").asText().equals(organisation);
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.get(name);
        boolean isPerson = PERSON_FIELDS.contains(name) && !own;
        if (isPerson || (!actor.isEmpty() && value.asText().equals(actor))) {
          object.remove(name);
        } else {
          strip(value, actor);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(each -> strip(each, actor));
    }
  }
}
