package org.firstbatch.casework.fake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;

/** DynamoDB's limits on one item, in bytes of UTF-8, names of attributes included. */
final class ItemLimits {

  static final int MOST_ITEM_BYTES = 400 * 1024;
  static final int MOST_PAGE_BYTES = 1024 * 1024;
  static final int MOST_TRANSACTION_BYTES = 4 * 1024 * 1024;

  /** The names of the fixed attributes, three numbers and an instant. */
  private static final int FIXED_BYTES = 100;

  private ItemLimits() {}

  /** The size of a record; refused when it is larger than the store takes. */
  static int check(StoredRecord record) {
    check(record.key());
    int size = size(record);
    if (size > MOST_ITEM_BYTES) {
      throw new PermanentFault(
          record.key() + " has " + size + " bytes, the store takes " + MOST_ITEM_BYTES);
    }
    return size;
  }

  static void check(RecordKey key) {
    if (!key.isPossible()) {
      throw new PermanentFault(
          "The key is longer than %d + %d bytes: %s"
              .formatted(RecordKey.MOST_PARTITION_BYTES, RecordKey.MOST_SORT_BYTES, key));
    }
  }

  static int size(StoredRecord record) {
    int size = FIXED_BYTES + bytes(record.key().partition()) + bytes(record.key().sort());
    size += bytes(record.edition()) + bytes(record.body()) + bytes(record.journal().hash());
    for (Map.Entry<String, String> attribute : record.attributes().entrySet()) {
      size += bytes(attribute.getKey()) + bytes(attribute.getValue());
    }
    return size;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
