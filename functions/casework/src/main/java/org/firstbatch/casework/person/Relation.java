package org.firstbatch.casework.person;

import java.time.Instant;

/**
 * A relation that a person has declared to an organisation; they act on none of its cases.
 *
 * @param person who declared it
 * @param organisation to whom
 * @param ground of what kind, in the person's words
 * @param declaredAt when
 */
public record Relation(String person, String organisation, String ground, Instant declaredAt) {}
