package org.firstbatch.measures.explain;

/**
 * A fact that a rule looked at.
 *
 * @param name the fact's place in its record, dotted, e.g. {@code supplyContract.signed}
 * @param label what officials call it
 * @param value as people write it: days as 2026-01-31, amounts in yuan with two decimals
 */
public record Fact(String name, Text label, String value) {
  public static Fact of(FactName name, Object value) {
    return new Fact(name.path(), name.label(), value.toString());
  }
}
