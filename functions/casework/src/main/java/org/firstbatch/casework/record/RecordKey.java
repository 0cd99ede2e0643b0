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

  /**
   * Joins the parts of a key; the separator inside a part is written %21, and a percent sign %25.
   */
  public static String join(String... parts) {
    StringBuilder key = new StringBuilder();
    for (String part : parts) {
      if (!key.isEmpty()) {
        key.append(SEPARATOR);
      }
      key.append(escaped(part));
    }
    return key.toString();
  }

  private static String escaped(String part) {
    return part.indexOf(SEPARATOR) < 0 && part.indexOf('%') < 0
        ? part
        : part.replace("%", "%25").replace("!", "%21");
  }
}
