package org.firstbatch.casework.act;

import java.time.Instant;
import org.firstbatch.casework.person.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for whom, when.
 *
 * @param scheme the scheme in which they act
 * @param at the instant of the act: the gateway's or the event's, never the function's
 * @param person the token's subject, or {@value #SYSTEM}
 * @param organisation for whom
 * @param role as what, a label of {@link org.firstbatch.casework.person.Role} or {@value #SYSTEM}
 * @param capacity in what capacity; null for the system
 * @param request the gateway's request id or the event's
 * @param edition the edition of the scheme in force
 */
public record Actor(
    String scheme,
    Instant at,
    String person,
    String organisation,
    String role,
    @Nullable Capacity capacity,
    String request,
    String edition) {

  /** The person of an act that nobody asked for, for example the quarterly job. */
  public static final String SYSTEM = "system";

  /** A function that acts by itself, on a schedule or an event. */
  public static Actor system(String scheme, Instant at, String request, String edition) {
    return new Actor(scheme, at, SYSTEM, SYSTEM, SYSTEM, null, request, edition);
  }

  /** The same, in another of their capacities. */
  public Actor as(Capacity other) {
    return new Actor(scheme, at, person, organisation, role, other, request, edition);
  }
}
