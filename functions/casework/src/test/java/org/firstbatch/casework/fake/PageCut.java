package org.firstbatch.casework.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.StoredRecord;

/**
 * Cuts a page as DynamoDB does: at the limit, or behind the first record that goes beyond one
 * megabyte, and with a next key in both cases even when nothing follows.
 */
final class PageCut {

  private final List<StoredRecord> records = new ArrayList<>();
  private final int limit;
  private long bytes;

  private PageCut(int limit) {
    this.limit = limit;
  }

  static RecordPage of(
      NavigableMap<String, StoredRecord> sorted,
      RecordQuery query,
      Function<StoredRecord, String> cursor) {
    PageCut cut = new PageCut(query.limit());
    for (StoredRecord record : ordered(sorted, query).values()) {
      if (cut.isFull()) {
        break;
      }
      cut.add(record);
    }
    List<StoredRecord> page = cut.records;
    return new RecordPage(page, cut.isFull() ? cursor.apply(page.getLast()) : null);
  }

  private static NavigableMap<String, StoredRecord> ordered(
      NavigableMap<String, StoredRecord> sorted, RecordQuery query) {
    NavigableMap<String, StoredRecord> within = startingWith(query.prefix(), sorted);
    NavigableMap<String, StoredRecord> ordered = query.forward() ? within : within.descendingMap();
    String after = query.after();
    return after == null ? ordered : behind(after, ordered);
  }

  private static NavigableMap<String, StoredRecord> startingWith(
      String prefix, NavigableMap<String, StoredRecord> sorted) {
    if (prefix.isEmpty() || sorted.isEmpty()) {
      return sorted;
    }
    String beyond = prefix + Character.toString(Character.MAX_CODE_POINT);
    return sorted.subMap(prefix, true, beyond, true);
  }

  /** A sub-map refuses bounds outside its own, so what lies outside is settled here. */
  private static NavigableMap<String, StoredRecord> behind(
      String after, NavigableMap<String, StoredRecord> ordered) {
    if (ordered.isEmpty()) {
      return ordered;
    }
    if (compare(ordered, after, ordered.firstKey()) < 0) {
      return ordered;
    }
    if (compare(ordered, after, ordered.lastKey()) >= 0) {
      return ordered.headMap(ordered.firstKey(), false);
    }
    return ordered.tailMap(after, false);
  }

  private static int compare(NavigableMap<String, StoredRecord> ordered, String a, String b) {
    int ascending = Utf8Order.INSTANCE.compare(a, b);
    return Utf8Order.INSTANCE.compare(ordered.firstKey(), ordered.lastKey()) <= 0
        ? ascending
        : -ascending;
  }

  private void add(StoredRecord record) {
    records.add(record);
    bytes += ItemLimits.size(record);
  }

  private boolean isFull() {
    return records.size() == limit || bytes >= ItemLimits.MOST_PAGE_BYTES;
  }
}
