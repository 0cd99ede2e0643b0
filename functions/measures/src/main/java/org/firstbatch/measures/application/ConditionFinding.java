package org.firstbatch.measures.application;

import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.scheme.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What a person found of one condition.
 *
 * @param condition the condition
 * @param outcome how it came out
 * @param ground why; needed unless it is met
 */
public record ConditionFinding(Condition condition, Outcome outcome, @Nullable String ground) {}
