package org.firstbatch.measures.explain;

/** The name of a fact: where it stands in the record and what people call it. */
public interface FactName {
  /** The fact's place in its record, dotted, e.g. {@code supplyContract.signed}. */
  String path();

  /** What officials call it. */
  Text label();
}
