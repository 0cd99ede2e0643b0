package org.firstbatch.measures.policy;

import org.firstbatch.measures.explain.UsedParameter;

/**
 * A value of the edition together with where it comes from.
 *
 * @param value the value to compute with
 * @param parameter the same for explanations
 */
public record Used<T>(T value, UsedParameter parameter) {}
