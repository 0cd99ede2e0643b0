package org.firstbatch.casework.problem;

/**
 * A message for a person, in both languages.
 *
 * @param zh Chinese, shown first
 * @param en English, shown beside it
 */
public record Text(String zh, String en) {}
