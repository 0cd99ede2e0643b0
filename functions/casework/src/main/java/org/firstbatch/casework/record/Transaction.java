package org.firstbatch.casework.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes that happen together or not at all.
 *
 * @param token 1 to 36 characters; the same token with the same writes again, within ten minutes,
 *     changes nothing more
 * @param writes 1 to {@value #MOST_WRITES}, each with a key of its own
 */
public record Transaction(String token, List<Write> writes) {

  /** DynamoDB's limit. */
  public static final int MOST_WRITES = 100;

  public Transaction {
    writes = List.copyOf(writes);
    if (writes.isEmpty() || writes.size() > MOST_WRITES) {
      throw new IllegalArgumentException(
          "A transaction has 1 to " + MOST_WRITES + " writes, not " + writes.size());
    }
    if (token.isEmpty() || token.length() > 36) {
      throw new IllegalArgumentException("A token has 1 to 36 characters: " + token);
    }
    Set<RecordKey> keys = new HashSet<>();
    for (Write write : writes) {
      if (!keys.add(write.key())) {
        throw new IllegalArgumentException("Two writes name " + write.key());
      }
    }
  }
}
