package org.firstbatch.casework.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query.
 *
 * @param records in the order asked for
 * @param next the sort key to ask after for the next page; null when nothing is left
 */
public record RecordPage(List<StoredRecord> records, @Nullable String next) {

  public RecordPage {
    records = List.copyOf(records);
  }
}
