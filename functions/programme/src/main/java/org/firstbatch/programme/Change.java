package org.firstbatch.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one person proposes and another of the same body decides.
 *
 * @param id begins with the organisation, then orders by time
 * @param kind what it does
 * @param content what it would write, as its act reads it
 * @param summary what changes, in a sentence
 * @param difference what changes, place by place
 * @param before the record that it changes as it was; JSON null where there was none
 * @param basedOn the version of that record, 0 where there was none
 * @param proposedBy the person
 * @param organisation for whom they proposed it; another of its people decides
 * @param role as what
 * @param at when
 * @param state where it stands
 * @param decidedBy who decided; null while open, and where no approval was needed
 * @param decidedAt when; null while open
 * @param ground the ground of a refusal; null otherwise
 */
record Change(
    String id,
    ChangeKind kind,
    JsonNode content,
    Text summary,
    List<Difference> difference,
    JsonNode before,
    long basedOn,
    String proposedBy,
    String organisation,
    Role role,
    Instant at,
    State state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String ground) {

  static final Kind<Change> KIND = Kind.of("change", Change.class);

  Change {
    difference = List.copyOf(difference);
  }

  /** Where a change stands. */
  enum State {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /** What it would change had changed since. */
    STALE
  }

  Change decided(State newState, @Nullable String by, Instant when, @Nullable String why) {
    return new Change(
        id,
        kind,
        content,
        summary,
        difference,
        before,
        basedOn,
        proposedBy,
        organisation,
        role,
        at,
        newState,
        by,
        when,
        why);
  }

  /** As its own body sees it. */
  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("change", id);
    view.put("kind", kind);
    view.put("state", state);
    view.put("summary", summary);
    view.put("difference", difference);
    view.put("content", content);
    view.put("proposedBy", proposedBy);
    view.put("organisation", organisation);
    view.put("role", role.label());
    view.put("at", at);
    if (decidedAt != null) {
      view.put("decidedAt", decidedAt);
    }
    if (decidedBy != null) {
      view.put("decidedBy", decidedBy);
    }
    if (ground != null) {
      view.put("ground", ground);
    }
    return view;
  }

  static String partition(String scheme, String organisation) {
    return RecordKey.join(scheme, "changes", organisation);
  }

  /** Where a change is kept; its organisation is the part of its id before the tilde. */
  static RecordKey key(String scheme, String id) {
    int tilde = id.indexOf('~');
    String organisation = tilde < 1 ? "-" : id.substring(0, tilde);
    return new RecordKey(Table.PROGRAMME, partition(scheme, organisation), id);
  }
}
