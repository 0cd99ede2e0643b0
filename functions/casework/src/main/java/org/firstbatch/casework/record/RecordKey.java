package org.firstbatch.casework.record;

/**
 * Where a record is.
 *
 * @param table its table
 * @param partition the partition key; begins with the scheme
 * @param sort the sort key, ordered by its UTF-8 bytes
 */
public record RecordKey(Table table, String partition, String sort) {

  /** Separates the parts of a key; sorts before every character that a part may hold. */
  public static final char SEPARATOR = '!';

  public RecordKey {
    if (partition.isEmpty() || sort.isEmpty()) {
      throw new IllegalArgumentException(
          "A key part is empty: " + table + " " + partition + " " + sort);
    }
  }

  /** Joins the parts of a key; a part that holds the separator is refused. */
  public static String join(String... parts) {
    for (String part : parts) {
      if (part.indexOf(SEPARATOR) >= 0) {
        throw new IllegalArgumentException("A key part holds '" + SEPARATOR + "': " + part);
      }
    }
    return String.join(String.valueOf(SEPARATOR), parts);
  }
}
