package org.firstbatch.storage;

import java.util.Locale;
import org.firstbatch.casework.record.Index;

/** What the secondary indexes are called in the template. */
public final class IndexNames {

  private IndexNames() {}

  /** For example {@code journal-by-day}. */
  public static String name(Index index) {
    return index.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
