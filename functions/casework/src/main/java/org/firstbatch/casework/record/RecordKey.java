package org.firstbatch.casework.record;

import java.nio.charset.StandardCharsets;

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

  /** How long a partition key may be, in bytes of UTF-8. */
  public static final int MOST_PARTITION_BYTES = 2048;

  /** How long a sort key may be, in bytes of UTF-8. */
  public static final int MOST_SORT_BYTES = 1024;

  public RecordKey {
    if (partition.isEmpty() || sort.isEmpty()) {
      throw new IllegalArgumentException(
          "A key part is empty: " + table + " " + partition + " " + sort);
    }
  }

  /** Whether the store could hold a record here; nothing is found where it could not. */
  public boolean isPossible() {
    return isPossiblePartition(partition) && isPossibleSort(sort);
  }

  /** Whether a partition could have this key. */
  public static boolean isPossiblePartition(String partition) {
    return !partition.isEmpty() && bytes(partition) <= MOST_PARTITION_BYTES;
  }

  /** Whether a record could have this sort key. */
  public static boolean isPossibleSort(String sort) {
    return !sort.isEmpty() && bytes(sort) <= MOST_SORT_BYTES;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Joins the parts of a key. A space, the separator and a double quote inside a part are written
   * {@code "0}, {@code "1} and {@code "2}: so keys sort as their parts do, by the bytes of UTF-8.
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
    return part.indexOf(' ') < 0 && part.indexOf(SEPARATOR) < 0 && part.indexOf('"') < 0
        ? part
        : part.replace("\"", "\"2").replace(" ", "\"0").replace("!", "\"1");
  }
}
