package org.firstbatch.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.JournalHead;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Records as items: {@code pk}, {@code sk}; {@code v} version, {@code s} schema number, {@code e}
 * edition, {@code c} created at, {@code b} body; {@code js} and {@code jh} the end of the journal
 * chain, left out before the first entry; index attributes by their own names. A counter has {@code
 * n} instead.
 */
final class Items {

  static final String PARTITION = "pk";
  static final String SORT = "sk";
  static final String VERSION = "v";
  static final String COUNT = "n";

  /** The attribute by which DynamoDB forgets an item: seconds of the epoch, as a number. */
  static final String EXPIRY = "ttl";

  private static final String SCHEMA = "s";
  private static final String EDITION = "e";
  private static final String CREATED = "c";
  private static final String BODY = "b";
  private static final String JOURNAL_SEQUENCE = "js";
  private static final String JOURNAL_HASH = "jh";
  private static final Set<String> OWN =
      Set.of(
          PARTITION,
          SORT,
          VERSION,
          SCHEMA,
          EDITION,
          CREATED,
          BODY,
          JOURNAL_SEQUENCE,
          JOURNAL_HASH,
          COUNT);

  /** How many attributes a record without index attributes and journal chain has. */
  private static final int FEWEST = 7;

  private Items() {}

  static Map<String, AttributeValue> key(RecordKey key) {
    return Map.of(
        PARTITION, AttributeValue.fromS(key.partition()), SORT, AttributeValue.fromS(key.sort()));
  }

  static Map<String, AttributeValue> item(StoredRecord record) {
    Map<String, AttributeValue> item = new HashMap<>(32);
    item.put(PARTITION, AttributeValue.fromS(record.key().partition()));
    item.put(SORT, AttributeValue.fromS(record.key().sort()));
    item.put(VERSION, number(record.version()));
    item.put(SCHEMA, number(record.schema()));
    item.put(EDITION, AttributeValue.fromS(record.edition()));
    item.put(CREATED, AttributeValue.fromS(record.createdAt().toString()));
    item.put(BODY, AttributeValue.fromS(record.body()));
    if (!record.journal().equals(JournalHead.NONE)) {
      item.put(JOURNAL_SEQUENCE, number(record.journal().sequence()));
      item.put(JOURNAL_HASH, AttributeValue.fromS(record.journal().hash()));
    }
    record.attributes().forEach((name, value) -> putAttribute(item, name, value));
    return item;
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** The record in an item; null when the item is a counter. */
  static @Nullable StoredRecord record(Table table, Map<String, AttributeValue> item) {
    if (item.containsKey(COUNT)) {
      return null;
    }
    RecordKey key = new RecordKey(table, text(item, PARTITION), text(item, SORT));
    try {
      return new StoredRecord(
          key,
          Long.parseLong(count(item, VERSION)),
          Integer.parseInt(count(item, SCHEMA)),
          text(item, EDITION),
          Instant.parse(text(item, CREATED)),
          text(item, BODY),
          journal(item),
          attributes(item));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new PermanentFault("The item cannot be read: " + key + ": " + e.getMessage(), e);
    }
  }

  static long counter(Map<String, AttributeValue> item) {
    AttributeValue count = item.get(COUNT);
    return count == null ? 0 : Long.parseLong(count.n());
  }

  static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    String text = value == null ? null : value.s();
    if (text == null) {
      throw new IllegalArgumentException("no text in attribute " + name);
    }
    return text;
  }

  private static String count(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    String number = value == null ? null : value.n();
    if (number == null) {
      throw new IllegalArgumentException("no number in attribute " + name);
    }
    return number;
  }

  private static JournalHead journal(Map<String, AttributeValue> item) {
    return item.containsKey(JOURNAL_SEQUENCE)
        ? new JournalHead(Long.parseLong(count(item, JOURNAL_SEQUENCE)), text(item, JOURNAL_HASH))
        : JournalHead.NONE;
  }

  private static Map<String, String> attributes(Map<String, AttributeValue> item) {
    if (item.size() == FEWEST) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    item.forEach(
        (name, value) -> {
          if (!OWN.contains(name)) {
            attributes.put(name, name.equals(EXPIRY) ? value.n() : value.s());
          }
        });
    return attributes;
  }

  private static void putAttribute(Map<String, AttributeValue> item, String name, String value) {
    if (OWN.contains(name)) {
      throw new PermanentFault("An index attribute may not be called " + name);
    }
    item.put(name, name.equals(EXPIRY) ? AttributeValue.fromN(value) : AttributeValue.fromS(value));
  }
}
