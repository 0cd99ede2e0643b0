package org.firstbatch.allocation;

import java.time.Instant;
import java.util.Optional;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * The closing of a fiscal year, by two signers of the Finance bureau.
 *
 * @param year the fiscal year
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param approvedBy who approved it; null before
 * @param approvedAt when; null before
 * @param closed what became of the claims; null until the year is closed
 */
record Closing(
    int year,
    String proposedBy,
    Instant proposedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Closed closed) {

  static final Kind<Closing> KIND = Kind.of("year-closing", Closing.class);

  /**
   * What became of the claims that were not fully funded.
   *
   * @param setAside how many queue on in the next year by insuring time
   * @param carried how many stand first in line in the next year (question 10)
   * @param lapsed how many lapse
   */
  record Closed(int setAside, int carried, int lapsed) {}

  boolean isApproved() {
    return approvedAt != null;
  }

  static RecordKey key(String scheme, int year) {
    return new RecordKey(Table.PLANS, Plans.partition(scheme, year), "closing");
  }

  static Optional<Stored<Closing>> find(Records records, String scheme, int year) {
    return records.find(key(scheme, year)).map(KIND::read);
  }
}
