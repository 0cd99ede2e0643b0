package org.firstbatch.filing;

import java.util.List;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.explain.Finding;

/**
 * Why one row of a filing was not filed; a record of its own, since 5,000 would not fit in the
 * filing's.
 *
 * @param row its place in the filing, from 1
 * @param policy the id that the row names
 * @param findings what is not met, at least one
 */
record RowFinding(int row, String policy, List<Finding> findings) {

  static final Kind<RowFinding> KIND = Kind.of("filing-finding", RowFinding.class);
  static final String PREFIX = "finding" + RecordKey.SEPARATOR;

  RowFinding {
    findings = List.copyOf(findings);
  }

  static String partition(String scheme, String filing) {
    return RecordKey.join(scheme, "filing", filing);
  }

  static RecordKey key(String scheme, String filing, int row) {
    return new RecordKey(
        Table.FILINGS, partition(scheme, filing), RecordKey.join("finding", "%04d".formatted(row)));
  }
}
