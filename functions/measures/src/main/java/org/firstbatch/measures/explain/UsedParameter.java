package org.firstbatch.measures.explain;

/**
 * A parameter or an option of the edition that a rule relied on.
 *
 * @param key the parameter's key in the edition, or {@code option.N} for question N
 * @param value as it stands in the edition
 * @param unit the value's unit, {@code option} for an option
 * @param from the day from which the value is in force, as 2025-07-01
 * @param article the article it comes from, e.g. 第七条
 */
public record UsedParameter(String key, String value, String unit, String from, String article) {}
