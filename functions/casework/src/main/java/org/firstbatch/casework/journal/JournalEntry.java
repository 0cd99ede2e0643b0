package org.firstbatch.casework.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, and the only way anything later hears of it.
 *
 * @param scheme the scheme
 * @param subjectKind what it happened to, for example {@code policy}
 * @param subject which one
 * @param sequence its place in the subject's chain, from 1
 * @param type what happened, for example {@code policy.registered}
 * @param schema the schema number of {@code facts}
 * @param at the instant of the act
 * @param person who; "system" for a function that acts by itself
 * @param organisation for whom they acted
 * @param role as what
 * @param capacity in what capacity; null for the system
 * @param organisations all organisations concerned: they may read it
 * @param ground the ground given, where the act needs one
 * @param facts what changed; no free text about persons
 * @param request the gateway's request id or the event's
 * @param previous the hash of the entry before, empty for the first
 */
public record JournalEntry(
    String scheme,
    String subjectKind,
    String subject,
    long sequence,
    String type,
    int schema,
    Instant at,
    String person,
    String organisation,
    String role,
    @Nullable String capacity,
    List<String> organisations,
    @Nullable String ground,
    JsonNode facts,
    String request,
    String previous) {

  public JournalEntry {
    organisations = List.copyOf(organisations);
  }

  /** The SHA-256 of the entry as it is stored, in hexadecimal: the next entry names it. */
  public String hash() {
    return Hashes.hex(Json.write(this));
  }
}
