package org.firstbatch.casework.record;

import org.jspecify.annotations.Nullable;

/**
 * A part of one partition in the order of the sort key.
 *
 * @param table the table
 * @param partition the partition key
 * @param prefix only sort keys that begin with this; empty for all
 * @param after only sort keys behind this one (before it when backward), exclusive; null for all
 * @param limit at most so many records in the page, 1 to 1,000
 * @param forward ascending order
 */
public record RecordQuery(
    Table table,
    String partition,
    String prefix,
    @Nullable String after,
    int limit,
    boolean forward) {

  public RecordQuery {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit is 1 to 1000, not " + limit);
    }
  }

  /** All of a partition, ascending, in pages of 1,000. */
  public static RecordQuery all(Table table, String partition) {
    return new RecordQuery(table, partition, "", null, 1000, true);
  }

  /** All sort keys of a partition that begin with a prefix, ascending, in pages of 1,000. */
  public static RecordQuery prefixed(Table table, String partition, String prefix) {
    return new RecordQuery(table, partition, prefix, null, 1000, true);
  }

  public RecordQuery after(@Nullable String sort) {
    return new RecordQuery(table, partition, prefix, sort, limit, forward);
  }

  public RecordQuery limit(int most) {
    return new RecordQuery(table, partition, prefix, after, most, forward);
  }

  public RecordQuery backward() {
    return new RecordQuery(table, partition, prefix, after, limit, false);
  }
}
