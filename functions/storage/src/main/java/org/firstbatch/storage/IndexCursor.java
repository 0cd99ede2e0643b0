package org.firstbatch.storage;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.UnknownCursor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where to go on in an index: the sort value alone does not tell, since many records may share it.
 */
final class IndexCursor {

  private static final String SEPARATOR = "\u0000";

  private IndexCursor() {}

  static String cursor(Index index, Map<String, AttributeValue> last) {
    String joined =
        String.join(
            SEPARATOR,
            Items.text(last, index.sortAttribute()),
            Items.text(last, Items.PARTITION),
            Items.text(last, Items.SORT));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  static Map<String, AttributeValue> start(Index index, String partition, String cursor) {
    List<String> parts = parts(index, cursor);
    return Map.of(
        index.partitionAttribute(),
        AttributeValue.fromS(partition),
        index.sortAttribute(),
        AttributeValue.fromS(parts.get(0)),
        Items.PARTITION,
        AttributeValue.fromS(parts.get(1)),
        Items.SORT,
        AttributeValue.fromS(parts.get(2)));
  }

  private static List<String> parts(Index index, String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      List<String> parts = List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
      if (parts.size() == 3 && arePossible(parts)) {
        return parts;
      }
    } catch (IllegalArgumentException e) {
      throw new UnknownCursor("Not a cursor of " + index + ": " + cursor, e);
    }
    throw new UnknownCursor("Not a cursor of " + index + ": " + cursor);
  }

  private static boolean arePossible(List<String> parts) {
    return RecordKey.isPossibleSort(parts.get(0))
        && RecordKey.isPossiblePartition(parts.get(1))
        && RecordKey.isPossibleSort(parts.get(2));
  }
}
